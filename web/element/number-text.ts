// Numbers as the fewest digits that read back as the same value of their dtype.

/** As Python writes it: `0.1` for float32 0.1, `nan`, `inf`, `-0.0`. */
export function shortestText(value: number, dtype: string): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0.0';
  if (dtype !== 'float32') return String(value);
  // Nine digits tell any two float32 apart.
  for (let digits = 1; digits < 9; ++digits) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(Number(value.toPrecision(9)));
}
