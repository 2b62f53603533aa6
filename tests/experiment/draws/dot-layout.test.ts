// Dots over the line: none over another, none too high, whatever their number.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layoutDots } from '../../../web/experiment/draws/dot-layout.ts';
import { ascending, dotBeyond, pile, sideWithRoom } from '../../../web/experiment/draws/piles.ts';

/** Numbers in [0, 1) that are the same in each run. */
function numbers(count: number, seed = 1): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  });
}

describe('piles', () => {
  test('have no two dots of a row nearer than the reach, and no dot higher than it must be', () => {
    for (const count of [1, 8, 24, 64, 400]) {
      const places = numbers(count, count).map((place) => place * 1000);
      const rows = pile(places, 13);
      const meets = (i: number, j: number) =>
        Math.abs((places[i] as number) - (places[j] as number)) < 13;
      for (let i = 0; i < count; ++i) {
        for (let j = 0; j < i; ++j) assert.ok(rows[i] !== rows[j] || !meets(i, j));
        // In each row below it there is one in its way.
        for (let row = 0; row < (rows[i] as number); ++row) {
          assert.ok(rows.some((other, j) => other === row && meets(i, j)));
        }
      }
    }
  });

  test('are in the order of the line', () => {
    assert.deepEqual(ascending([0.3, 0.1, 0.2, 0.1]), [1, 3, 2, 0]);
    assert.equal(dotBeyond([0.3, 0.1, 0.2], 1, 1), 2);
    assert.equal(dotBeyond([0.3, 0.1, 0.2], 1, -1), 1);
    assert.equal(dotBeyond([0.3, 0.1, 0.2], 1, Number.POSITIVE_INFINITY), 0);
    assert.equal(dotBeyond([0.3, 0.1, 0.2], 0, Number.NEGATIVE_INFINITY), 1);
  });

  test('a text stands at the right of its dot, or where there is more room', () => {
    const line = { width: 60, length: 1000, edge: 700 };
    assert.equal(sideWithRoom([500], [0], 0, line), 'right');
    assert.equal(sideWithRoom([990], [0], 0, line), 'left');
    assert.equal(sideWithRoom([690], [0], 0, line), 'left');
    assert.equal(sideWithRoom([710], [0], 0, line), 'right');
    assert.equal(sideWithRoom([500, 520], [0, 0], 0, line), 'left');
    assert.equal(sideWithRoom([500, 520], [0, 1], 0, line), 'right');
    assert.equal(sideWithRoom([500, 520, 490], [0, 0, 0], 0, line), 'right');
  });
});

describe('the layout of dots', () => {
  for (const [width, height] of [
    [1080, 108],
    [340, 88],
    [280, 88],
  ] as const) {
    for (const count of [1, 8, 24, 25, 64, 400]) {
      test(`of ${count} keeps in a strip of ${width} by ${height} pixels`, () => {
        const names = count <= 24 ? numbers(count).map((_, i) => String(i)) : null;
        const strip = { width, height, rem: 16 };
        const { size, rises, isNamed } = layoutDots(
          { places: numbers(count), names, inRows: false },
          strip,
        );
        assert.equal(isNamed, names !== null);
        assert.ok(size >= 4 && size <= 24);
        assert.ok(Math.max(...rises) + size <= height + 1e-9, String(Math.max(...rises)));
        assert.equal(Math.min(...rises), 9);
      });
    }
  }

  test('leaves long names out where there is little room', () => {
    const dots = { places: numbers(6), names: numbers(6).map((_, i) => `[0,${i}]`), inRows: false };
    assert.equal(layoutDots(dots, { width: 340, height: 88, rem: 16 }).isNamed, false);
    const long = layoutDots(dots, { width: 1080, height: 108, rem: 16 });
    assert.equal(long.isNamed, true);
    assert.ok(long.width > long.size);
  });

  test('of bytes has four rows, the first element in the highest', () => {
    const { rises, size } = layoutDots(
      { places: numbers(8), names: null, inRows: true },
      { width: 1080, height: 108, rem: 16 },
    );
    assert.ok(size <= 27);
    assert.deepEqual(rises.slice(0, 4), rises.slice(4));
    assert.deepEqual(
      rises.slice(0, 4),
      rises.slice(0, 4).sort((a, b) => b - a),
    );
  });
});
