// The programs of programs/, run one after the other in one interpreter: each prints what it prints in PyTorch 1.13.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { Interpreter } from '../../web/python/interpreter.ts';
import { NOT_YET } from './not-yet.ts';
import { startInterpreter } from './start-interpreter.ts';
import { type NamedProgram, run, type Told, told } from './told.ts';

const folder = new URL('./programs/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');

interface Program extends NamedProgram {
  expected: Told;
}

const corpus: Program[] = (
  JSON.parse(read('corpus/index.json')) as { id: string; warnings?: string[]; error: boolean }[]
).map(({ id, warnings = [], error }) => {
  const lines = read(`corpus/${id}.out`).split('\n').slice(0, -1);
  const message = error ? lines.splice(-1) : [];
  const stdout = lines.map((line) => `${line}\n`).join('');
  return {
    name: id,
    source: read(`corpus/${id}.py`),
    expected: { stdout, warnings, error: message },
  };
});

const own: Program[] = readdirSync(new URL('own/', folder))
  .filter((file) => file.endsWith('.py'))
  .map((file) => {
    const name = file.slice(0, -'.py'.length);
    const expected = told(read(`own/${name}.out`), read(`own/${name}.err`), name);
    return { name, source: read(`own/${file}`), expected };
  });

let interpreter: Interpreter;
before(async () => {
  interpreter = await startInterpreter();
});

/** As the corpus keeps it: of a traceback the error alone, and of a warning no place. */
function withoutPlaces({ stdout, warnings, error }: Told): Told {
  return {
    stdout,
    warnings: warnings.map((warning) => warning.replace(/^\S+\.py:\d+: /, '')),
    error: error.slice(-1),
  };
}

/** Another order each time, and the same in every run of the tests. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const key = (at: number) => Math.imul(at + 1, 0x9e3779b1 * seed) >>> 0;
  return items
    .map((item, at) => [key(at), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);
}

const all = [
  ...corpus.map((program) => ({ ...program, seen: withoutPlaces })),
  ...own.map((program) => ({ ...program, seen: (one: Told) => one })),
];

for (const order of [1, 2]) {
  describe(`in order ${order}, a program prints what it prints in PyTorch`, () => {
    for (const program of shuffled(all, order)) {
      const reason = NOT_YET[program.name];
      test(program.name + (reason ? `: not yet, since ${reason}` : ''), () => {
        const seen = program.seen(run(interpreter, program));
        if (reason)
          assert.notDeepEqual(seen, program.expected, 'it does now: take it off the list');
        else assert.deepEqual(seen, program.expected);
      });
    }
  });
}

test('what is not yet there is the name of a program', () => {
  const names = own.map(({ name }) => name);
  assert.deepEqual(
    Object.keys(NOT_YET).filter((name) => !names.includes(name)),
    [],
  );
});
