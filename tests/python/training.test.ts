// The programs of training/ lose what they lose in PyTorch 1.13. Every random number has PyTorch's bits, but sums are not
// taken in its order, so the losses part in their last bits. What training makes of that is the program's: the fixture has
// how far losses spread in PyTorch itself when the last bits of the first parameters change. Where that stays as small as
// it began, all losses are PyTorch's; where it grows, from a step on nobody has them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { Interpreter } from '../../web/python/interpreter.ts';
import { startInterpreter } from './start-interpreter.ts';

const TOLERANCE = 1e-5;

interface Training {
  name: string;
  losses: number[];
  /** Within so many steps. */
  spread: { '50': number; '500': number };
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { programs } = JSON.parse(read('../fixtures/torch-training.json')) as {
  programs: Training[];
};

let interpreter: Interpreter;
before(async () => {
  interpreter = await startInterpreter();
});

/** Those that a program prints, one a line. */
function lossesOf(name: string): number[] {
  const texts = { stdout: '', stderr: '' };
  const take = (stream: 'stdout' | 'stderr') => (bytes: Uint8Array) => {
    texts[stream] += Buffer.from(bytes);
  };
  interpreter.run(
    { source: read(`training/${name}.py`), filename: `${name}.py` },
    { stdout: take('stdout'), stderr: take('stderr') },
  );
  assert.equal(texts.stderr, '');
  return texts.stdout.trimEnd().split('\n').map(Number);
}

function requireAlike(seen: readonly number[], losses: readonly number[]) {
  assert.equal(seen.length, losses.length);
  const apart = losses.findIndex(
    (loss, step) => !(Math.abs((seen[step] ?? Number.NaN) - loss) <= TOLERANCE),
  );
  assert.equal(apart, -1, `step ${apart}: ${seen[apart]}, and ${losses[apart]} in PyTorch`);
}

const isSmooth = ({ spread }: Training) => spread['500'] < TOLERANCE;
const smooth = programs.filter(isSmooth);
const chaotic = programs.filter((program) => !isSmooth(program));

describe('where training keeps a difference small, each loss is that of PyTorch', () => {
  for (const { name, losses, spread } of smooth) {
    test(`${name}, over 500 steps: PyTorch's own are ${spread['500']} apart`, () => {
      requireAlike(lossesOf(name), losses);
    });
  }
});

describe('where training makes a difference larger, the first losses are those of PyTorch', () => {
  for (const { name, losses, spread } of chaotic) {
    test(`${name}, over 50 steps: PyTorch's own are ${spread['50']} apart, and ${spread['500']} after 500`, () => {
      requireAlike(lossesOf(name).slice(0, 50), losses.slice(0, 50));
    });
  }
});

test('there are programs of both kinds, and losses of each', () => {
  assert.ok(smooth.length >= 4 && chaotic.length >= 1);
  assert.deepEqual(
    programs.map(({ name }) => `${name}.py`).toSorted(),
    readdirSync(new URL('training/', import.meta.url)).toSorted(),
  );
  for (const { losses } of programs) assert.equal(losses.length, 500);
});
