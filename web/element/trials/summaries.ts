// What the pictures of <on-average> show, in sentences.
import { msg, str } from '@lit/localize';
import { formatExact, formatRough } from '../number-format.ts';
import type { Distribution } from './expectation.ts';
import type { TrialCounts } from './trials.ts';

/** Of the sums of calls; what theory says alone before the first call. */
export function sumSummary(theory: Distribution, evalSum: number, counts: TrialCounts | null) {
  const [ofEval, deviation] = [formatExact(evalSum), formatExact(theory.deviation)];
  if (!counts) {
    return msg(
      str`In theory the mean of all sums is ${formatExact(theory.mean)}, the sum of eval ${ofEval}; the deviation of the sums is ${deviation}.`,
      { id: 'sum-theory' },
    );
  }
  return msg(
    str`The mean of all sums is ${formatExact(counts.sumMean)}, that of eval ${ofEval}; their deviation is ${formatExact(Math.sqrt(counts.sumVariance))}, in theory ${deviation}.`,
    { id: 'sum-summary' },
  );
}

/** @param farthest The largest difference between a mean and eval; null before the first call. */
export function elementsSummary(p: number, farthest: number | null): string {
  if (p === 1) {
    const fixed = msg('At p = 1 every call drops all elements: nothing varies.', {
      id: 'elements-fixed',
    });
    return farthest === null ? fixed : `${farthestText(farthest)} ${fixed}`;
  }
  const mean =
    farthest === null
      ? msg('In theory the mean of an element is what eval gives.', { id: 'elements-mean' })
      : farthestText(farthest);
  return `${mean} ${msg('The variance of an element is p / (1 − p) · x².', { id: 'elements-variance' })}`;
}

function farthestText(farthest: number): string {
  return msg(str`The mean farthest from eval is off by ${formatRough(farthest)}.`, {
    id: 'elements-farthest',
  });
}
