// What PyTorch warns of, against what it warned of.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { LayerName } from '../../web/core/index.ts';
import { warningsOf } from '../../web/experiment/warnings.ts';

const { rows }: { rows: { layer: LayerName; rank: number; warnings: string[] }[] } = JSON.parse(
  readFileSync(new URL('../fixtures/dropout-warnings.json', import.meta.url), 'utf8'),
);

test('the warnings are those of PyTorch, and only of PyTorch', () => {
  assert.ok(rows.some(({ warnings }) => warnings.length > 0));
  for (const { layer, rank, warnings } of rows) {
    for (const engine of ['torch-cpu', 'torch-cpu-mkl', 'torch-cuda'] as const) {
      const told = warningsOf(engine, layer, rank).map((text) => `UserWarning: ${text}`);
      assert.deepEqual(told, warnings, `${engine} ${layer} ${rank}-D`);
    }
    assert.deepEqual(warningsOf('flax-linen', layer, rank), []);
  }
});
