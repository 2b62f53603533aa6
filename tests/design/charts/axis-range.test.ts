// The range of an axis below bars.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rangeOfBars } from '../../../web/design/charts/axis-range.ts';
import { assertClose } from '../../close.ts';

describe('the axis of bars', () => {
  for (const [middles, range] of [
    [
      [0, 1, 2, 3, 4],
      [-0.5, 4.5],
    ],
    [
      [-3, 5],
      [-7, 9],
    ],
    [[4], [3.6, 4.4]],
    [[-1e30], [-1.1e30, -0.9e30]],
    [[0], [-0.5, 0.5]],
  ] as const) {
    test(`shows those around ${middles} whole`, () => {
      const found = rangeOfBars(Float64Array.from(middles));
      assert.equal(found.length, 2);
      found.forEach((end, i) => {
        assertClose(end / (range[i] as number), 1, 5e-13);
      });
    });
  }
});
