// The numbers in the cells of a grid as text. The core, not this file, writes what PyTorch prints.

const MOST_DECIMALS = 4;

/**
 * The numbers with equally many decimals, so that their points stand below each other: as many as the number
 * needs that needs most, but at most four. Each with an exponent if that many decimals would hide their size.
 *
 * @param leastDecimals The decimals of neighbouring numbers that these are compared with.
 * @param mostDecimals  Fewer than four where further decimals say nothing.
 */
export function alignedTexts(
  values: readonly number[],
  leastDecimals = 0,
  mostDecimals = MOST_DECIMALS,
): string[] {
  const hidden = needExponents(values);
  const decimals = Math.min(mostDecimals, Math.max(leastDecimals, decimalsOf(values)));
  return values.map((value) => {
    if (!Number.isFinite(value)) return special(value);
    const text = hidden ? inFiveDigits(value) : value.toFixed(decimals);
    return Object.is(value, -0) ? `-${text}` : text;
  });
}

// With an exponent only where zeros would otherwise stand for digits that are not known.
function inFiveDigits(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return String(value);
  const rounded = Number(value.toPrecision(5));
  const isWritten = rounded === value || Math.abs(value) < 1e5;
  return isWritten ? String(rounded) : value.toExponential(4);
}

/** The decimals of the number that needs most, but at most four. */
export function decimalsOf(values: readonly number[]): number {
  if (needExponents(values)) return 0;
  return values
    .filter(Number.isFinite)
    .reduce((most, value) => Math.max(most, decimalsNeeded(value)), 0);
}

function needExponents(values: readonly number[]): boolean {
  return values.filter(Number.isFinite).some((value) => {
    const magnitude = Math.abs(value);
    return magnitude >= 1e7 || (magnitude > 0 && magnitude < 0.5 * 10 ** -MOST_DECIMALS);
  });
}

function decimalsNeeded(value: number): number {
  const [, decimals = ''] = String(Number(value.toFixed(MOST_DECIMALS))).split('.');
  return decimals.length;
}

/** What Python writes for a number that is not finite. */
export function special(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return value < 0 ? '-inf' : 'inf';
}

/** The fewest digits that read back as the same value, as Python writes them: `0.1` for float32 0.1, `nan`, `inf`, `-0.0`. */
export function shortestText(value: number, dtype: string): string {
  if (!Number.isFinite(value)) return special(value);
  if (Object.is(value, -0)) return '-0.0';
  if (dtype !== 'float32') return String(value);
  // Nine digits tell any two float32 apart.
  for (let digits = 1; digits < 9; ++digits) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(Number(value.toPrecision(9)));
}
