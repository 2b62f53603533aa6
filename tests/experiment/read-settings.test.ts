// What people write for p and seed, on the page, the command line and in links.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readProbability, readSeed } from '../../web/experiment/read-settings.ts';

describe('p', () => {
  test('is a number, a quotient or percent', () => {
    const rows: Record<string, number> = {
      ...{ '0.5': 0.5, '0,5': 0.5, '.5': 0.5, ',5': 0.5, '5e-1': 0.5, '1.': 1, ' 0.25 ': 0.25 },
      ...{ '1/3': 1 / 3, '2/3': 2 / 3, '1 / 4': 0.25, '.5/2': 0.25 },
      ...{ '50%': 0.5, '50 %': 0.5, '12,5%': 0.125, '0%': 0, '100%': 1, '33.3%': 0.333 },
      ...{ inf: Infinity, '-inf': -Infinity, '-0.5': -0.5, '150%': 1.5 },
    };
    for (const [text, p] of Object.entries(rows)) assert.equal(readProbability(text), p, text);
    assert.ok(Number.isNaN(readProbability('nan')));
  });

  test('is nothing else', () => {
    for (const text of [
      '',
      'half',
      '1/0',
      '0/0',
      '1/2/3',
      '%',
      '/',
      '1/',
      '0x1',
      '1_0',
      '5%%',
      'Infinity',
    ]) {
      assert.throws(() => readProbability(text), { code: 'probability' }, text);
    }
  });
});

describe('a seed', () => {
  test('is a whole number as Python writes it', () => {
    const rows: Record<string, bigint> = {
      ...{
        '42': 42n,
        '-1': -1n,
        '+7': 7n,
        '1_000': 1000n,
        '0x2A': 42n,
        '0X2a': 42n,
        '0b11': 3n,
        '0o17': 15n,
      },
      ...{ '42.0': 42n, '1e3': 1000n, '1E3': 1000n, '4.2e1': 42n, '42.': 42n, '-3.0': -3n },
    };
    for (const [text, seed] of Object.entries(rows))
      assert.equal(readSeed(text, 'torch-cpu'), seed, text);
    assert.equal(readSeed('0x2A', 'numpy'), 42n);
  });

  test('is no float where the framework takes none, in its words', () => {
    assert.throws(() => readSeed('42.0', 'numpy'), /Cannot cast scalar from dtype\('float64'\)/);
    assert.throws(() => readSeed('42.0', 'numpy-pcg64'), /SeedSequence expects int .* not 42\.0/);
    assert.throws(() => readSeed('1e3', 'jax'), /PRNG key seed must be an integer; got 1e3/);
    assert.throws(() => readSeed('1e3', 'flax-nnx'), /PRNG key seed must be an integer/);
  });

  test('of PyTorch is the whole part of a float, as int() takes it', () => {
    assert.equal(readSeed('1.5', 'torch-cpu'), 1n);
    assert.equal(readSeed('1e-3', 'torch-cpu'), 0n);
    assert.equal(readSeed('-42.7', 'torch-cpu'), -42n);
  });

  test('is nothing else', () => {
    for (const text of ['', 'abc', '0xg', '1__0', 'inf', 'nan', '_1']) {
      assert.throws(() => readSeed(text, 'torch-cpu'), /invalid literal for int/, text);
    }
    assert.throws(() => readSeed('1e20', 'torch-cpu'), /Overflow when unpacking long/);
    assert.equal(readSeed('any text', 'tfjs'), 'any text');
  });
});
