// `dropout-playground identify INPUT --output TEXT`: which engines and seeds print an output.
import type {
  Identification,
  IdentifyOptions,
  Playground,
  PlaygroundError,
  SearchedEngine,
  SeedMatch,
} from 'dropout-playground';
import {
  FORM_WORDS,
  MOST_BY_CHANCE,
  type Shortness,
  shortnessOf,
  triedBy,
} from '../experiment/search/tried.ts';
import { DEFAULT_SETTINGS } from '../experiment/settings.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { readEngines } from './engine-choice.ts';
import { callCount, layerName, probability, skipCount } from './option-values.ts';
import { readTextFile } from './read-text.ts';
import { tellNote } from './tell-note.ts';

// What identify() searches if no seeds are given.
const USUAL_SEEDS = 1_000_000;

/** The text to print. @throws UsageError and the errors of the package. */
export async function runIdentify(
  core: Playground,
  parsed: Arguments,
  input: string,
): Promise<string> {
  const { values } = parsed;
  const engines = readEngines(core, parsed);
  const output = await readOutput(parsed);
  refuseDrawnOutput(core, output);
  const question: IdentifyOptions = {
    input,
    output,
    p: values.p === undefined ? undefined : probability(values.p),
    layer: values.layer === undefined ? undefined : layerName(values.layer),
    skip: values.skip === undefined ? undefined : skipCount(values.skip),
    engines: engines.length === 0 ? undefined : engines,
    calls: values.calls === undefined ? undefined : callCount(values.calls),
  };
  const seeds = seedsOf(parsed);
  if (seeds === undefined) {
    // Of a short output nearly every list of seeds is a list of coincidences.
    const seed = BigInt(DEFAULT_SETTINGS.seed);
    const alone = await core.identify({ ...question, seeds: [seed] });
    const shortness = shortnessOf(alone);
    if (shortness.matchesPerSeed * USUAL_SEEDS > MOST_BY_CHANCE) {
      if (values.json) return JSON.stringify(alone, jsonValue, 2);
      return `${toldShort(shortness)}\n\nSeed ${seed} alone:\n${described(alone, `seed ${seed}`)}`;
    }
  }
  const found = await core.identify({
    ...question,
    seeds,
    onProgress: process.stderr.isTTY ? showProgress : undefined,
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (values.json) return JSON.stringify(found, jsonValue, 2);
  const range = seeds
    ? `seeds ${seeds.from} to ${seeds.to}`
    : 'seeds 0 to 999999 and well-known ones';
  return described(found, range);
}

function refuseDrawnOutput(core: Playground, output: string) {
  try {
    core.parse(output, { dtype: 'float64', onNote: tellNote }).dispose();
  } catch (error) {
    const { details } = error as Partial<PlaygroundError>;
    if (details?.kind !== 'generator-missing') throw error;
    const [maker] = details.values;
    throw new Error(
      `identify needs an output that draws nothing, but ${maker} draws from a generator`,
    );
  }
}

async function readOutput({ values }: Arguments): Promise<string> {
  const { output, 'output-file': file } = values;
  if (output !== undefined && file !== undefined) {
    throw new UsageError('--output is the output, and --output-file would be another: give one');
  }
  if (output !== undefined) return output;
  if (file !== undefined) return readTextFile(file);
  throw new UsageError('identify needs --output or --output-file');
}

function seedsOf({ values }: Arguments): { from: bigint; to: bigint } | undefined {
  const { seed, seeds } = values;
  if (seed !== undefined && seeds !== undefined) {
    throw new UsageError('--seed is one seed, and --seeds would be others: give one of the two');
  }
  if (seeds !== undefined) return readSeeds('seeds', seeds);
  return seed === undefined ? undefined : readSeeds('seed', seed);
}

function readSeeds(option: 'seed' | 'seeds', text: string): { from: bigint; to: bigint } {
  const [, from, to = from] = /^(-?\d+)(?:-(-?\d+))?$/.exec(text) ?? [];
  if (option === 'seed' && (from === undefined || from !== text)) {
    throw new UsageError(`--seed must be a whole number, but got '${text}'`);
  }
  if (from === undefined || to === undefined) {
    throw new UsageError(`--seeds must be a range such as 0-999999, but got '${text}'`);
  }
  return { from: BigInt(from), to: BigInt(to) };
}

function showProgress({ done, total }: { done: number; total: number }) {
  process.stderr.write(`\rTried ${Math.floor((100 * done) / total)} % of ${total} seeds`);
}

function toldShort({ known, oneIn, matchesPerSeed }: Shortness): string {
  const matches = rounded(matchesPerSeed * USUAL_SEEDS);
  return [
    `${known} elements tell too little: one seed in ${rounded(oneIn)} prints this, so that a million seeds`,
    `would give some ${matches} matches. A longer output tells more; --seed N asks about one seed, and`,
    '--seeds FROM-TO searches all the same.',
  ].join('\n');
}

function rounded(number: number): string {
  return Number(number.toPrecision(2)).toLocaleString('en');
}

function described(found: Identification, seeds: string): string {
  const { p, known, matches, engines, tried, expectedByChance } = found;
  const lines = matches.map(describedMatch);
  const matched = engines.reduce((sum, { matched }) => sum + matched, 0);
  if (lines.length === 0) lines.push('No engine and seed that was tried gives this output.');
  else if (matched > lines.length) lines.push(`… and ${matched - lines.length} more`);
  const chance = expectedByChance < 0.001 ? 'less than 0.001' : expectedByChance.toPrecision(2);
  return [
    ...lines,
    '',
    `p = ${Number.isNaN(p) ? 'unknown' : p}, ${known} elements known, ${tried} seeds tried; by chance ${chance} would match.`,
    ...(lines.length > 0 && found.certain ? [] : describedTrial(found, seeds)),
  ].join('\n');
}

function describedMatch({
  seed,
  call,
  layer,
  skip,
  skipped,
  drawn,
  form,
  scaled,
  ...searched
}: SeedMatch) {
  const { form: _, ...options } = searched.options ?? {};
  return [
    `${labelOf({ engine: searched.engine, options })}: seed ${seed}`,
    ...(call === 1 ? [] : [`call ${call}`]),
    ...(layer === DEFAULT_SETTINGS.layer ? [] : [layer]),
    ...(searched.options?.form ? [`by hand as ${FORM_WORDS[form]}`] : []),
    ...(drawn === '' ? [] : [`the input drawn first by ${drawn}`]),
    ...(skip === 0 ? [] : [`after ${skip} words${skipped === '' ? '' : ` as of ${skipped}`}`]),
    ...(scaled ? [] : ['not scaled']),
  ].join(', ');
}

// All that was tried, and what was not.
function describedTrial({ engines }: Identification, seeds: string): string[] {
  const { layers, forms, drawn, before, seedsBehindSkips, calls } = triedBy(engines);
  return [
    '',
    `Tried: ${seeds}, calls 1 to ${calls}, ${layers.join(', ')} of ${engines.map(labelOf).join(', ')}`,
    ...(forms.length === 0
      ? []
      : [`  by hand: ${forms.map((form) => FORM_WORDS[form]).join(', ')}`]),
    ...(drawn.length === 0 ? [] : [`  the input drawn first: ${drawn.join(', ')}`]),
    ...(before.length === 0
      ? []
      : [`  drawn before, with ${seedsBehindSkips} seeds: ${before.join('; ')}`]),
    'Not tried: other seeds, calls, layers and engines; anything else that was drawn before (--skip); Apple’s',
    '  GPUs (mps), torch.compile, half precision.',
  ];
}

function labelOf({ engine, options }: SearchedEngine): string {
  const written = Object.entries(options ?? {}).map(
    ([name, value]) => `${name}: ${value === '' ? "''" : value}`,
  );
  return written.length === 0 ? engine : `${engine} (${written.join(', ')})`;
}

// JSON has no bigints and no nan.
function jsonValue(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : Number.isNaN(value) ? null : value;
}
