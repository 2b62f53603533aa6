// What the lab says of its two trainings.
import { msg, str } from '@lit/localize';
import { formatNumber, formatPercent } from '../../i18n/number-format.ts';
import type { Losses, Moment, ScenarioName } from '../../training/training.ts';

/** With so many units off, what is left says little. */
const TOO_MUCH = 0.9;
/** A validation loss that differs by less than this share is no better and no worse. */
const ALIKE = 0.02;

/** Two decimals, of which all losses have the same. */
export function lossText(loss: number): string {
  if (Number.isNaN(loss)) return '–';
  const text = loss.toFixed(2);
  return text === '-0.00' ? '0.00' : text;
}

/** Which of two networks does better on what it has not seen, in a sentence. */
export function verdict(p: number, without: Losses, own: Losses): string {
  if (p === 0) {
    return msg('With p = 0 on both sides they are the same network, to the last digit.', {
      id: 'lab-verdict-same',
    });
  }
  const [before, after] = [lossText(without.validation), lossText(own.validation)];
  const share = own.validation / without.validation - 1;
  const shown = formatNumber(p);
  if (p >= TOO_MUCH && own.training > without.training * 2) {
    return msg(
      str`p = ${shown} is too much: hardly a unit is left in a step, and the network learns too little. Validation loss ${after}, training ${lossText(own.training)}.`,
      { id: 'lab-verdict-much' },
    );
  }
  if (Math.abs(share) < ALIKE) {
    return msg(
      str`On new examples p = ${shown} changes little here: validation loss ${after}, without dropout ${before}.`,
      { id: 'lab-verdict-alike' },
    );
  }
  return share < 0
    ? msg(
        str`On new examples the network with p = ${shown} is better: validation loss ${after} instead of ${before}, ${formatPercent(-share)} lower.`,
        { id: 'lab-verdict-better' },
      )
    : msg(
        str`With this seed dropout does not help: validation loss ${after} with p = ${shown}, ${before} without.`,
        { id: 'lab-verdict-worse' },
      );
}

/** Why a training loss may be higher than a validation loss. */
export function masksNote(): string {
  return msg(
    'The loss with masks is that of a network with units missing: compare training and validation in eval mode.',
    { id: 'lab-note' },
  );
}

/** Of the picture of a fit, for readers who do not see it. */
export function fitSentence(p: number, { step, losses }: Moment): string {
  return msg(
    str`Fit with p = ${formatNumber(p)} after step ${formatNumber(step)}: mean squared distance to the points it learns from ${lossText(losses.training)}, to new points ${lossText(losses.validation)}.`,
    { id: 'lab-fit-sentence' },
  );
}

/** As fitSentence(), where what is learned are classes. */
export function classesSentence(p: number, { step, losses }: Moment): string {
  return msg(
    str`The examples that are learned from. With p = ${formatNumber(p)} after step ${formatNumber(step)} the loss on them is ${lossText(losses.training)}, on new examples ${lossText(losses.validation)}.`,
    { id: 'lab-classes-sentence' },
  );
}

export function unitsOff({ masks }: Moment): { off: number; all: number } {
  const all = masks.reduce((sum, mask) => sum + mask.length, 0);
  const on = masks.reduce((sum, mask) => sum + mask.reduce((ones, one) => ones + one, 0), 0);
  return { off: all - on, all };
}

export function offCount(moment: Moment): string {
  const { off, all } = unitsOff(moment);
  return off === 0
    ? msg(str`all ${formatNumber(all)} units on`, { id: 'lab-all-on' })
    : msg(str`${formatNumber(off)} of ${formatNumber(all)} units off`, { id: 'lab-off' });
}

/** Of the picture of the network, for readers who do not see it. */
export function networkSentence(moment: Moment): string {
  const sizes = moment.masks.map(({ length }) => length).join('-');
  return msg(
    str`Network with hidden layers ${sizes} in step ${formatNumber(moment.step)}: ${offCount(moment)}`,
    {
      id: 'lab-network-sentence',
    },
  );
}

/** What the examples are where they cannot be drawn; null where they can. */
export function examplesWords(scenario: ScenarioName): string | null {
  return scenario === 'linear'
    ? msg(
        'A weighted sum of five numbers, without noise, and 200 examples of it: there is little to learn by heart, so dropout only disturbs.',
        { id: 'lab-linear-words' },
      )
    : null;
}

export function unitName({ layer, unit }: { layer: number; unit: number }): string {
  return msg(str`unit ${formatNumber(unit + 1)} of hidden layer ${formatNumber(layer + 1)}`, {
    id: 'lab-unit',
  });
}

/** How much a network relies on a unit: how far what it says without it is from what it says, where that is farthest. */
export function withoutUnit(predictions: Float32Array, without: Float32Array): string {
  const farthest = without.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - (predictions[i] ?? value))),
    0,
  );
  return msg(str`without this unit: up to ${lossText(farthest)} off`, { id: 'lab-unit-without' });
}
