// Writes the program of an experiment in a framework, and decides which of the framework's engines it is for.
import type { FigureCore } from '../../core/figure-core.ts';
import type { Engine } from '../../core/index.ts';
import { ENGINE_RECORDS } from '../../core/records.ts';
import { isSame } from '../agreement.ts';
import { readBefore } from '../before-layer.ts';
import { isResult, type Result, run } from '../experiment.ts';
import { tensorText } from '../nested-list.ts';
import { shortestText } from '../number-text.ts';
import { runOnOneElement } from '../one-element.ts';
import { readSeed } from '../read-settings.ts';
import type { FieldErrors, Settings } from '../settings.ts';
import { flaxProgram } from './flax.ts';
import { holdsOn } from './holds-on.ts';
import { inputText } from './input-text.ts';
import { javascriptProgram } from './javascript.ts';
import { numpyProgram } from './numpy.ts';
import { MOST_LITERAL, NoProgram, type Plan } from './plan.ts';
import { pytorchProgram } from './pytorch.ts';
import { tooLarge } from './too-large.ts';

export type Framework = 'PyTorch' | 'Flax' | 'NumPy' | 'JavaScript';

export const FRAMEWORKS: readonly Framework[] = ['PyTorch', 'Flax', 'NumPy', 'JavaScript'];

export interface Program {
  text: string;
  /** The engine whose output it asserts, as in the settings. */
  engine: string;
  /** Whether it ends in an assertion. It does not if the tensor is too large to be computed twice. */
  asserts: boolean;
  /** Whether that is the engine that the page shows. */
  isShown: boolean;
  /** Whether its output is the one that the page shows, bit for bit. */
  sameOutput: boolean;
}

interface Writer {
  write(plan: Plan): string;
  /** Whether the engine is one of this framework. */
  owns(engine: Engine): boolean;
  /** The engine that stands for those of other frameworks. */
  usual: Engine;
}

const WRITERS: Record<Framework, Writer> = {
  PyTorch: {
    write: pytorchProgram,
    owns: (engine) => frameworkOf(engine) === 'PyTorch',
    usual: 'torch-cpu',
  },
  Flax: {
    write: flaxProgram,
    owns: (engine) => ['JAX', 'Flax'].includes(frameworkOf(engine)),
    usual: 'flax-nnx',
  },
  NumPy: {
    write: numpyProgram,
    owns: (engine) => frameworkOf(engine) === 'NumPy',
    usual: 'numpy',
  },
  JavaScript: { write: javascriptProgram, owns: () => true, usual: 'torch-cpu' },
};

function frameworkOf(engine: Engine) {
  return ENGINE_RECORDS[engine].framework;
}

/** @returns An Error for the reader if the framework cannot run the experiment. */
export function programOf(core: FigureCore, framework: Framework, shown: Result): Program | Error {
  const { write, owns, usual } = WRITERS[framework];
  const isShown = owns(shown.engine);
  const attempt = (): Program => {
    const settings = isShown ? shown.settings : translated(core, shown, usual);
    const result = isShown ? shown : resultOf(run(core, settings));
    const plan = planOf(core, result);
    const sameOutput = isShown || isSame(result.train, shown.train);
    const asserts = plan.expected !== null;
    return { text: write(plan), engine: settings.engine, asserts, isShown, sameOutput };
  };
  try {
    return attempt();
  } catch (error) {
    return error as Error;
  }
}

/** The program, without an assertion, of an experiment that is too large to be computed here. */
export function largeProgramOf(
  core: FigureCore,
  framework: Framework,
  settings: Settings,
): Program | Error {
  const { write, owns } = WRITERS[framework];
  try {
    const one = resultOf(runOnOneElement(core, settings));
    if (!owns(one.engine)) throw new NoProgram(tooLarge(undefined));
    const plan = {
      ...planOf(core, one),
      input: inputText(settings.input),
      x: null,
      expected: null,
    };
    const engine = settings.engine;
    return { text: write(plan), engine, asserts: false, isShown: true, sameOutput: true };
  } catch (error) {
    return error as Error;
  }
}

function planOf(core: FigureCore, result: Result): Plan {
  const { settings, engine, options, p, layer, inplace, call, train } = result;
  const written = inputText(settings.input);
  // A program that is pasted with what it printed draws nothing here: the print is the input.
  const input =
    written.draws.length > 0 && !draws(core, result) ? { ...written, draws: [] } : written;
  const before = readBefore(settings, engine);
  const x = firstInput(core, result);
  const isSure = x.size <= MOST_LITERAL || x.size < input.exactBelow;
  return {
    engine,
    options,
    holdsOn: holdsOn(settings.engine),
    seed: String(readSeed(settings.seed, engine)),
    before: { ...before, reseed: before.reseed === null ? null : String(before.reseed) },
    p,
    layer,
    inplace,
    call,
    input,
    x,
    expected: isSure ? train : null,
  };
}

// Whether reading the input draws from the generator.
function draws(core: FigureCore, { engine, options, settings }: Result): boolean {
  const generator = new core.Generator(engine, options).manualSeed(readSeed(settings.seed, engine));
  try {
    const { bytes } = generator.state;
    core.parse(settings.input, { generator }).dispose();
    return String(generator.state.bytes) !== String(bytes);
  } finally {
    generator.dispose();
  }
}

// The input before the first call. The result has the input before the shown call, which earlier calls in place
// have changed.
function firstInput(core: FigureCore, { x, settings, inplace, call }: Result) {
  return inplace && call > 1 ? resultOf(run(core, { ...settings, call: '1' })).x : x;
}

// The settings for another engine, with the numbers of the input written down, since that engine would draw other
// numbers, or none.
function translated(core: FigureCore, shown: Result, engine: string): Settings {
  const x = firstInput(core, shown);
  if (x.size > MOST_LITERAL) throw new NoProgram(tooLarge(x.size));
  const values = Array.from(x.values as Iterable<number>, (value) => shortestText(value, x.dtype));
  const input = x.size === 0 ? shown.settings.input : tensorText(x.shape, values, x.dtype);
  return { ...shown.settings, engine, input };
}

/** @throws The first error of a field. */
function resultOf(outcome: Result | FieldErrors): Result {
  if (isResult(outcome)) return outcome;
  throw Object.values(outcome)[0];
}
