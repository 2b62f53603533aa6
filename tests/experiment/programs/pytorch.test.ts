// The PyTorch programs that the page writes, against those that PyTorch was seen to run.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Program } from '../../../web/experiment/programs/program.ts';
import type { Settings } from '../../../web/experiment/settings.ts';
import { fixture, program, programOrError } from './programs.ts';

interface Seen {
  settings: Partial<Settings>;
  program: string[];
}

describe('a PyTorch program', () => {
  for (const { settings, program: lines } of fixture('pytorch-programs.json').programs as Seen[]) {
    test(`is one that PyTorch was seen to run: ${JSON.stringify(settings)}`, () => {
      assert.deepEqual(program('PyTorch', settings).trimEnd().split('\n'), lines);
    });
  }

  test('has what C++ draws as Python draws it', () => {
    const written = program('PyTorch', { input: 'auto x = torch::rand({2, 3});' });
    assert.ok(written.includes('\nx = torch.rand((2, 3))\n'), written);
    assert.equal(written, program('PyTorch', { input: 'torch.rand((2, 3))' }));
  });

  test('writes down what the last bits of depend on the machine, and asserts no more', () => {
    for (const input of ['torch.randn(4, 4)', 'torch.randn(3, dtype=torch.float64)']) {
      const [draw, x] = program('PyTorch', { input })
        .split('\n')
        .filter((line) => /^(?:torch\.randn|x = )/.test(line));
      assert.deepEqual([draw, x?.slice(0, 16)], [input, 'x = torch.tensor']);
    }
    const few = program('PyTorch', { input: 'torch.randn(3, 5)' });
    assert.ok(few.includes('\nx = torch.randn(3, 5)\n'), few);
    const many = programOrError('PyTorch', { input: 'torch.randn(100, 100)' });
    assert.equal((many as Program).asserts, false);
  });
});
