// The JavaScript programs that the page writes, run by Node on the built package.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Settings } from '../../../web/experiment/settings.ts';
import { altered, PRECISE, program, resultOf, SPECIAL } from './programs.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

async function inNode(text: string): Promise<string> {
  const command = ['--input-type=module', '--eval', text];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT });
  return stdout;
}

describe('a JavaScript program', () => {
  const settings: Partial<Settings>[] = [
    {},
    { input: SPECIAL, p: '0.3' },
    { input: PRECISE, p: '0.3', call: '2', inplace: 'true' },
    { input: 'torch.rand(2, 3, 2, 2)', layer: 'Dropout2d', seed: '-1' },
    { input: 'torch.rand(30, 30)', seed: '18446744073709551615' },
    { input: 'torch.full((30, 30), nan)', p: '0.3' },
    { input: '[[1, 2], [-3, 4]]', layer: 'AlphaDropout', engine: 'torch-cpu-mkl' },
    { input: '[1, 2, 3, 4]', engine: 'torch-cuda,gpu=A100' },
    { input: '[1, 2, 3, 4]', engine: 'jax,partitionable=false', call: '3' },
    { input: '[1, 2, 3, 4]', engine: 'flax-linen,path=Block_0/Dropout_0' },
    { input: '[1, 2, 3, 4]', engine: 'tfjs', seed: 'a "\'\\\u2028 \u202e b', p: '0.3' },
    { input: 'rng.random((2, 3))', engine: 'numpy-pcg64', seed: '36893488147419103232' },
    { input: '[1, 2, 3, 4]', engine: 'fast', p: '0.1' },
    { input: 'torch.rand(2, 3)', skip: '20, 4', earlier: '0.3, 0.9' },
    { input: 'torch.rand(2, 3)', reseed: '-7', skip: '3' },
    { input: 'torch.rand(2, 3)', engine: 'torch-cuda', skip: '8' },
    {
      input: '[1, 2, 3, 4]',
      engine: 'flax-nnx',
      seed: 'split(fold_in([0, 42], 7), 3)[2]',
      skip: '2',
    },
    {
      input: '[1, 2, 3, 4]',
      engine: 'jax,partitionable=false',
      seed: '1',
      reseed: 'split(key(0))[1]',
    },
  ];

  for (const changes of settings) {
    const title = JSON.stringify(changes);
    test(`holds, prints its output, and fails if a digit of that is another: ${title}`, async () => {
      const text = program('JavaScript', changes);
      assert.equal(await inNode(text), `${resultOf(changes).train.printed}\n`);
      await assert.rejects(inNode(altered(text)), /AssertionError/);
    });
  }

  test('is in English, whatever is in its settings is one line of a comment', () => {
    const text = program('JavaScript', { engine: 'flax-linen,path=A\u2028import os\u0000' });
    assert.ok(text.includes('// Flax linen, path=A import os \n'), text);
  });
});
