// `dropout-playground identify INPUT --output TEXT`: which engines and seeds print an output.
import type {
  Identification,
  Playground,
  PlaygroundError,
  SearchedEngine,
  Tensor,
} from 'dropout-playground';
import { type Arguments, UsageError } from './arguments.ts';
import { readEngines } from './engine-choice.ts';
import { callCount, probability } from './option-values.ts';
import { readTextFile } from './read-text.ts';
import { tellNote } from './tell-note.ts';

/** The text to print. @throws UsageError and the errors of the package. */
export async function runIdentify(
  core: Playground,
  parsed: Arguments,
  input: string,
): Promise<string> {
  const { values } = parsed;
  const engines = readEngines(core, parsed);
  const found = await core.identify({
    input: parsedText(core, 'input', input),
    output: parsedText(core, 'output', await readOutput(parsed)),
    p: values.p === undefined ? undefined : probability(values.p),
    engines: engines.length === 0 ? undefined : engines,
    seeds: values.seeds === undefined ? undefined : readSeeds(values.seeds),
    calls: values.calls === undefined ? undefined : callCount(values.calls),
    onProgress: process.stderr.isTTY ? showProgress : undefined,
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return values.json ? JSON.stringify(found, jsonSeed, 2) : described(found);
}

function parsedText(core: Playground, what: string, text: string): Tensor {
  try {
    return core.parse(text, { onNote: tellNote });
  } catch (error) {
    const { details } = error as Partial<PlaygroundError>;
    if (details?.kind !== 'generator-missing') throw error;
    const [maker] = details.values;
    throw new Error(
      `identify needs an ${what} that draws nothing, but ${maker} draws from a generator`,
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

function readSeeds(text: string): { from: bigint; to: bigint } {
  const [, from, to = from] = /^(-?\d+)(?:-(-?\d+))?$/.exec(text) ?? [];
  if (from === undefined || to === undefined) {
    throw new UsageError(`--seeds must be a range such as 0-999999, but got '${text}'`);
  }
  return { from: BigInt(from), to: BigInt(to) };
}

function showProgress({ done, total }: { done: number; total: number }) {
  process.stderr.write(`\rTried ${Math.floor((100 * done) / total)} % of ${total} seeds`);
}

function described({ p, known, matches, tried, expectedByChance }: Identification): string {
  const lines = matches.map(({ seed, call, ...searched }) => {
    const which = call === 1 ? '' : `, call ${call}`;
    return `${labelOf(searched)}: seed ${seed}${which}`;
  });
  if (lines.length === 0) lines.push('No engine and seed that was tried gives this output.');
  const chance = expectedByChance < 0.001 ? 'less than 0.001' : expectedByChance.toPrecision(2);
  return [
    ...lines,
    '',
    `p = ${p}, ${known} elements known, ${tried} seeds tried; by chance ${chance} would match.`,
  ].join('\n');
}

function labelOf({ engine, options }: SearchedEngine): string {
  const written = Object.entries(options ?? {}).map(
    ([name, value]) => `${name}: ${value === '' ? "''" : value}`,
  );
  return written.length === 0 ? engine : `${engine} (${written.join(', ')})`;
}

function jsonSeed(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
