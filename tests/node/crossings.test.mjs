// How often a run crosses into WebAssembly, and how often it draws a mask: counted at the module's
// border, whoever crosses it.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { inFreshProcess } from './fresh-process.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Of a run, however small its tensor; each call of the strip besides the shown one adds some. */
const MOST_CROSSINGS = 16;
const MOST_CROSSINGS_OF_A_CALL = 3;

// The experiment with the core inside, and what of the core its border is watched by.
const folder = await mkdtemp(join(tmpdir(), 'crossings-'));
after(() => rm(folder, { recursive: true }));
const program = `
  export { run } from ${JSON.stringify(join(root, 'web/experiment/experiment.ts'))};
  export { runOrRecall } from ${JSON.stringify(join(root, 'web/experiment/recent-results.ts'))};
  export { DEFAULT_SETTINGS } from ${JSON.stringify(join(root, 'web/experiment/settings.ts'))};
  export { figureCore } from ${JSON.stringify(join(root, 'web/core/figure-core.ts'))};
  export { native } from ${JSON.stringify(join(root, 'web/core/instance.ts'))};
  export { startWholeCore } from ${JSON.stringify(join(root, 'web/core/whole-core.ts'))};
  export { handle } from ${JSON.stringify(join(root, 'web/core/native-object.ts'))};
`;
const bundle = await rolldown({
  input: 'watched',
  platform: 'node',
  plugins: [
    {
      name: 'watched',
      resolveId: (id) => (id === 'watched' ? id : null),
      load: (id) => (id === 'watched' ? program : null),
    },
  ],
});
const file = join(folder, 'watched.mjs');
await bundle.write({ file, codeSplitting: false });
const watched = pathToFileURL(file).href;
const wasm = join(root, 'web/core/wasm/dropout-playground.wasm');

/**
 * What of a layer draws its mask: forward() for the output, and each of the others once more, since no
 * mask is stored. What is new is to be put into one of the two lists.
 */
const DRAWS = ['forward', 'backward', 'mask', 'kept', 'lastCall', 'drawCounts'];
const DRAWS_NOTHING = ['delete', 'scale', 'setP', 'setInplace', 'setTraining'];

// In a fresh process: what each of some runs does at the module's border.
async function watch(watched, wasm, runs) {
  const { readFile } = await import('node:fs/promises');
  let crossed = [];
  const counting =
    (name, called) =>
    (...values) => {
      crossed.push(name);
      return called(...values);
    };
  // The glue calls what the module exports and what Embind finds in its table.
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...source) => {
    const { exports } = await instantiate(...source);
    const counted = Object.entries(exports).map(([name, value]) => [
      name,
      typeof value === 'function' ? counting(name, value) : value,
    ]);
    return { exports: Object.fromEntries(counted) };
  };
  const { get } = WebAssembly.Table.prototype;
  WebAssembly.Table.prototype.get = function (place) {
    return counting('function', get.call(this, place));
  };
  const { DEFAULT_SETTINGS, figureCore, handle, native, startWholeCore, ...program } = await import(
    watched
  );
  const bytes = await readFile(wasm);
  await startWholeCore(() => ({ wasm: bytes, read: () => Promise.reject() }));

  const layer = Object.getPrototypeOf(new figureCore.Dropout()[handle]);
  const methods = Object.getOwnPropertyNames(layer).filter((name) => name !== 'constructor');
  let drawn = [];
  for (const name of methods) {
    const method = layer[name];
    layer[name] = function (...values) {
      drawn.push(name);
      return method.apply(this, values);
    };
  }
  const { create } = native().SlicedForward;
  native().SlicedForward.create = (...values) => {
    drawn.push('forward');
    return create(...values);
  };

  // What else is called where a text crosses: room for it, and the end of that.
  crossed = [];
  native().cudaGpu('A100');
  const lending = new Set(crossed.filter((name) => name !== 'function'));

  return runs.map(({ by, settings, calls }) => {
    crossed = [];
    drawn = [];
    const result = program[by](figureCore, { ...DEFAULT_SETTINGS, ...settings }, calls);
    return {
      crossings: crossed.filter((name) => !lending.has(name)).length,
      lent: crossed.filter((name) => lending.has(name)).length,
      lending: lending.size,
      methods,
      drawn,
      listed: result.calls.length,
    };
  });
}

const inOneProcess = (runs) => inFreshProcess(watch, { args: [watched, wasm, runs] });

// The second of two, for what the module does once.
async function watching(settings = {}, calls = 1) {
  const one = { by: 'run', settings, calls };
  return (await inOneProcess([one, one]))[1];
}

describe('a run', { concurrency: 2 }, () => {
  for (const [what, settings] of [
    ['of the default experiment', {}],
    ['of 400 elements', { input: 'torch.ones(20, 20)' }],
    ['of whole channels', { layer: 'Dropout2d', input: 'torch.ones(2, 3, 4, 5)' }],
    ['with p = 0', { p: '0' }],
    ['of another engine', { engine: 'jax' }],
  ]) {
    test(`${what} crosses into the module at most ${MOST_CROSSINGS} times, and draws its mask at most twice`, async (t) => {
      const { crossings, lent, lending, methods, drawn } = await watching(settings);
      t.diagnostic(`${crossings} crossings, and ${lent} for the text that one of them takes`);
      assert.equal(lending, 2);
      assert.deepEqual(methods.toSorted(), [...DRAWS, ...DRAWS_NOTHING].toSorted());
      assert.ok(crossings <= MOST_CROSSINGS && crossings > 4, `${crossings} crossings`);
      assert.deepEqual(
        drawn.filter((name) => DRAWS.includes(name)),
        ['forward', 'lastCall'],
      );
    });
  }

  test(`draws the mask of another call twice, and crosses for it at most ${MOST_CROSSINGS_OF_A_CALL} times`, async () => {
    const one = await watching();
    for (const [settings, calls] of [
      [{ call: '5' }, 1],
      [{}, 5],
    ]) {
      const five = await watching(settings, calls);
      const most = one.crossings + 4 * MOST_CROSSINGS_OF_A_CALL;
      assert.ok(five.crossings <= most, `${five.crossings} crossings, not ${most}`);
      assert.equal(five.drawn.filter((name) => name === 'kept').length, 4);
      assert.equal(five.drawn.filter((name) => DRAWS.includes(name)).length, 2 + 2 * 4);
    }
  });
});

test('an experiment that was run just before is not run again, whoever asks', async () => {
  const asked = [
    [{}, 1],
    [{}, 1],
    [{ p: '0.3' }, 5],
    [{ p: '0.3' }, 1],
    [{}, 1],
    [{}, 2],
  ];
  const runs = asked.map(([settings, calls]) => ({ by: 'runOrRecall', settings, calls }));
  const found = await inOneProcess(runs);
  assert.deepEqual(
    found.map(({ crossings, listed }) => [crossings > 0, listed]),
    [
      [true, 1],
      [false, 1],
      [true, 5],
      [false, 1],
      [false, 1],
      [true, 2],
    ],
  );
});
