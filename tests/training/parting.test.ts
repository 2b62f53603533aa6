// Trainings that PyTorch's own fixtures call chaotic part, and smooth ones do not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../web/core/torch-node.ts';
import { Parting } from '../../web/training/parting.ts';
import type { AnyTraining } from '../../web/training/training.ts';

async function partingOf(training: AnyTraining): Promise<number | null> {
  const torch = await load();
  const held = torch.heldTensors;
  const work = new Parting(torch, training);
  while (!work.isOver) work.advance();
  work.dispose();
  assert.equal(torch.heldTensors, held);
  return work.step;
}

test('the curve without dropout parts, but not in its first 50 steps', async () => {
  const step = await partingOf({ scenario: 'curve', p: 0, seed: 42 });
  assert.ok(step !== null && step > 50 && step <= 200, `${step}`);
});

test('glyphs and disc with dropout do not', async () => {
  assert.equal(await partingOf({ scenario: 'glyphs', p: 0.5, seed: 42 }), null);
  assert.equal(await partingOf({ scenario: 'disc', p: 0.5, seed: 42 }), null);
});
