// Numbers in running text, in the words of the reader's language, but with a point as decimal sign in every
// language: beside them stand the numbers of tensors and programs, which are written as Python writes them.
import type { Language } from './languages.ts';
import { activeLanguage } from './localization.ts';

const cache = new Map<string, Intl.NumberFormat>();

const FORMATS = {
  decimal: { maximumFractionDigits: 4 },
  scientific: { notation: 'scientific', maximumFractionDigits: 4 },
  percent: { style: 'percent', maximumFractionDigits: 0 },
  rough: { maximumSignificantDigits: 2 },
  roughScientific: { notation: 'scientific', maximumSignificantDigits: 2 },
  estimate: { maximumSignificantDigits: 3 },
  estimateScientific: { notation: 'scientific', maximumSignificantDigits: 3 },
  exact: { maximumSignificantDigits: 6 },
  exactScientific: { notation: 'scientific', maximumSignificantDigits: 6 },
  compact: { notation: 'compact', maximumFractionDigits: 2 },
} as const;

type Style = keyof typeof FORMATS;

function formatter(style: Style): Intl.NumberFormat {
  const locale = activeLanguage();
  const key = `${locale} ${style}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, FORMATS[style]);
  cache.set(key, made);
  return made;
}

/** Their thousands are separated by a narrow space here, since the point is taken. */
const WITH_DECIMAL_COMMA: ReadonlySet<Language> = new Set(['de', 'fr']);

function written(style: Style, value: number): string {
  const format = formatter(style);
  if (!WITH_DECIMAL_COMMA.has(activeLanguage())) return format.format(value);
  const signs: Partial<Record<string, string>> = { decimal: '.', group: '\u202f' };
  return format
    .formatToParts(value)
    .map(({ type, value }) => signs[type] ?? value)
    .join('');
}

/**
 * Formats a number in a task of its own. The first number takes the browser 15 ms; called while the core is being
 * fetched, this keeps them out of the first render.
 */
export function prepareNumbers(): void {
  setTimeout(() => formatNumber(0));
}

/** Up to four decimals, or an exponent if these would hide the size. nan and inf are written as in tensors. */
export function formatNumber(value: number): string {
  return formatSize(value, 5e-5, 'decimal', 'scientific');
}

/** @param least Numbers of this magnitude or more are readable without an exponent. */
function formatSize(value: number, least: number, plain: Style, withExponent: Style): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const magnitude = Math.abs(value);
  const isPlain = magnitude < 1e9 && (magnitude >= least || magnitude === 0);
  return written(isPlain ? plain : withExponent, value);
}

/** Two digits of a number of any size; `< 0.000001` for a smaller number than that. */
export function formatRough(value: number): string {
  const least = 1e-6;
  return value > 0 && value < least ? `< ${written('rough', least)}` : written('rough', value);
}

/** Two digits of a distance, with an exponent if zeros would hide its size. */
export function formatDistance(value: number): string {
  return formatSize(value, 1e-6, 'rough', 'roughScientific');
}

/** Three digits, of what is only estimated. */
export function formatEstimate(value: number): string {
  return formatSize(value, 5e-5, 'estimate', 'estimateScientific');
}

/** Six digits, which is as many as readers compare, with an exponent if zeros would hide the size. */
export function formatExact(value: number): string {
  return formatSize(value, 5e-5, 'exact', 'exactScientific');
}

/** As short as it can be: `12M`. For axes and large counts. */
export function formatCompact(value: number): string {
  // There are no words for more than trillions.
  return written(Math.abs(value) < 1e15 ? 'compact' : 'scientific', value);
}

/** A share from 0 to 1 in whole percent. */
export function formatPercent(share: number): string {
  return written('percent', share);
}
