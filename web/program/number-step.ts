// A number in the code, one or some steps further.

/** What a number is called in the code, where it is a probability. */
const PROBABILITY = /(?:^|_)(?:p|prob|probability|rate|dropout|drop|keep)(?:_|$)|dropout/i;
const MOST_DECIMALS = 8;

export interface Steps {
  step: number;
  least: number;
  most: number;
}

/**
 * How far a step goes: by a number's last decimal, of a probability by five hundredths. A number has no sign of its own
 * in the code, so that none goes below zero.
 *
 * @param text As it is written; undefined for what cannot be stepped, such as `0xff` or `1j`.
 * @param name What it is called there: of an argument, a name or a function.
 */
export function stepsOf(text: string, name: string): Steps | undefined {
  if (!/^(?:\d[\d_]*\.?\d*|\.\d+)$/.test(text)) return undefined;
  const value = Number(text.replaceAll('_', ''));
  const [, decimals = ''] = text.split('.');
  const isWhole = !text.includes('.');
  if (PROBABILITY.test(name) && value <= 1 && !isWhole) return { step: 0.05, least: 0, most: 1 };
  if (isWhole) return { step: 1, least: 0, most: Number.MAX_SAFE_INTEGER };
  const step = 10 ** -Math.min(decimals.length, MOST_DECIMALS);
  return { step, least: 0, most: Number.MAX_SAFE_INTEGER };
}

/** The text of a number so many steps further, in the form of the first one: `1.` stays a float, `0.50` has two decimals. */
export function stepped(text: string, name: string, count: number): string {
  const steps = stepsOf(text, name);
  if (!steps) return text;
  const value = Number(text.replaceAll('_', '')) + count * steps.step;
  return written(Math.min(steps.most, Math.max(steps.least, value)), text, steps.step);
}

/** A value as its number is written in the code. */
export function written(value: number, text: string, step: number): string {
  const [, decimals] = text.split('.');
  if (decimals === undefined) return String(Math.round(value));
  const needed = String(step).split('.')[1]?.length ?? 0;
  const places = Math.max(decimals.length, needed);
  const fixed = value.toFixed(places);
  if (decimals === '' && Number.isInteger(value)) return `${value}.`;
  // No more decimals than the number had, where those are zeros.
  const shortest = fixed.replace(/0+$/, '');
  const [whole = '', kept = ''] = shortest.split('.');
  const least = Math.max(decimals.length, kept.length);
  return least === 0 ? `${whole}.` : `${whole}.${kept.padEnd(least, '0')}`;
}
