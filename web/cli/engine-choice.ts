// The engines that the command line names, each with the options that are for this engine.
import {
  ENGINES,
  type Engine,
  type EngineOptions,
  type Playground,
  type PlaygroundError,
} from 'dropout-playground';
import { ENGINE_RECORDS } from '../core/records.ts';
import type { EngineChoice } from '../experiment/read-settings.ts';
import { DEFAULT_SETTINGS } from '../experiment/settings.ts';
import { type Arguments, type Option, UsageError } from './arguments.ts';

type Values = Arguments['values'];

interface EngineOption {
  option: Option;
  /** Its name in the package. */
  name: keyof EngineOptions;
  read: (values: Values) => { readonly [name in keyof EngineOptions]: unknown };
}

const OPTIONS: readonly EngineOption[] = [
  { option: 'form', name: 'form', read: ({ form }) => ({ form }) },
  { option: 'gpu', name: 'gpu', read: ({ gpu }) => ({ gpu }) },
  { option: 'path', name: 'path', read: ({ path }) => ({ path }) },
  { option: 'flax', name: 'version', read: ({ flax }) => ({ version: flax }) },
  {
    option: 'no-partitionable',
    name: 'partitionable',
    read: () => ({ partitionable: false }),
  },
  {
    option: 'scalar-normals',
    name: 'normalKernel',
    read: () => ({ normalKernel: 'scalar' }),
  },
];

// The engines that have an option.
function enginesWith(name: keyof EngineOptions): readonly Engine[] {
  return ENGINES.filter((engine) =>
    (ENGINE_RECORDS[engine].options as readonly string[]).includes(name),
  );
}

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
  for (const { option, name } of OPTIONS) {
    const engines = enginesWith(name);
    if (values[option] === undefined || engines.some((engine) => named.includes(engine))) continue;
    throw new UsageError(`--${option} is for --engine ${engines.join(' or ')}`);
  }
}

function choiceOf(core: Playground, values: Values, name: string): EngineChoice {
  const engine = name as Engine;
  const own = OPTIONS.filter(
    ({ option, name }) => values[option] !== undefined && enginesWith(name).includes(engine),
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
