// Settings as the fragment of an address, and back: `#input=[[1,2],[3,4]]&p=0.3&seed=7`.
//
// A link holds the settings that differ from FIRST_SETTINGS, and the machines that are compared, if the reader chose
// them: `&machines=torch-cpu/jax`. Beside the experiment it may hold the program of the part "Your code", packed by
// web/program/program-link.ts: `#code&program=1.c0_O&program-engine=torch-cuda`; and what the lab trains: `#why&lab=curve,p=0.3`. A step of the lesson has
// an address of its own: `#lesson=why-survivors-grow`. Every link that was ever written must stay readable, so the tests replay
// tests/fixtures/links.json. Version 1 has no `v=`. A later version will say `v=2`, and a page that does not know
// that version says so instead of showing another experiment.
import { machinesText, readMachines } from './machine-list.ts';
import { readInplace } from './read-settings.ts';
import { FIRST_SETTINGS, SETTINGS, type Settings } from './settings.ts';

/** A longer link fits neither where people paste links nor into Chromium's address bar. */
export const LONGEST_LINK = 32_000;

/** A longer text is not the lab's. */
const LONGEST_LAB = 200;

/** What a fragment may hold beside the experiment. One that holds these alone is no experiment. */
const BESIDES = ['program', 'lab', 'lesson'] as const;

/** The tensors come first, so that the link ends in a number: see withPlainEnd(). */
const ORDER: readonly (keyof Settings)[] = [
  'input',
  'gradient',
  ...SETTINGS.filter((name) => name !== 'input' && name !== 'gradient'),
];

/** A program in a link. */
export interface LinkedProgram {
  /** As web/program/program-link.ts packs it; empty for none. */
  packed: string;
  /** Its machine; empty for the default one. */
  engine: string;
}

export const NO_PROGRAM: LinkedProgram = { packed: '', engine: '' };

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
 * @param always  What is written also where it is as in FIRST_SETTINGS, for who reads it with other defaults.
 */
export function fragmentOf(
  settings: Settings,
  machines = '',
  always: readonly (keyof Settings)[] = [],
): string | null {
  if (ORDER.some((name) => settings[name].length > 2 * LONGEST_LINK)) return null;
  const pairs = ORDER.flatMap((name) => {
    const text = linkText(name, settings[name]);
    const isLeftOut = !always.includes(name) && text === linkText(name, FIRST_SETTINGS[name]);
    return isLeftOut ? [] : [`${name}=${encode(text)}`];
  });
  if (machines !== '') pairs.unshift(`machines=${encode(readMachines(machines).join('/'))}`);
  const fragment = withPlainEnd(pairs, settings);
  return fragment.length <= LONGEST_LINK ? fragment : null;
}

/**
 * What a fragment says, with or without `#`. Null if that is no experiment but empty, a place on the
 * page, such as `#code`, or a program, a lab or a step of the lesson alone. Names it does not know are passed over; whatever it holds, this does not throw.
 */
export function readFragment(fragment: string): Settings | UnreadableLink | null {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return null;
  if (text.length > LONGEST_LINK) return new UnreadableLink('too long');
  const values = valuesIn(text);
  if ((values.get('v') ?? '1') !== '1') return new UnreadableLink('newer version');
  const isBesides = BESIDES.some((name) => values.has(name));
  if (isBesides && !SETTINGS.some((name) => values.has(name))) return null;
  const settings = { ...FIRST_SETTINGS };
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
  // One by one, since readMachines() takes an unknown word for an option of the machine before it.
  const known = machines.split('/').flatMap(readMachines);
  return machinesText(readMachines(machinesText(known)));
}

/** The program in a fragment. */
export function programIn(fragment: string): LinkedProgram {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=') || text.length > LONGEST_LINK) return NO_PROGRAM;
  const values = valuesIn(text);
  const packed = values.get('program') ?? '';
  return packed ? { packed, engine: values.get('program-engine') ?? '' } : NO_PROGRAM;
}

/** What the lab trains by a fragment, as the lab wrote it; empty if it says nothing of that. */
export function labIn(fragment: string): string {
  const text = fragment.replace(/^#/, '');
  if (text.length > LONGEST_LINK) return '';
  const lab = valuesIn(text).get('lab') ?? '';
  return lab.length <= LONGEST_LAB ? lab : '';
}

/** The step of the lesson that a fragment names: `why-survivors-grow`; empty for none. */
export function lessonIn(fragment: string): string {
  const text = fragment.replace(/^#/, '');
  if (text.length > LONGEST_LINK) return '';
  return /^[a-z-]+$/.exec(valuesIn(text).get('lesson') ?? '')?.[0] ?? '';
}

/** As a part of a fragment, before the experiment; empty for the usual one. */
export function labPair(lab: string): string {
  return lab && `lab=${encode(lab)}`;
}

/** As a part of a fragment, before the experiment; empty for none, or for one that is too long. */
export function programPair({ packed, engine }: LinkedProgram): string {
  if (packed === '' || packed.length > LONGEST_LINK / 2) return '';
  return `program=${encode(packed)}${engine && `&program-engine=${encode(engine)}`}`;
}

// URLSearchParams reads a plus as a space, as forms write it. No form wrote this one.
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

/** Lines that mean something by being lines: comments, prompts, labels, statements, columns of numbers. */
const IN_LINES = /#|>|`|;|\||\{|:\s|\/\/| of size |^\s*(?:import|from|Tensor|\w+\s*=)\b/m;

/**
 * A shorter text of the same tensor. White space beside brackets and commas is removed. Between the numbers
 * that NumPy prints, and in tables, white space separates and stays. The tests read the result with parse().
 */
export function compact(text: string): string {
  if (!/[[(]/.test(text) || hasLines(text)) return text.trim();
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

// Whether line breaks say something: in what is pasted with prompts, comments or a second line, but not within
// brackets.
function hasLines(text: string): boolean {
  const lines = text.trim().split('\n');
  if (lines.length === 1) return false;
  if (IN_LINES.test(text)) return true;
  let depth = 0;
  return lines.slice(0, -1).some((line) => {
    depth += line.split(/[[(]/).length - line.split(/[\])]/).length;
    return depth <= 0;
  });
}

// `tensor(…)` can be left out where a number has a point: such a list is float32 without it, too.
function withoutTensor(text: string): string {
  const [, list] = /^(?:torch\.)?tensor\((\[[^()=]*\])\)$/.exec(text) ?? [];
  return list?.includes('.') ? list : text;
}

/** With a space after each comma, as people write lists. A text without brackets may have decimal commas. */
function spaced(text: string): string {
  return /[[(]/.test(text) ? text.replace(/,(?=\S)/g, ', ') : text;
}

/**
 * Makes the fragment end in no punctuation, which chat programs and GitHub leave out of a link: some leave out
 * `]`, and nearly all `)` and `.`. Appends the seed if need be, even if it is the default one.
 */
function withPlainEnd(pairs: readonly string[], { seed }: Settings): string {
  const isPlain = (text: string) => /[A-Za-z\d=]/.test(text.slice(-1));
  const fragment = pairs.join('&');
  if (isPlain(fragment)) return fragment;
  const isNamed = pairs.some((pair) => pair.startsWith('seed='));
  const longer = isNamed ? fragment : [...pairs, `seed=${encode(seed)}`].join('&');
  return isPlain(longer) ? longer : longer.slice(0, -1) + percent(longer.slice(-1));
}

// All other characters are escaped: they mean something in Markdown, in chats or in addresses, or may not be
// in an address.
function encode(text: string): string {
  return text.replace(/[^\w[\]().,:/=-]/gu, percent);
}

// Like encodeURIComponent(), but escapes every character, and does not throw for half a surrogate pair.
function percent(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
