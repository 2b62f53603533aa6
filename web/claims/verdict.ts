// Who prints what a text says.
import {
  commentAgrees,
  copyAgrees,
  type Given,
  isOfError,
  printedWith,
  wordsAgree,
} from './agrees.ts';
import { isAlike } from './alike.ts';
import type { Claim } from './claim.ts';
import { numbersOf } from './value-text.ts';

/** What one run of the program has given where a claim is made; undefined if it did not come so far. */
export interface Trial<Engine> {
  /** The machine whose random numbers it drew. */
  engine: Engine;
  /** The seed that it began with, if it sets none itself. */
  seed?: number;
  given: Given | undefined;
}

export interface Verdict<Engine> {
  /**
   * - `true`: the first machine prints it
   * - `elsewhere`: another one does
   * - `untrue`: none of those that were tried
   * - `possible`: the program sets no seed, and some seed prints it, or each part of it
   * - `impossible`: the program sets no seed, and none of those that were tried prints one of its parts
   * - `unknown`: the program did not come so far
   */
  verdict: 'true' | 'elsewhere' | 'untrue' | 'possible' | 'impossible' | 'unknown';
  /** The machines that print it. */
  by: Engine[];
  /** What is printed instead, by machine. */
  prints: { engine: Engine; text: string }[];
}

/**
 * @param trials Of each machine, the one that counts first, and those of further seeds, if the program sets none.
 * @returns undefined for a remark that claims nothing
 */
export function verdictOf<Engine>(
  claim: Claim,
  trials: readonly Trial<Engine>[],
): Verdict<Engine> | undefined {
  const machines = trials.filter(({ seed }) => !seed);
  const reached = machines.filter(({ given }) => isAnswered(claim, given));
  const by = reached
    .filter(({ given }) => given && agrees(claim, given))
    .map(({ engine }) => engine);
  const prints = reached
    .filter(({ engine }) => !by.includes(engine))
    .map(({ engine, given }) => ({ engine, text: textOf(claim, given) }));
  const told = { by, prints };
  if (claim.counts !== 'always' && !isMeant(claim, reached)) return undefined;
  if (reached.length === 0) return { verdict: 'unknown', ...told };
  const seeded = trials.filter((trial) => trial.engine === machines[0]?.engine);
  if (isDrawn(claim, seeded))
    return { verdict: isPossible(claim, seeded) ? 'possible' : 'impossible', ...told };
  if (by.length === 0) return { verdict: 'untrue', ...told };
  return { verdict: by[0] === machines[0]?.engine ? 'true' : 'elsewhere', ...told };
}

/** Whether what may be a remark is a claim. */
function isMeant(claim: Claim, trials: readonly Trial<unknown>[]): boolean {
  const given = trials.flatMap((trial) => trial.given ?? []);
  const isAnyAlike = given.some((one) => isAlike(claim, one));
  // A number alone may stand anywhere in what is printed by chance.
  const isTrue = () => given.some((one) => agrees(claim, one));
  if (typeof numbersOf(claim.text) === 'number')
    return isAnyAlike && (claim.counts === 'alike' || isTrue());
  return (claim.counts === 'alike' && isAnyAlike) || isTrue();
}

/** Whether there is anything to hold it against. An error is none, unless one is claimed. */
function isAnswered({ text }: Claim, given: Given | undefined): boolean {
  if (given === undefined) return false;
  return given.answers.length > 0 || (given.error !== undefined && isOfError(text));
}

/** Whether a run has given what is claimed. */
export function agrees({ text, form }: Claim, given: Given): boolean {
  if (form === 'comment') return commentAgrees(text, given);
  return form === 'words' ? wordsAgree(text, given) : copyAgrees(text, form, given);
}

/** What is there in place of what is claimed. */
export function textOf({ form, text }: Claim, given: Given | undefined): string {
  if (given === undefined) return '';
  const { answers, error = '' } = given;
  const values = answers.filter(({ kind }) => kind === 'value');
  const printed =
    printedWith(form === 'output' ? [] : values, given) || printedWith(values.slice(-1), given);
  return isOfError(text) ? `${printed}${error}`.trimEnd() : printed.trimEnd() || error;
}

/** Whether seeds give different outputs. */
const isDrawn = (claim: Claim, trials: readonly Trial<unknown>[]) =>
  new Set(trials.map(({ given }) => textOf(claim, given))).size > 1;

/** Whether a seed prints it, or each of its words may be printed in its place by one. */
function isPossible(claim: Claim, trials: readonly Trial<unknown>[]): boolean {
  if (trials.some(({ given }) => given && agrees(claim, given))) return true;
  const said = wordsOf(claim.text);
  const seen = said.map(() => new Set<string>());
  for (const { given } of trials) {
    const words = wordsOf(textOf(claim, given));
    // What a comment leaves out in front, such as the label of a print, is no part of it.
    const isPart = claim.form === 'comment' || claim.form === 'words';
    const from = isPart ? Math.max(0, words.length - said.length) : 0;
    for (const [i, set] of seen.entries()) set.add(words[from + i] ?? '');
  }
  return said.every((word, i) => mayBe(word, seen[i] ?? new Set()));
}

/** Of more values than this, further seeds give others between them. */
const FEW_VALUES = 10;

function mayBe(word: string, seen: ReadonlySet<string>): boolean {
  if (seen.has(word)) return true;
  const numbers = [...seen].map(Number).filter((number) => !Number.isNaN(number));
  if (numbers.length <= FEW_VALUES || Number.isNaN(Number(word))) return false;
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const margin = high - low;
  return Number(word) >= low - margin && Number(word) <= high + margin;
}

/** Numbers and names, each number in one way. */
export const wordsOf = (text: string) =>
  (text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[\p{L}_]+/giu) ?? []).map((word) =>
    Number.isNaN(Number(word)) ? word : String(Number(word)),
  );
