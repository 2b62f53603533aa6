// Which controls an embedded figure offers its readers. A post on p can leave out the choice of engines.

export const CONTROLS = [
  'p',
  'seed',
  'engine',
  'layer',
  'inplace',
  'input',
  'draws',
  'call',
  'derivation',
  'gradient',
  'printed',
  'skip',
  'reseed',
  'earlier',
] as const;

export type Control = (typeof CONTROLS)[number];

/** `locked` is shown, but cannot be changed; `folded` is shown once the reader asks for more. */
export type Offer = 'free' | 'locked' | 'folded' | 'hidden';

export type Offers = Readonly<Record<Control, Offer>>;

/** What a figure offers that is small until the reader asks for more: for ever, since version 1 of the embed does. */
export const SMALL = 'p seed call more';

/** The word for a button that shows all that is not named. */
const MORE = 'more';

/**
 * @param text Names separated by spaces, some followed by `:locked`: `p seed:locked input`. What is not named
 *   is hidden, or folded if one of the words is `more`. null offers everything.
 */
export function readOffers(text: string | null): Offers {
  const words: readonly string[] = text?.trim().split(/\s+/) ?? CONTROLS;
  const offerOf = (name: Control): Offer => {
    if (words.includes(name)) return 'free';
    if (words.includes(`${name}:locked`)) return 'locked';
    return words.includes(MORE) ? 'folded' : 'hidden';
  };
  return Object.fromEntries(CONTROLS.map((name) => [name, offerOf(name)])) as unknown as Offers;
}
