// Which controls an embedded figure offers its readers. A post on p can leave out the choice of engines.

export const CONTROLS = [
  'p',
  'seed',
  'engine',
  'layer',
  'inplace',
  'input',
  'call',
  'derivation',
  'gradient',
  'printed',
  'skip',
  'reseed',
  'earlier',
] as const;

export type Control = (typeof CONTROLS)[number];

/** `locked` is shown, but cannot be changed. */
export type Offer = 'free' | 'locked' | 'hidden';

export type Offers = Readonly<Record<Control, Offer>>;

/**
 * @param text Names separated by spaces, some followed by `:locked`: `p seed:locked input`. What is not named
 *   is hidden. null offers everything.
 */
export function readOffers(text: string | null): Offers {
  const words: readonly string[] = text?.trim().split(/\s+/) ?? CONTROLS;
  const offerOf = (name: Control): Offer => {
    if (words.includes(name)) return 'free';
    return words.includes(`${name}:locked`) ? 'locked' : 'hidden';
  };
  return Object.fromEntries(CONTROLS.map((name) => [name, offerOf(name)])) as unknown as Offers;
}

export const ALL_OFFERED: Offers = Object.freeze(readOffers(null));
