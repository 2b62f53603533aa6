// The values of p that a line, a slider or a step gives: hundredths, as people write it.

/** The hundredth in [0, 1] that is nearest to p. */
export function stepped(p: number): number {
  return Math.round(Math.min(1, Math.max(0, p)) * 100) / 100;
}
