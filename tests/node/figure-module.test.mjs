// A figure's own module: what it does, it does as the whole core, which takes its place when more is needed.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LAYERS, load } from 'dropout-playground';
import { rolldown } from 'rolldown';
import { inFreshProcess } from './fresh-process.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FIGURE = 'dropout-figure.wasm';
const WHOLE = 'dropout-playground.wasm';

// A program of its own, beside its wasm: what the embed has inside.
const folder = await mkdtemp(join(tmpdir(), 'figure-module-'));
after(() => rm(folder, { recursive: true }));
const input = {
  'figure-module': join(root, 'web/core/figure-module.ts'),
  'whole-core': join(root, 'web/core/whole-core.ts'),
};
const bundle = await rolldown({ input, platform: 'neutral' });
await bundle.write({ dir: folder, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' });
await cp(join(root, 'dist/wasm'), join(folder, 'wasm'), { recursive: true });
const program = pathToFileURL(join(folder, 'figure-module.mjs')).href;

// In a fresh process: what a page does step by step, where the first `failures` requests for the whole core come to
// nothing. Node's fetch knows no files.
async function inSteps(program, steps, failures = 0) {
  const { readFile } = await import('node:fs/promises');
  const fetched = [];
  globalThis.fetch = async (url) => {
    fetched.push(url.pathname.split('/').at(-1));
    if (url.pathname.endsWith('playground.wasm') && failures-- > 0) throw new TypeError('offline');
    return new Response(await readFile(url), { headers: { 'content-type': 'application/wasm' } });
  };
  const { loadFigureModule, loadWholeCore, readsTexts } = await import(program);
  const glue = () => import(program.replace('figure-module.mjs', 'whole-core.mjs'));
  let core;
  const forward = (engine, text) => {
    const generator = new core.Generator(engine).manualSeed(42);
    const x = core.parse(text, { generator });
    return new core.Dropout(0.5, { generator }).forward(x).describe().printed;
  };
  const doing = {
    'the module': async () => {
      core = await loadFigureModule();
    },
    'the whole': async () => {
      core = await loadWholeCore(glue, null);
    },
    'torch-cpu': () => forward('torch-cpu', '[1, 2, 3, 4]'),
    jax: () => forward('jax', '[1, 2, 3, 4]'),
    'torch.rand': () => forward('torch-cpu', 'torch.rand(4)'),
    'reads a list': () => readsTexts('[1, 2]', '[[1], [2]]'),
    'reads torch.rand': () => readsTexts('[1, 2]', 'torch.rand(4)'),
  };
  const results = [];
  for (const step of steps) {
    const told = ({ code, reason }) => ({ code, reason });
    const result = await Promise.resolve().then(doing[step]).catch(told);
    results.push(result ?? 'there');
  }
  return { results, fetched };
}

const TORCH = 'tensor([2., 4., 6., 8.])';
const outputOf = async (engine, text) => {
  const { Generator, Dropout, parse } = await load();
  const generator = new Generator(engine).manualSeed(42);
  return String(new Dropout(0.5, { generator }).forward(parse(text, { generator })));
};
const JAX = await outputOf('jax', '[1, 2, 3, 4]');
const RAND = await outputOf('torch-cpu', 'torch.rand(4)');
const UNREACHABLE = { code: 'wasm', reason: 'unreachable' };

describe('an embed', { concurrency: 2 }, () => {
  for (const [what, steps, failures, results, fetched] of [
    [
      'needs no more than the figure’s module for a usual figure',
      ['the module', 'reads a list', 'torch-cpu'],
      0,
      ['there', true, TORCH],
      [FIGURE],
    ],
    [
      'is told which texts need the whole core, and has it from then on, fetched once',
      ['the module', 'reads torch.rand', 'the whole', 'the whole', 'reads torch.rand'],
      0,
      ['there', false, 'there', 'there', true],
      [FIGURE, WHOLE],
    ],
    [
      'goes on in the whole core',
      ['the module', 'torch-cpu', 'the whole', 'torch.rand', 'jax', 'torch-cpu', 'the module'],
      0,
      ['there', TORCH, 'there', RAND, JAX, TORCH, 'there'],
      [FIGURE, WHOLE],
    ],
    [
      'goes on without the whole core if that does not come, and asks for it again',
      ['the module', 'the whole', 'torch-cpu', 'the whole', 'jax'],
      1,
      ['there', UNREACHABLE, TORCH, 'there', JAX],
      [FIGURE, WHOLE, WHOLE],
    ],
    [
      'needs only the whole core where it begins with that',
      ['the whole', 'the module', 'jax'],
      0,
      ['there', 'there', JAX],
      [WHOLE],
    ],
  ]) {
    test(what, async () => {
      const told = await inFreshProcess(inSteps, { args: [program, steps, failures] });
      assert.deepEqual(told, { results, fetched });
    });
  }
});

/** Of 4,096 elements the kernels' blocks are full. */
const MANY = `[${Array.from({ length: 8 }, (_, i) => `[${Array.from({ length: 8 }, (_, j) => `[${Array.from({ length: 8 }, (_, k) => `[${Array.from({ length: 8 }, (_, l) => `${(i - j) * 1.5 + k}e${l - 3}`)}]`)}]`)}]`)}]`;

const TEXTS = [
  MANY,
  '[[[1.5, -2, 3], [3, 4, 5]]]',
  ...['[[[[1.25, -2.]], [[nan, inf]]]]', '[[[[1, 2,],],],]', 'torch.ones(2, 3, 4, 5)'],
  ...['torch.zeros( 2,3 , 2,2, )', '[[[[1e-7, 1E5, -0., +.5, 1_000]]]]', '[[[[0.1, 16777217]]]]'],
];

// Of every layer and text: prints, and sums of what has the output's and the gradient's elements.
async function outputs(program, kind, layers, texts) {
  const { readFile } = await import('node:fs/promises');
  const { createHash } = await import('node:crypto');
  globalThis.fetch = async (url) =>
    new Response(await readFile(url), { headers: { 'content-type': 'application/wasm' } });
  const { loadFigureModule, loadWholeCore, readsTexts } = await import(program);
  const glue = () => import(program.replace('figure-module.mjs', 'whole-core.mjs'));
  // Each array by its bytes: all of them would be more than a process tells.
  const short = (_, value) =>
    ArrayBuffer.isView(value) ? createHash('sha256').update(value).digest('hex') : value;
  const core = await (kind === 'whole' ? loadWholeCore(glue, null) : loadFigureModule());
  return layers.flatMap((layer) =>
    texts.flatMap((text) =>
      [0, 0.3, 1, Number.NaN, 1.5].map((p) => {
        const generator = new core.Generator().manualSeed(123).skip(5);
        try {
          const drop = new core[layer](p, { generator });
          const x = core.parse(text);
          const y = drop.forward(x);
          const told = drop.lastCall({ draws: true, upstream: { text: '', dtype: 'float32' } });
          const all = JSON.stringify([x.describe(), y.describe(), told], short);
          return [layer, readsTexts(text), createHash('sha256').update(all).digest('hex')];
        } catch ({ name, message, code }) {
          return [layer, readsTexts(text), name, message, code];
        }
      }),
    ),
  );
}

test('a figure’s module gives what the whole core gives, bit for bit', async () => {
  const [figure, whole] = await Promise.all(
    ['figure', 'whole'].map((kind) =>
      inFreshProcess(outputs, { args: [program, kind, LAYERS, TEXTS] }),
    ),
  );
  assert.equal(figure.length, LAYERS.length * TEXTS.length * 5);
  assert.ok(figure.every(([, isRead]) => isRead));
  const computed = figure.filter(([, , hash]) => /^[0-9a-f]{64}$/.test(hash));
  assert.deepEqual([...new Set(computed.map(([layer]) => layer))], [...LAYERS]);
  assert.deepEqual(figure, whole);
});

// A text that is refused here needs the whole core, which says what is wrong with it, or reads it.
test('a figure’s module reads no other texts', async () => {
  const { parse } = await load();
  const texts = [
    ...['torch.rand(2)', 'torch.ones(2) + 1', '[1, two]', '[[1, 2], [3]]', '[1, [2]]', '[[1], 2]'],
    ...['[]', '[[], []]', '[1 2]', '[1/3]', '(1, 2)', '1, 2', '3', '', 'torch.ones(-1)', '[True]'],
    ...['torch.ones(2, dtype=torch.float64)', 'torch.ones(2.5)', 'torch.ones', 'ones(2)', '[1,,2]'],
    ...['torch.ones(99999999999)', 'torch.ones(3000, 3000)', 'tensor([1., 2.])', '[1] [2]', '[,]'],
  ];
  const told = await inFreshProcess(
    async (program, texts) => {
      const { readFile } = await import('node:fs/promises');
      globalThis.fetch = async (url) => new Response(await readFile(url));
      const { loadFigureModule, readsTexts } = await import(program);
      await loadFigureModule();
      return texts.filter((text) => readsTexts(text));
    },
    { args: [program, texts] },
  );
  assert.deepEqual(told, []);
  assert.equal(String(parse('[1/3]')), 'tensor([0.3333])');
});
