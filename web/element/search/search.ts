// A search for the seed of a printed output, from what the fields say to an answer. No DOM.
import {
  type Playground,
  parseSeed,
  type SearchProgress,
  type SeedList,
  type SeedMatch,
  type Tensor,
  WELL_KNOWN_SEEDS,
} from '../../core/index.ts';
import { readEngine, readProbability } from '../experiment/read-settings.ts';

/** As text that may be wrong. */
export interface Question {
  input: string;
  output: string;
  /** Of the layer: asked only if the output does not tell, since nothing survived. */
  p: string;
  /** An engine as the settings write it; '' for every framework's. */
  among: string;
  seeds: { from: string; to: string; wellKnown: boolean } | { only: string };
  calls: string;
}

export interface Answer {
  question: Question;
  p: number;
  /** Those listed: as many of each engine as `identify()` lists. */
  matches: readonly SeedMatch[];
  matched: number;
  tried: number;
  total: number;
  /** How many would match by chance; null for a search that was stopped. */
  expectedByChance: number | null;
}

/** What is wrong, to be shown beside it. */
export type QuestionErrors = { [Field in 'input' | 'output' | 'p' | 'seeds' | 'calls']?: Error };

export interface SearchOptions {
  signal: AbortSignal;
  /** With the answer as far as it is known. */
  onProgress(progress: SearchProgress, answer: Answer): void;
}

/** Answers as far as it came if the signal stops it, and never throws. */
export async function search(
  core: Playground,
  question: Question,
  { signal, onProgress }: SearchOptions,
): Promise<Answer | QuestionErrors> {
  const errors: QuestionErrors = {};
  const attempt = <T>(field: keyof QuestionErrors, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      errors[field] = error as Error;
      return undefined;
    }
  };

  let input: Tensor | undefined;
  let output: Tensor | undefined;
  let stopped: (() => Answer) | undefined;
  try {
    const seeds = attempt('seeds', () => readSeeds(question.seeds));
    input = attempt('input', () => core.parse(question.input));
    output = attempt('output', () => core.parse(question.output));
    if (!seeds || !input || !output) return errors;

    const p = await probability(core, input, output, question.p);
    let soFar: Answer = {
      question,
      p,
      matches: [],
      matched: 0,
      tried: 0,
      total: 0,
      expectedByChance: null,
    };
    stopped = () => soFar;
    const { matches, engines, tried, expectedByChance } = await core.identify({
      input,
      output,
      p,
      seeds,
      calls: Number(question.calls.trim() || Number.NaN),
      ...(question.among !== '' && { engines: [readEngine(question.among)] }),
      signal,
      onProgress: (progress) => {
        const { matches, matched, done: tried, total } = progress;
        soFar = { ...soFar, matches, matched, tried, total };
        onProgress(progress, soFar);
      },
    });
    const matched = engines.reduce((sum, engine) => sum + engine.matched, 0);
    return { ...soFar, matches, matched, tried, total: tried, expectedByChance };
  } catch (error) {
    if (signal.aborted && stopped) return stopped();
    return { [blamed(error as Error)]: error as Error };
  } finally {
    input?.dispose();
    output?.dispose();
  }
}

export function isAnswer(outcome: Answer | QuestionErrors): outcome is Answer {
  return 'question' in outcome;
}

// What the survivors were scaled by, told by a search of one seed, which also finds at once whether
// dropout makes such an output.
async function probability(core: Playground, input: Tensor, output: Tensor, p: string) {
  const question = { input, output, engines: ['torch-cpu' as const], seeds: [0], calls: 1 };
  try {
    return (await core.identify(question)).p;
  } catch (error) {
    if (!/p must be given/.test((error as Error).message)) throw error;
    return (await core.identify({ ...question, p: readProbability(p) })).p;
  }
}

function readSeeds(seeds: Question['seeds']): SeedList {
  if ('only' in seeds) return [parseSeed(seeds.only)];
  const range = { from: parseSeed(seeds.from), to: parseSeed(seeds.to) };
  return seeds.wellKnown ? [range, ...WELL_KNOWN_SEEDS] : [range];
}

function blamed({ message }: Error): keyof QuestionErrors {
  if (message.startsWith('calls must')) return 'calls';
  return message.startsWith('seeds must') || message.startsWith('a seed') ? 'seeds' : 'output';
}
