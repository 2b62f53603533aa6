// How Python writes what JavaScript gives, for messages and reprs in PyTorch's own words.

/** `repr(value)`. A whole number is written as an int, since JavaScript does not know 1 from 1.0. */
export function pythonRepr(value: number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0.0';
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value);

  // Both languages write the shortest digits that read back the same, but change to an exponent at
  // other sizes, and Python's has two digits at least.
  const [digits = '', power = ''] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) return String(value);
  const sign = exponent < 0 ? '-' : '+';
  return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** `type(value).__name__` of the nearest Python value. */
export function pythonTypeName(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'str';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'boolean':
      return 'bool';
    case 'bigint':
    case 'function':
      return typeof value;
  }
  if (value === null || value === undefined) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  return value.constructor?.name ?? 'object';
}
