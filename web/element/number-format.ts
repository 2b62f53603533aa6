// Numbers in running text, written as the reader's language writes them. Tensors never are: those
// are written as PyTorch does.
import { getLocale } from '../i18n/localization.ts';

const cache = new Map<string, Intl.NumberFormat>();

type Style = 'decimal' | 'percent' | 'scientific';

function formatter(style: Style): Intl.NumberFormat {
  const locale = getLocale();
  const key = `${locale} ${style}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    ...(style === 'scientific' ? { notation: style } : { style }),
    maximumFractionDigits: style === 'percent' ? 0 : 4,
  });
  cache.set(key, made);
  return made;
}

/** Up to four decimals, with an exponent where they would hide its size. What is no finite number is written as in the tensors beside it. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const magnitude = Math.abs(value);
  const isPlain = magnitude < 1e9 && (magnitude >= 5e-5 || magnitude === 0);
  return formatter(isPlain ? 'decimal' : 'scientific').format(value);
}

/** Of a share from 0 to 1, in whole percent. */
export function formatPercent(share: number): string {
  return formatter('percent').format(share);
}
