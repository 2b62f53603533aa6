// What the pictures of <on-average> show, in sentences.
import { msg, str } from '@lit/localize';
import type { Distribution, Expectation } from '../../experiment/trials/expectation.ts';
import type { TrialCounts } from '../../experiment/trials/trials.ts';
import {
  formatDistance,
  formatEstimate,
  formatExact,
  formatNumber,
} from '../../i18n/number-format.ts';

/** @param half 95 % of the shares of so many draws lie within this distance of p. */
export function shareSummary(p: number, share: number, half: number): string {
  const [found, wanted] = [formatExact(upTo(half, share)), formatExact(p)];
  if (half === 0) {
    return msg(
      str`${found} of all draws were dropped. p is ${wanted}: every run comes to the same.`,
      { id: 'share-fixed' },
    );
  }
  return msg(
    str`${found} of all draws were dropped. p is ${wanted}, and 95 of 100 such runs lie within ±\u00a0${formatDistance(half)}.`,
    { id: 'share-summary' },
  );
}

/** Describes the chart of how many draws of a call are dropped. */
export function droppedSummary({ dropped, usual }: Expectation): string {
  const [mean, least, most] = [dropped.mean, usual.least, usual.most].map(formatNumber);
  // Rounded down, since 100 % would mean all.
  const often = formatNumber(Math.floor(1000 * usual.share) / 10);
  if (usual.least === usual.most) {
    if (usual.share === 1) {
      return msg(str`Every call drops ${most}: with this p nothing is left to chance.`, {
        id: 'dropped-fixed',
      });
    }
    return msg(
      str`On average ${mean} are dropped, in ${often} of 100 calls exactly ${most}: p is an average, not a count.`,
      { id: 'dropped-mostly' },
    );
  }
  if (usual.share === 1) {
    return msg(
      str`On average ${mean} are dropped, in a single call anything from ${least} to ${most}: p is an average, not a count.`,
      { id: 'dropped-any' },
    );
  }
  return msg(
    str`On average ${mean} are dropped, in ${often} of 100 calls between ${least} and ${most}: p is an average, not a count.`,
    { id: 'dropped-summary' },
  );
}

/** Describes the chart of the sums of calls. Before the first call there is only what theory says. */
export function sumSummary(theory: Distribution, evalSum: number, counts: TrialCounts | null) {
  const [ofEval, deviation] = [formatExact(evalSum), formatEstimate(theory.deviation)];
  if (!counts) {
    return msg(
      str`In theory the mean of all sums is ${formatExact(theory.mean)}, the sum of eval ${ofEval}; the deviation of the sums is ${deviation}.`,
      { id: 'sum-theory' },
    );
  }
  return msg(
    str`The mean of all sums is ${formatExact(upTo(theory.deviation / Math.sqrt(counts.trials), counts.sumMean))}, that of eval ${ofEval}; their deviation is ${formatEstimate(counts.sumDeviation)}, in theory ${deviation}.`,
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
  return msg(str`The mean farthest from eval is off by ${formatDistance(farthest)}.`, {
    id: 'elements-farthest',
  });
}

/** The value without the decimals that say nothing, since it is only known up to a distance. */
function upTo(distance: number, value: number): number {
  if (!(distance > 0) || !Number.isFinite(value)) return value;
  const decimals = Math.ceil(-Math.log10(distance)) + 1;
  return Number(value.toFixed(Math.max(0, Math.min(20, decimals))));
}
