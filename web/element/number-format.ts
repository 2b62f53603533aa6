// Numbers in running text, written as the reader's language writes them. Tensors never are: those
// are written as PyTorch does.
import { getLocale } from '../i18n/localization.ts';

const cache = new Map<string, Intl.NumberFormat>();

function formatter(style: 'decimal' | 'percent'): Intl.NumberFormat {
  const locale = getLocale();
  const key = `${locale} ${style}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style,
    maximumFractionDigits: style === 'percent' ? 0 : 4,
  });
  cache.set(key, made);
  return made;
}

/** Up to four decimals. What is no finite number is written as in the tensors beside it. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return formatter('decimal').format(value);
}

/** Of a share from 0 to 1, in whole percent. */
export function formatPercent(share: number): string {
  return formatter('percent').format(share);
}
