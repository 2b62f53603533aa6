// What the line of draws says: of its sides, of p, and of all of it in a sentence.
import { msg, str } from '@lit/localize';
import { isAlpha } from '../../experiment/derivation/arithmetic.ts';
import { textBeside } from '../../experiment/derivation/derivation.ts';
import type { DecisionRule, Sign } from '../../experiment/draws/decision-rule.ts';
import type { LineOfDraws } from '../../experiment/draws/line-of-draws.ts';
import type { Result } from '../../experiment/experiment.ts';
import { shortestText } from '../../experiment/number-text.ts';
import { formatNumber } from '../../i18n/number-format.ts';

/** Of a side of the line: in short, and what there is to add where there is room. */
export interface SideWords {
  fate: string;
  more: string;
  code: string;
}

export function title(): string {
  return msg('Draws on a line from 0 to 1', { id: 'draws-line' });
}

/** The name of p where it is a slider. */
export function pLabel(): string {
  return msg('p, probability of dropping', { id: 'p-slider' });
}

/** null if nothing was drawn. @param p May be another one than the result's, whose counts are not told then. */
export function keptWords(line: LineOfDraws, result: Result, p: number): SideWords | null {
  if (!('rule' in line)) return null;
  const { mask, dropped } = result;
  const fate = result.p === p ? keptCount(mask.size - dropped) : msg('kept', { id: 'kept' });
  if (!line.rule) return { fate, more: '', code: '' };
  const { of, sign } = line.rule;
  return { fate, more: drawsThatAre(sign), code: `${of} = ${twoDecimals(of === 'p' ? p : 1 - p)}` };
}

/** As keptWords(). */
export function droppedWords(line: LineOfDraws, result: Result, p: number): SideWords | null {
  if (!('rule' in line)) return null;
  return {
    fate: result.p === p ? droppedCount(result.dropped) : msg('dropped', { id: 'dropped' }),
    more: '',
    code: `${isAlpha(result) ? '→ −α′, ' : ''}p = ${twoDecimals(p)}`,
  };
}

export function tableWords(): string {
  return msg('A byte decides four elements, a row for each.', { id: 'byte-table' });
}

/** What stands in the place of draws. */
export function whyNothing(line: LineOfDraws, { p }: Result): string {
  return line.kind === 'none'
    ? msg(str`nothing is drawn for p = ${shortestText(p, 'float64')}`, { id: 'nothing-drawn' })
    : msg('not noted for tensors this large', { id: 'draw-unnoted' });
}

/** Of the handle. */
export function pWords({ p: ofResult, dropped, mask }: Result, p: number): string {
  const shown = shortestText(p, 'float64');
  if (ofResult !== p) return `p = ${shown}`;
  return msg(str`p = ${shown}: ${formatNumber(dropped)} of ${formatNumber(mask.size)} dropped`, {
    id: 'p-dropped',
  });
}

/** All of it, for readers who do not see the line. */
export function sentence(line: LineOfDraws, result: Result): string {
  if (!('rule' in line)) return `${title()}: ${whyNothing(line, result)}`;
  const kept = keptCount(result.mask.size - result.dropped);
  const dropped = droppedCount(result.dropped);
  if (!line.rule) return `${title()}: ${kept}, ${dropped}. ${tableWords()}`;
  const { more, code } = keptWords(line, result, result.p) as SideWords;
  return `${title()}: ${kept} (${more} ${code}), ${dropped}`;
}

/** The number that a dot stands for, so exact that it does not look equal to the threshold. */
export function numberText(place: number, rule: DecisionRule | null): string {
  return rule ? textBeside(place, rule.threshold) : String(Math.round(place * 256));
}

export function fateWord(kept: number | undefined): string {
  return kept === 1 ? msg('kept', { id: 'kept' }) : msg('dropped', { id: 'dropped' });
}

function keptCount(count: number): string {
  return msg(str`${formatNumber(count)} kept`, { id: 'kept-count' });
}

function droppedCount(count: number): string {
  return msg(str`${formatNumber(count)} dropped`, { id: 'dropped-alone' });
}

/** Before what they are compared with. */
function drawsThatAre(sign: Sign): string {
  switch (sign) {
    case '<':
      return msg('draws below', { id: 'draws-below' });
    case '≤':
      return msg('draws up to', { id: 'draws-up-to' });
    case '>':
      return msg('draws above', { id: 'draws-above' });
    case '≥':
      return msg('draws from', { id: 'draws-from' });
  }
}

// So that the text is equally long for each hundredth that the handle passes.
function twoDecimals(number: number): string {
  const text = number.toFixed(2);
  return Math.abs(Number(text) - number) < 1e-9 ? text : formatNumber(number);
}
