// The engines that the command line names, each with the options that are for this engine.
import type { Engine, EngineOptions, Playground, PlaygroundError } from 'dropout-playground';
import type { EngineChoice } from '../experiment/read-settings.ts';
import { DEFAULT_SETTINGS } from '../experiment/settings.ts';
import { type Arguments, type Option, UsageError } from './arguments.ts';

type Values = Arguments['values'];

interface EngineOption {
  option: Option;
  engines: readonly Engine[];
  read: (values: Values) => { readonly [name in keyof EngineOptions]: unknown };
}

const OPTIONS: readonly EngineOption[] = [
  {
    option: 'form',
    engines: ['torch-cpu', 'torch-cpu-mkl', 'numpy', 'numpy-pcg64'],
    read: ({ form }) => ({ form }),
  },
  { option: 'gpu', engines: ['torch-cuda'], read: ({ gpu }) => ({ gpu }) },
  { option: 'path', engines: ['flax-linen'], read: ({ path }) => ({ path }) },
  { option: 'flax', engines: ['flax-nnx'], read: ({ flax }) => ({ version: flax }) },
  {
    option: 'no-partitionable',
    engines: ['jax', 'flax-linen', 'flax-nnx'],
    read: () => ({ partitionable: false }),
  },
  {
    option: 'scalar-normals',
    engines: ['torch-cpu', 'torch-cpu-mkl'],
    read: () => ({ normalKernel: 'scalar' }),
  },
];

/** The only one that is named, or the default. @throws UsageError */
export function readEngine(core: Playground, { values }: Arguments): EngineChoice {
  const [engine = DEFAULT_SETTINGS.engine, second] = values.engine ?? [];
  if (second !== undefined) throw new UsageError('--engine can be given only once here');
  checkOptions(values, [engine]);
  return choiceOf(core, values, engine);
}

/** All that are named, or none. @throws UsageError */
export function readEngines(core: Playground, { values }: Arguments): EngineChoice[] {
  const engines = values.engine ?? [];
  checkOptions(values, engines);
  return engines.map((engine) => choiceOf(core, values, engine));
}

// Refuses an option whose engine is not named.
function checkOptions(values: Values, named: readonly string[]) {
  for (const { option, engines } of OPTIONS) {
    if (values[option] === undefined || engines.some((engine) => named.includes(engine))) continue;
    throw new UsageError(`--${option} is for --engine ${engines.join(' or ')}`);
  }
}

function choiceOf(core: Playground, values: Values, name: string): EngineChoice {
  const engine = name as Engine;
  const own = OPTIONS.filter(
    ({ option, engines }) => values[option] !== undefined && engines.includes(engine),
  );
  const options: EngineOptions = Object.assign({}, ...own.map(({ read }) => read(values)));
  checkEngine(core, { engine, options });
  return { engine, options };
}

// Makes a generator, since the package knows the names of engines and GPUs.
function checkEngine(core: Playground, { engine, options }: EngineChoice) {
  try {
    new core.Generator(engine, options).dispose();
  } catch (error) {
    const { code, message } = error as PlaygroundError;
    throw code === 'engine' ? new UsageError(message) : error;
  }
}
