// Numbers in running text, written as the reader's language writes them. Tensors never are: those
// are written as PyTorch does.
import { activeLanguage } from './localization.ts';

const cache = new Map<string, Intl.NumberFormat>();

const FORMATS = {
  decimal: { maximumFractionDigits: 4 },
  scientific: { notation: 'scientific', maximumFractionDigits: 4 },
  percent: { style: 'percent', maximumFractionDigits: 0 },
  rough: { maximumSignificantDigits: 2 },
  roughScientific: { notation: 'scientific', maximumSignificantDigits: 2 },
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

/**
 * Has the browser's first number, which takes it 15 ms, formatted in a task of its own: to be called
 * while the core is on its way, so that no render has to.
 */
export function prepareNumbers(): void {
  setTimeout(() => formatNumber(0));
}

/** Up to four decimals, with an exponent where they would hide its size. What is no finite number is written as in the tensors beside it. */
export function formatNumber(value: number): string {
  return formatSize(value, 5e-5, 'decimal', 'scientific');
}

/** @param least From this magnitude on it can be read without an exponent. */
function formatSize(value: number, least: number, plain: Style, withExponent: Style): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const magnitude = Math.abs(value);
  const isPlain = magnitude < 1e9 && (magnitude >= least || magnitude === 0);
  return formatter(isPlain ? plain : withExponent).format(value);
}

/** Two digits of a number of any size; `< 0.000001` for what is smaller than anybody reads. */
export function formatRough(value: number): string {
  const least = 1e-6;
  const format = formatter('rough');
  return value > 0 && value < least ? `< ${format.format(least)}` : format.format(value);
}

/** Two digits of how far a number is off, with an exponent where zeros would hide its size. */
export function formatDistance(value: number): string {
  return formatSize(value, 1e-6, 'rough', 'roughScientific');
}

/** Six digits, as many as a reader compares, with an exponent where zeros would hide its size. */
export function formatExact(value: number): string {
  return formatSize(value, 5e-5, 'exact', 'exactScientific');
}

/** As short as it can be: `12M`. For axes and large counts. */
export function formatCompact(value: number): string {
  // Beyond trillions there are no words.
  return formatter(Math.abs(value) < 1e15 ? 'compact' : 'scientific').format(value);
}

/** Of a share from 0 to 1, in whole percent. */
export function formatPercent(share: number): string {
  return formatter('percent').format(share);
}
