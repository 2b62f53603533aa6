// The core in two files: the first does for most figures, and with the rest it is the whole core.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ENGINES, LAYERS, load } from 'dropout-playground';
import { rolldown } from 'rolldown';
import { inFreshProcess } from './fresh-process.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FIRST = 'dropout-playground.first.wasm';
const REST = 'dropout-playground.rest.wasm';

// A program of its own, beside its wasm: what the embed has inside.
const folder = await mkdtemp(join(tmpdir(), 'two-parts-'));
after(() => rm(folder, { recursive: true }));
const input = {
  'first-part': join(root, 'web/core/first-part.ts'),
  'rest-missing': join(root, 'web/core/rest-missing.ts'),
};
const bundle = await rolldown({ input, platform: 'neutral' });
await bundle.write({ dir: folder, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' });
await cp(join(root, 'dist/wasm'), join(folder, 'wasm'), { recursive: true });
const program = pathToFileURL(join(folder, 'first-part.mjs')).href;

// In a fresh process: what a page does step by step, where the first `failures` requests for the rest
// come to nothing. Node's fetch knows no files.
async function inSteps(program, steps, failures = 0) {
  const { readFile } = await import('node:fs/promises');
  const fetched = [];
  globalThis.fetch = async (url) => {
    fetched.push(url.pathname.split('/').at(-1));
    if (url.pathname.endsWith('rest.wasm') && failures-- > 0) throw new TypeError('offline');
    return new Response(await readFile(url), { headers: { 'content-type': 'application/wasm' } });
  };
  const { loadFirstPart, loadRest, loadWhole } = await import(program);
  const { RestMissing, withRest } = await import(program.replace('first-part', 'rest-missing'));
  let core;
  const forward = (engine) => {
    const generator = new core.Generator(engine).manualSeed(42);
    const y = new core.Dropout(0.5, { generator }).forward(core.parse('[1, 2, 3, 4]'));
    // As a figure asks for it.
    return y.describe().printed;
  };
  const told = async (error) => {
    if (!(error instanceof RestMissing)) return { code: error.code, reason: error.reason };
    return await error.rest.then(
      () => 'the rest came',
      ({ code, reason }) => ({ code, reason }),
    );
  };
  const doing = {
    'the first part': async () => {
      core = await loadFirstPart();
    },
    'the whole': async () => {
      core = await loadWhole();
    },
    'the rest': () => loadRest(),
    'torch-cpu': () => forward('torch-cpu'),
    jax: () => forward('jax'),
    'jax with the rest': () => withRest(() => forward('jax')),
    // At many places inside of the module, with texts, tensors and generators on the way.
    'what needs the rest, 5,000 times each': () => {
      const generator = new core.Generator().manualSeed(42);
      const small = core.parse('[1, 0.00001]');
      const calls = [
        ...['torch.rand(2, 3)', '[[1, 2], [torch.ones(2)', '[1, 2] + [1, 2, 3]', '[inf, 1e-7]'],
        ...['tensor([[1., 2.], [3., 4.]])', '[[1, 2], [3]]', '[1, two]', '1\t2\n3\t4', '2 ** 3'],
        ...['torch.arange(6).reshape(2, 3)', 'torch.eye(3).to(torch.float64)', 'torch.one(3)'],
      ].map((text) => () => core.parse(text + ' '.repeat(1000), { generator }).dispose());
      calls.push(
        () => new core.Generator('jax'),
        () => small.describe(),
      );
      // As low as memory has room: higher if some is lost below it.
      const room = () => {
        const large = core.parse('torch.ones(1000000)');
        const { byteOffset } = large.view();
        large.dispose();
        return byteOffset;
      };
      const fail = (most) =>
        calls.map((call) => {
          let times = 0;
          for (let i = 0; i < most; ++i) {
            try {
              call();
            } catch (error) {
              times += Number(error instanceof RestMissing);
            }
          }
          return times;
        });
      const before = room();
      const missing = fail(5000);
      // More than the module keeps of what it told last: a byte of each failure.
      return { missing, isLost: room() - before >= 5000 };
    },
  };
  const results = [];
  for (const step of steps) {
    const result = await Promise.resolve().then(doing[step]).catch(told);
    results.push(result ?? 'there');
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
      ['jax', 'jax', 'torch-cpu', 'the rest'],
      0,
      ['the rest came', JAX, TORCH, 'there'],
      [FIRST, REST],
    ],
    [
      'can have the rest before anything needs it',
      ['the rest', 'jax'],
      0,
      ['there', JAX],
      [FIRST, REST],
    ],
    ['is waited for by who says so', ['jax with the rest'], 0, [JAX], [FIRST, REST]],
    [
      'says why the rest does not come, goes on without it, and asks for it again',
      ['jax', 'torch-cpu', 'the rest', 'jax', 'jax'],
      2,
      [UNREACHABLE, TORCH, UNREACHABLE, 'the rest came', JAX],
      [FIRST, REST, REST, REST],
    ],
    [
      'loses neither stack nor memory to calls that need the rest',
      ['what needs the rest, 5,000 times each', 'torch-cpu'],
      1,
      [{ missing: Array(14).fill(5000), isLost: false }, TORCH],
      [FIRST, REST],
    ],
  ]) {
    test(what, async () => {
      const args = [program, ['the first part', ...steps], failures];
      const told = await inFreshProcess(inSteps, { args });
      assert.deepEqual(told, { results: ['there', ...results], fetched });
    });
  }

  test('is not missed where the whole was started', async () => {
    const steps = ['the whole', 'the first part', 'jax', 'the rest'];
    assert.deepEqual(await inFreshProcess(inSteps, { args: [program, steps] }), {
      results: ['there', 'there', JAX, 'there'],
      fetched: ['dropout-playground.wasm'],
    });
  });
});

// Of every engine and layer: a print, and a sum over so many elements that the kernels' blocks are full.
async function outputs(program, kind, engines, layers) {
  const { readFile } = await import('node:fs/promises');
  globalThis.fetch = async (url) =>
    new Response(await readFile(url), { headers: { 'content-type': 'application/wasm' } });
  const { loadFirstPart, loadRest, loadWhole } = await import(program);
  const core = await (kind === 'whole' ? loadWhole() : loadFirstPart());
  await loadRest();
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
  const [parts, whole] = await Promise.all(
    ['parts', 'whole'].map((kind) =>
      inFreshProcess(outputs, { args: [program, kind, ENGINES, LAYERS] }),
    ),
  );
  assert.equal(parts.length, ENGINES.length * LAYERS.length);
  const computed = parts.filter(([, , printed]) => printed.startsWith('tensor('));
  assert.deepEqual([...new Set(computed.map(([engine]) => engine))], [...ENGINES]);
  assert.deepEqual(parts, whole);
});
