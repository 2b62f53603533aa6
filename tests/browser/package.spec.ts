// The package itself in a browser, under the page's policy: fixtures of every framework, bit for bit.
import { readFileSync } from 'node:fs';
import type * as Package from '../../web/core/index.ts';
import { expect, test } from './browsers/fixtures.ts';
import { openPackage } from './package-page.ts';

interface Step {
  op: string;
  out: string;
  in: string;
  seed: string;
  shape: number[];
  dtype: Package.DType;
  p: number;
  train: boolean;
  inplace?: boolean;
}

interface Program {
  id: string;
  steps: Step[];
  outputs: Record<string, { hex?: string[] }>;
}

const cases = <Case>(file: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')).cases;

for (const [engine, file, least] of [
  ['torch-cpu', 'torch-cpu-default.json', 70],
  ['torch-cpu-mkl', 'torch-cpu-mkl.json', 40],
] as const) {
  test(`${engine} runs the programs of PyTorch's fixtures`, { tag: '@engines' }, async ({
    page,
  }) => {
    const known = ['seed', 'ones', 'rand', 'randn', 'dropout', 'dropout2d', 'alpha_dropout'];
    const programs = cases<Program>(file).filter(
      ({ steps, outputs }) =>
        steps.every(({ op, dtype }) => known.includes(op) && dtype !== 'float64') &&
        Object.values(outputs).every(({ hex }) => hex),
    );
    expect(programs.length).toBeGreaterThanOrEqual(least);
    await openPackage(page);
    const wrong = await page.evaluate(
      async ([engine, programs]) => {
        const url = new URL('./package/index.js', location.href).href;
        const { load } = (await import(url)) as typeof Package;
        const { Generator, Dropout, Dropout2d, AlphaDropout, ones } = await load();
        const layers = { dropout: Dropout, dropout2d: Dropout2d, alpha_dropout: AlphaDropout };

        const hex = (x: Package.Tensor) => {
          const floats = x.toTypedArray() as Float32Array;
          const words = new Uint32Array(floats.buffer);
          return Array.from(words, (word, i) =>
            Number.isNaN(floats[i]) ? '7fc00000' : word.toString(16).padStart(8, '0'),
          );
        };
        return programs.flatMap(({ id, steps, outputs }) => {
          const generator = new Generator(engine);
          const tensors: Record<string, Package.Tensor> = {};
          for (const { op, out, in: input, seed, shape, p, train, inplace = false } of steps) {
            if (op === 'seed') generator.manualSeed(BigInt(seed));
            else if (op === 'ones') tensors[out] = ones(shape);
            else if (op === 'rand') tensors[out] = generator.rand(shape);
            else if (op === 'randn') tensors[out] = generator.randn(shape);
            else {
              const layer = new layers[op as keyof typeof layers](p, { generator, inplace });
              tensors[out] = layer.train(train).forward(tensors[input] as Package.Tensor);
            }
          }
          return Object.entries(outputs)
            .filter(([name, { hex: expected }]) => {
              const got = hex(tensors[name] as Package.Tensor);
              return String(got) !== String(expected);
            })
            .map(([name]) => `${id}: ${name}`);
        });
      },
      [engine, programs] as const,
    );
    expect(wrong).toEqual([]);
  });
}

interface Dropped {
  id: string;
  seed: number;
  rate: number;
  shape: number[];
  noiseShape?: null;
  partitionable?: boolean;
  x: { hex: string[] } | string[];
  y: { hex: string[] } | string[];
}

const words = (listed: Dropped['x']) => (Array.isArray(listed) ? listed : listed.hex);

for (const [engine, prefix, file, least] of [
  ['tfjs', '', 'tfjs.json', 20],
  ['flax-linen', 'linen-top', 'flax-derived.json', 40],
  ['flax-nnx', 'nnx-new', 'flax-derived.json', 20],
  ['jax', 'explicit-key', 'flax-derived.json', 40],
] as const) {
  test(`${engine} gives the outputs of its fixtures`, { tag: '@engines' }, async ({ page }) => {
    const chosen = cases<Dropped>(file)
      .filter(({ id, noiseShape, x }) => id.startsWith(prefix) && !noiseShape && words(x))
      .map((one) => ({ ...one, x: words(one.x), y: words(one.y) }));
    expect(chosen.length).toBeGreaterThanOrEqual(least);
    await openPackage(page);
    const wrong = await page.evaluate(
      async ([engine, chosen]) => {
        const url = new URL('./package/index.js', location.href).href;
        const { load } = (await import(url)) as typeof Package;
        const { Generator, Dropout, tensor } = await load();
        return chosen
          .filter(({ seed, rate, shape, partitionable = true, x, y }) => {
            const options = engine === 'tfjs' ? {} : { partitionable };
            const generator = new Generator(engine, options).manualSeed(seed);
            const floats = new Float32Array(
              Uint32Array.from(x, (word) => Number.parseInt(word, 16)).buffer,
            );
            const drop = new Dropout(rate, { generator });
            const got = drop.forward(tensor(floats, { shape })).toTypedArray() as Float32Array;
            const bits = new Uint32Array(got.buffer);
            return !y.every((word, i) => {
              const expected = Number.parseInt(word, 16);
              const isNan = (expected & 0x7fffffff) > 0x7f800000;
              return isNan ? Number.isNaN(got[i]) : bits[i] === expected;
            });
          })
          .map(({ id }) => id);
      },
      [engine, chosen] as const,
    );
    expect(wrong).toEqual([]);
  });
}
