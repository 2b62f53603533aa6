// Numbers in running text, written as the reader's language writes them. Not those in tensors, which are written
// as PyTorch writes them.
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
  return formatter(isPlain ? plain : withExponent).format(value);
}

/** Two digits of a number of any size; `< 0.000001` for a smaller number than that. */
export function formatRough(value: number): string {
  const least = 1e-6;
  const format = formatter('rough');
  return value > 0 && value < least ? `< ${format.format(least)}` : format.format(value);
}

/** Two digits of a distance, with an exponent if zeros would hide its size. */
export function formatDistance(value: number): string {
  return formatSize(value, 1e-6, 'rough', 'roughScientific');
}

/** Six digits, which is as many as readers compare, with an exponent if zeros would hide the size. */
export function formatExact(value: number): string {
  return formatSize(value, 5e-5, 'exact', 'exactScientific');
}

/** As short as it can be: `12M`. For axes and large counts. */
export function formatCompact(value: number): string {
  // There are no words for more than trillions.
  return formatter(Math.abs(value) < 1e15 ? 'compact' : 'scientific').format(value);
}

/** A share from 0 to 1 in whole percent. */
export function formatPercent(share: number): string {
  return formatter('percent').format(share);
}
