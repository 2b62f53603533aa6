// Where p stands on the line, and what a hand and keys make of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type End,
  endOfDropped,
  pAfterKey,
  pAtPlace,
  placeOfP,
} from '../../../web/experiment/draws/p-on-line.ts';

const ENDS: readonly End[] = ['left', 'right'];

test('each hundredth of p has a place, which has that p', () => {
  for (const end of ENDS) {
    for (let percent = 0; percent <= 100; ++percent) {
      assert.equal(pAtPlace(placeOfP(percent / 100, end), end), percent / 100);
    }
    assert.deepEqual([pAtPlace(-3, end), pAtPlace(3, end)].sort(), [0, 1]);
  }
});

test('what is dropped lies at the right, but for engines that keep what is above p', () => {
  const of = (engine: 'torch-cpu' | 'tfjs' | 'numpy', p = 0.3, form?: 'rand>p' | 'binomial') =>
    endOfDropped({ engine, p, options: form ? { form } : {} });
  assert.equal(of('torch-cpu'), 'right');
  assert.equal(of('tfjs'), 'left');
  assert.equal(of('numpy'), 'right');
  assert.equal(of('numpy', 0.3, 'rand>p'), 'left');
  assert.deepEqual([of('numpy', 0.3, 'binomial'), of('numpy', 0.5, 'binomial')], ['right', 'left']);
});

test('up and down change p, left and right move the handle as it is seen', () => {
  const rows: [key: string, end: End, after: number | null][] = [
    ...ENDS.flatMap((end): [string, End, number | null][] => [
      ['ArrowUp', end, 0.31],
      ['ArrowDown', end, 0.29],
      ['PageUp', end, 0.4],
      ['PageDown', end, 0.2],
      ['Home', end, 0],
      ['End', end, 1],
      ['a', end, null],
      ['toString', end, null],
    ]),
    ['ArrowRight', 'right', 0.29],
    ['ArrowLeft', 'right', 0.31],
    ['ArrowRight', 'left', 0.31],
    ['ArrowLeft', 'left', 0.29],
  ];
  for (const [key, end, after] of rows) assert.equal(pAfterKey(key, 0.3, end), after, key + end);
  for (const [key, after] of [
    ['ArrowUp', 1],
    ['PageUp', 1],
    ['PageDown', 0.9],
  ] as const) {
    assert.equal(pAfterKey(key, 1, 'right'), after);
  }
  assert.equal(pAfterKey('ArrowLeft', 0, 'left'), 0);
});
