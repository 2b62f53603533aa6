// `dropout-playground identify INPUT --output TEXT`: which engines and seeds print an output.
import { readFile } from 'node:fs/promises';
import type { Engine, Identification, Playground, SearchedEngine } from 'dropout-playground';
import { type Arguments, engineOptions, UsageError } from './arguments.ts';
import { probability } from './layer-command.ts';

/** The text to print. @throws UsageError and the errors of the package. */
export async function runIdentify(
  core: Playground,
  parsed: Arguments,
  input: string,
): Promise<string> {
  const { values } = parsed;
  const options = engineOptions(parsed);
  const found = await core.identify({
    input,
    output: await readOutput(parsed),
    p: values.p === undefined ? undefined : probability(values.p),
    engines: (values.engine as Engine[] | undefined)?.map((engine) => ({ engine, options })),
    seeds: values.seeds === undefined ? undefined : readSeeds(values.seeds),
    onProgress: process.stderr.isTTY ? showProgress : undefined,
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return values.json ? JSON.stringify(found, jsonSeed, 2) : described(found);
}

async function readOutput({ values }: Arguments): Promise<string> {
  if (values.output !== undefined) return values.output;
  if (values['output-file'] !== undefined) return readFile(values['output-file'], 'utf8');
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
