// The steps of which is told: always the same ones, however fast a machine is.

/** Each of the first, where most changes. */
const FIRST = 20;
const EVERY = 10;

/** The next step after this one of which is told. */
export function nextTold(step: number): number {
  return step < FIRST ? step + 1 : (Math.floor(step / EVERY) + 1) * EVERY;
}
