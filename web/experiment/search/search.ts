// Searches for the seed of a printed output: from the texts of the fields to an answer. No DOM.
import { kindOf, rangeError } from '../../core/errors.ts';
import {
  type EngineReport,
  type Identification,
  type IdentifyOptions,
  LAYERS,
  type LayerName,
  type Playground,
  type SearchProgress,
  type SeedList,
  type SeedMatch,
} from '../../core/index.ts';
import { readEngine, readProbability } from '../read-settings.ts';
import { type AskedSeeds, readSeeds } from './read-question.ts';
import { MOST_BY_CHANCE, type Shortness, shortnessOf } from './tried.ts';

/** As text that may be wrong. */
export interface Question {
  input: string;
  output: string;
  /** The p of the layer. It is asked only if the output does not tell it. */
  p: string;
  /** The layer of the figure: it is told first, if others drop the same. */
  layer: string;
  /** An engine as the settings write it; '' for the engines of all frameworks. */
  among: string;
  seeds: AskedSeeds;
  calls: string;
  /** How many words are drawn before; '' for none and for usual ones. */
  skip: string;
  /** The seed to ask about if the output is too short to search; null if it is to be searched all the same. */
  ifShort: string | null;
}

export interface Answer {
  question: Question;
  p: number;
  /** The listed matches: as many of each engine as `identify()` lists. */
  matches: readonly SeedMatch[];
  matched: number;
  tried: number;
  total: number;
  /** What was tried; empty for a search that was stopped. */
  engines: readonly EngineReport[];
  certain: boolean;
  /** How many would match by chance; null for a search that was stopped. */
  expectedByChance: number | null;
  /** Of an output that was too short to be searched: what the search would have found. Null otherwise. */
  short: (Shortness & { matches: number }) | null;
}

type Field = 'input' | 'output' | 'p' | 'seeds' | 'seed' | 'calls' | 'skip';

/** The errors of the fields. `seed` is the field of the only seed to try, if that is the question. */
export type QuestionErrors = { [Name in Field]?: Error };

export interface SearchOptions {
  signal: AbortSignal;
  /** Called with the progress and the answer so far. */
  onProgress(progress: SearchProgress, answer: Answer): void;
}

/** Never throws. If the signal stops it, it answers with what it has found. */
export async function search(
  core: Playground,
  question: Question,
  { signal, onProgress }: SearchOptions,
): Promise<Answer | QuestionErrors> {
  const errors: QuestionErrors = {};
  const attempt = <T>(field: Field, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      errors[field] = error as Error;
      return undefined;
    }
  };

  const seedField = 'only' in question.seeds ? 'seed' : 'seeds';
  let stopped: (() => Answer) | undefined;
  try {
    const seeds = attempt(seedField, () => readSeeds(question.seeds));
    const skip = attempt('skip', () => readSkip(question.skip));
    attempt('input', () => checkInput(core, question.input));
    attempt('output', () => core.parse(question.output, { dtype: 'float64' }).dispose());
    if (!seeds || Object.keys(errors).length > 0) return errors;

    const asked: IdentifyOptions = {
      input: question.input,
      output: question.output,
      layer: layersFrom(question.layer),
      skip,
      calls: Number(question.calls.trim() || Number.NaN),
      ...(question.among !== '' && { engines: [readEngine(question.among)] }),
    };
    const p = await neededP(core, asked, question.p);
    const first = await core.identify({ ...asked, p, seeds: [0], signal });
    const found = answer(question, first);
    stopped = () => found;
    const short = 'only' in question.seeds ? null : tooShort(first, seeds);
    if (short && question.ifShort !== null) {
      const only = { only: question.ifShort };
      const alone = attempt('seed', () => readSeeds(only));
      if (!alone) return { ...found, matches: [], matched: 0, short };
      const one = await core.identify({ ...asked, p, seeds: alone, signal });
      return { ...answer({ ...question, seeds: only }, one), short };
    }
    let soFar: Answer = {
      ...found,
      ...{ matches: [], matched: 0, tried: 0, total: 0, engines: [], certain: false },
      expectedByChance: null,
    };
    stopped = () => soFar;
    const all = await core.identify({
      ...asked,
      p,
      seeds,
      signal,
      onProgress: (progress) => {
        const { matches, matched, done: tried, total } = progress;
        soFar = { ...soFar, matches, matched, tried, total };
        onProgress(progress, soFar);
      },
    });
    return answer(question, all);
  } catch (error) {
    if (signal.aborted && stopped) return stopped();
    return { [blamed(error, seedField)]: error as Error };
  }
}

export function isAnswer(outcome: Answer | QuestionErrors): outcome is Answer {
  return 'question' in outcome;
}

function answer(question: Question, found: Identification): Answer {
  const { p, matches, engines, tried, certain, expectedByChance } = found;
  const matched = engines.reduce((sum, engine) => sum + engine.matched, 0);
  return {
    ...{ question, p, matches, matched, tried, total: tried, engines, certain, expectedByChance },
    short: null,
  };
}

function tooShort(first: Identification, seeds: SeedList): Answer['short'] {
  const shortness = shortnessOf(first);
  const matches = shortness.matchesPerSeed * countOf(seeds);
  return matches > MOST_BY_CHANCE ? { ...shortness, matches } : null;
}

function countOf(seeds: SeedList): number {
  const list = Array.isArray(seeds) ? seeds : [seeds];
  return list.reduce<number>(
    (sum, item) => sum + (typeof item === 'object' ? Number(item.to) - Number(item.from) + 1 : 1),
    0,
  );
}

// That an input draws is no fault: it is drawn from each seed.
function checkInput(core: Playground, text: string) {
  try {
    core.parse(text).dispose();
  } catch (error) {
    if (kindOf(error) !== 'generator-missing') throw error;
  }
}

function layersFrom(layer: string): LayerName[] {
  const first = LAYERS.filter((name) => name === layer);
  return [...first, ...LAYERS.filter((name) => name !== layer)];
}

function readSkip(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const skip = Number(text);
  if (Number.isInteger(skip) && skip >= 0) return skip;
  throw rangeError('skip', "words to skip are a whole number from 0, but got '{0}'", text);
}

// The p of the layer if the output does not tell it, and undefined if it does. A search of one seed finds out, and
// also whether dropout can make such an output.
async function neededP(core: Playground, asked: IdentifyOptions, p: string) {
  try {
    await core.identify({ ...asked, seeds: [0] });
    return undefined;
  } catch (error) {
    if (kindOf(error) !== 'nothing-survives') throw error;
    return readProbability(p);
  }
}

function blamed(error: unknown, seedField: Field): Field {
  const kind = kindOf(error);
  if (kind === 'calls' || kind === 'skip') return kind;
  return kind === 'seeds' || kind === 'seed' ? seedField : 'output';
}
