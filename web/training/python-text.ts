// Numbers as Python has them.

/** A number of JavaScript as a float of Python: 0.5 as 0.5, 1 as 1.0. */
export function numberText(number: number): string {
  const text = String(number);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
