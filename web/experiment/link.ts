// Settings as the fragment of an address, and back: `#input=[[1,2],[3,4]]&p=0.3&seed=7`.
//
// A link holds what differs from the default experiment, and the machines that are compared, if the
// reader chose them: `&machines=torch-cpu/jax`. What is written here is read for ever:
// tests/fixtures/links.json is replayed. Version 1 has no `v=`; a later one says `v=2`, and a page that
// does not know it says so instead of showing another experiment.
import { machinesText, readMachines } from './machine-list.ts';
import { readInplace } from './read-settings.ts';
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from './settings.ts';

/** Beyond this a link no longer fits where links are pasted, nor into Chromium's address bar. */
export const LONGEST_LINK = 32_000;

/** The tensors come first, so that the link ends in a number: see withPlainEnd(). */
const ORDER: readonly (keyof Settings)[] = [
  'input',
  'gradient',
  ...SETTINGS.filter((name) => name !== 'input' && name !== 'gradient'),
];

/** A link that this page cannot read. */
export class UnreadableLink {
  readonly reason: 'newer version' | 'too long';

  constructor(reason: UnreadableLink['reason']) {
    this.reason = reason;
  }
}

/**
 * Without `#`, and never empty; null if it would be longer than LONGEST_LINK.
 *
 * @param machines  The machines compared, as in the attribute of <machine-comparison>.
 */
export function fragmentOf(settings: Settings, machines = ''): string | null {
  if (ORDER.some((name) => settings[name].length > 2 * LONGEST_LINK)) return null;
  const pairs = ORDER.flatMap((name) => {
    const text = linkText(name, settings[name]);
    return text === linkText(name, DEFAULT_SETTINGS[name]) ? [] : [`${name}=${encode(text)}`];
  });
  if (machines !== '') pairs.unshift(`machines=${encode(readMachines(machines).join('/'))}`);
  const fragment = withPlainEnd(pairs, settings);
  return fragment.length <= LONGEST_LINK ? fragment : null;
}

/**
 * What a fragment says, with or without `#`. Null if that is no experiment but empty, or a place on the
 * page, such as `#code`. Names it does not know are passed over; whatever it holds, this does not throw.
 */
export function readFragment(fragment: string): Settings | UnreadableLink | null {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return null;
  if (text.length > LONGEST_LINK) return new UnreadableLink('too long');
  const values = valuesIn(text);
  if ((values.get('v') ?? '1') !== '1') return new UnreadableLink('newer version');
  const settings = { ...DEFAULT_SETTINGS };
  for (const name of SETTINGS) {
    const value = values.get(name);
    if (value !== null) settings[name] = isTensor(name) ? spaced(value) : value;
  }
  return settings;
}

/** The machines that a fragment says are compared; empty if it says nothing of them. */
export function machinesIn(fragment: string): string {
  const settings = readFragment(fragment);
  if (settings === null || settings instanceof UnreadableLink) return '';
  const machines = valuesIn(fragment.replace(/^#/, '')).get('machines') ?? '';
  // Each by itself: an engine that there is not must not become an option of the one before.
  const known = machines.split('/').flatMap(readMachines);
  return machinesText(readMachines(machinesText(known)));
}

// No form wrote it: a plus is a plus.
function valuesIn(text: string): URLSearchParams {
  return new URLSearchParams(text.replaceAll('+', '%2B'));
}

function isTensor(name: keyof Settings): boolean {
  return name === 'input' || name === 'gradient';
}

function linkText(name: keyof Settings, text: string): string {
  if (isTensor(name)) return compact(text);
  return name === 'inplace' ? String(readInplace(text)) : text;
}

/**
 * A shorter text of the same tensor. White space goes where brackets and commas separate as well;
 * between the numbers that NumPy prints, and in tables, it is what separates. Tested by parse().
 */
export function compact(text: string): string {
  if (!/[[(]/.test(text)) return text.trim();
  const shorter = text
    .trim()
    .replace(/^[A-Za-z_]\w*\s*=(?!=)/, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?, ?/g, ',')
    .replace(/([[(]) /g, '$1')
    .replace(/ ([\])])/g, '$1')
    .replace(/([\w)\].]) (?=\*)/g, '$1')
    .replace(/\* (?=[\w([.])/g, '*');
  return withoutTensor(shorter.trim());
}

// Numbers with a point are float32 in a bare list too.
function withoutTensor(text: string): string {
  const [, list] = /^(?:torch\.)?tensor\((\[[^()=]*\])\)$/.exec(text) ?? [];
  return list?.includes('.') ? list : text;
}

/** As one writes it: `[1, 2]`. Where a comma is the decimal point there are no brackets. */
function spaced(text: string): string {
  return /[[(]/.test(text) ? text.replace(/,(?=\S)/g, ', ') : text;
}

/**
 * Chat programs and GitHub leave out punctuation at the end of an address: `]` in some of them, and
 * `)`, `.` in nearly all. The seed, though it be the default's, is no punctuation.
 */
function withPlainEnd(pairs: readonly string[], { seed }: Settings): string {
  const isPlain = (text: string) => /[A-Za-z\d=]/.test(text.slice(-1));
  const fragment = pairs.join('&');
  if (isPlain(fragment)) return fragment;
  const isNamed = pairs.some((pair) => pair.startsWith('seed='));
  const longer = isNamed ? fragment : [...pairs, `seed=${encode(seed)}`].join('&');
  return isPlain(longer) ? longer : longer.slice(0, -1) + percent(longer.slice(-1));
}

// The rest has a meaning in Markdown, in chats or in addresses, or cannot be in an address.
function encode(text: string): string {
  return text.replace(/[^\w[\]().,:/=-]/gu, percent);
}

// As encodeURIComponent(), of every character, and of half a surrogate pair without throwing.
function percent(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
