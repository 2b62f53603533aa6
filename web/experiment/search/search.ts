// Searches for the seed of a printed output: from the texts of the fields to an answer. No DOM.
import { kindOf } from '../../core/errors.ts';
import type { Playground, SearchProgress, SeedMatch, Tensor } from '../../core/index.ts';
import { readEngine, readProbability } from '../read-settings.ts';
import { type AskedSeeds, readSeeds } from './read-question.ts';

/** As text that may be wrong. */
export interface Question {
  input: string;
  output: string;
  /** The p of the layer. It is asked only if the output does not tell it, since nothing survived. */
  p: string;
  /** An engine as the settings write it; '' for the engines of all frameworks. */
  among: string;
  seeds: AskedSeeds;
  calls: string;
}

export interface Answer {
  question: Question;
  p: number;
  /** The listed matches: as many of each engine as `identify()` lists. */
  matches: readonly SeedMatch[];
  matched: number;
  tried: number;
  total: number;
  /** How many would match by chance; null for a search that was stopped. */
  expectedByChance: number | null;
}

type Field = 'input' | 'output' | 'p' | 'seeds' | 'seed' | 'calls';

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
  let input: Tensor | undefined;
  let output: Tensor | undefined;
  let stopped: (() => Answer) | undefined;
  try {
    const seeds = attempt(seedField, () => readSeeds(question.seeds));
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
    return { [blamed(error, seedField)]: error as Error };
  } finally {
    input?.dispose();
    output?.dispose();
  }
}

export function isAnswer(outcome: Answer | QuestionErrors): outcome is Answer {
  return 'question' in outcome;
}

// The p that the scale of the survivors tells. A search of one seed finds it, and also finds whether dropout can
// make such an output.
async function probability(core: Playground, input: Tensor, output: Tensor, p: string) {
  const question = { input, output, engines: ['torch-cpu' as const], seeds: [0], calls: 1 };
  try {
    return (await core.identify(question)).p;
  } catch (error) {
    if (kindOf(error) !== 'nothing-survives') throw error;
    return (await core.identify({ ...question, p: readProbability(p) })).p;
  }
}

function blamed(error: unknown, seedField: Field): Field {
  const kind = kindOf(error);
  if (kind === 'calls') return 'calls';
  return kind === 'seeds' || kind === 'seed' ? seedField : 'output';
}
