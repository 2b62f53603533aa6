// The core in two files: the first does for most figures, and with the rest it is the whole core.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES, LAYERS, load } from 'dropout-playground';
import { inFreshProcess } from './fresh-process.mjs';

const files = new URL('../../dist/', import.meta.url).href;
const FIRST = 'dropout-playground.first.wasm';
const REST = 'dropout-playground.rest.wasm';

// In a fresh process: what a page does step by step, where the first `failures` requests for the rest
// come to nothing. Node's fetch knows no files.
async function inSteps(files, steps, failures = 0) {
  const { readFile } = await import('node:fs/promises');
  const fetched = [];
  globalThis.fetch = async (url) => {
    fetched.push(url.pathname.split('/').at(-1));
    if (url.pathname.endsWith('rest.wasm') && failures-- > 0) throw new TypeError('offline');
    return new Response(await readFile(url), { headers: { 'content-type': 'application/wasm' } });
  };
  const { loadFirstPart, loadRest, RestMissing } = await import(`${files}first-part.js`);
  const { load } = await import(`${files}index.js`);
  const core = await loadFirstPart();
  const forward = (engine) => {
    const generator = new core.Generator(engine).manualSeed(42);
    return String(new core.Dropout(0.5, { generator }).forward(core.parse('[1, 2, 3, 4]')));
  };
  const told = async (error) => {
    if (!(error instanceof RestMissing)) return { code: error.code, reason: error.reason };
    return await error.rest.then(
      () => 'the rest came',
      ({ code, reason }) => ({ code, reason }),
    );
  };
  const doing = {
    'torch-cpu': () => forward('torch-cpu'),
    jax: () => forward('jax'),
    'jax 30,000 times': () => {
      let missing = 0;
      for (let i = 0; i < 30_000; ++i) {
        try {
          forward('jax');
        } catch (error) {
          missing += Number(error instanceof RestMissing);
        }
      }
      return missing;
    },
    'load()': () => load().then((whole) => whole === core),
    'loadRest()': () => loadRest(),
  };
  const results = [];
  for (const step of steps) {
    const result = await Promise.resolve().then(doing[step]).catch(told);
    results.push(result ?? 'done');
  }
  return { results, fetched };
}

const TORCH = 'tensor([2., 4., 6., 8.])';
const JAX = await (async () => {
  const { Generator, Dropout, tensor } = await load();
  const generator = new Generator('jax').manualSeed(42);
  return String(new Dropout(0.5, { generator }).forward(tensor([1, 2, 3, 4])));
})();
const UNREACHABLE = { code: 'wasm', reason: 'unreachable' };

describe('a core that begins with its first part', { concurrency: 2 }, () => {
  for (const [what, steps, failures, results, fetched] of [
    ['needs no more for a usual figure', ['torch-cpu'], 0, [TORCH], [FIRST]],
    [
      'fetches the rest for what needs it, once',
      ['jax', 'jax', 'torch-cpu', 'loadRest()'],
      0,
      ['the rest came', JAX, TORCH, 'done'],
      [FIRST, REST],
    ],
    [
      'can have the rest before anything needs it',
      ['loadRest()', 'jax'],
      0,
      ['done', JAX],
      [FIRST, REST],
    ],
    ['is whole after load()', ['load()', 'jax'], 0, [true, JAX], [FIRST, REST]],
    [
      'says why the rest does not come, goes on without it, and asks for it again',
      ['jax', 'torch-cpu', 'load()', 'jax', 'jax'],
      2,
      [UNREACHABLE, TORCH, UNREACHABLE, 'the rest came', JAX],
      [FIRST, REST, REST, REST],
    ],
    [
      'loses no stack to calls that need the rest',
      ['jax 30,000 times', 'torch-cpu'],
      1,
      [30_000, TORCH],
      [FIRST, REST],
    ],
  ]) {
    test(what, async () => {
      const told = await inFreshProcess(inSteps, { args: [files, steps, failures] });
      assert.deepEqual(told, { results, fetched });
    });
  }
});

// Of every engine and layer: a print, and a sum over so many elements that the kernels' blocks are full.
async function outputs(source, engines, layers) {
  const { readFile } = await import('node:fs/promises');
  globalThis.fetch = async (url) =>
    new Response(await readFile(url), { headers: { 'content-type': 'application/wasm' } });
  const { load } = await import(source);
  if (source.endsWith('index.js')) {
    await (await import(source.replace('index.js', 'first-part.js'))).loadFirstPart();
  }
  const core = await load();
  return engines.flatMap((engine) =>
    layers.map((layer) => {
      try {
        const generator = new core.Generator(engine).manualSeed(123);
        const drop = new core[layer](0.3, { generator });
        const x = core.parse('torch.arange(1, 4097).reshape(8, 8, 8, 8)').to('float32');
        const y = drop.forward(x);
        return [engine, layer, String(y), y.sum(), drop.backward(y).sum(), drop.mask.sum()];
      } catch ({ name, message }) {
        return [engine, layer, name, message];
      }
    }),
  );
}

test('a core of two parts gives what the core in one file gives, bit for bit', async () => {
  const args = [ENGINES, LAYERS];
  const [parts, whole] = await Promise.all(
    ['index.js', 'node.js'].map((name) =>
      inFreshProcess(outputs, { args: [files + name, ...args] }),
    ),
  );
  assert.equal(parts.length, ENGINES.length * LAYERS.length);
  const computed = parts.filter(([, , printed]) => printed.startsWith('tensor('));
  assert.deepEqual([...new Set(computed.map(([engine]) => engine))], [...ENGINES]);
  assert.deepEqual(parts, whole);
});
