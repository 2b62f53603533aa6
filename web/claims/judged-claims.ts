// What is found of the claims of a program, which was run on some machines.
import type { Claim, Lines } from './claim.ts';
import { givenTo, type PlacedAnswer, type PlacedError } from './given-to.ts';
import { type Trial, type Verdict, verdictOf } from './verdict.ts';

/** Of each machine the one that counts first, without a seed, and those of further seeds. */
export interface PlacedRun<Engine> {
  engine: Engine;
  seed?: number;
  answers: readonly PlacedAnswer[];
  error?: PlacedError;
}

export interface JudgedClaim<Engine> {
  /** With the lines of which it holds best. */
  claim: Claim;
  verdict: Verdict<Engine>;
}

/**
 * @param others Further trials of which a claim may be true.
 * @returns what is no remark
 */
export function judgedClaims<Engine>(
  claims: readonly Claim[],
  runs: readonly PlacedRun<Engine>[],
  others: (claim: Claim) => readonly Trial<Engine>[] | undefined = () => undefined,
): JudgedClaim<Engine>[] {
  const judged: JudgedClaim<Engine>[] = [];
  for (const claim of claims) {
    // Of one line in two readings, a value in it and all of its words, the first that holds counts.
    if (judged.at(-1)?.claim.at.first === claim.at.first) continue;
    const found = best(claim, runs, others(claim));
    if (found) judged.push(found);
  }
  return judged;
}

function best<Engine>(
  claim: Claim,
  runs: readonly PlacedRun<Engine>[],
  others: readonly Trial<Engine>[] | undefined,
): JudgedClaim<Engine> | undefined {
  const ofLines = (of: Lines) => {
    const own = { ...claim, of };
    const trials = runs.map(({ engine, seed = 0, answers, error }) => ({
      engine,
      seed,
      given: givenTo(own, answers, error),
    }));
    return { claim: own, verdict: verdictOf(own, trials) };
  };
  const found = [ofLines(claim.of)];
  if (claim.orOf) found.push(ofLines(claim.orOf));
  if (others) found.push({ claim, verdict: verdictOf(claim, others) });
  for (const rank of RANKS) {
    for (const { claim, verdict } of found) {
      if (verdict?.verdict === rank) return { claim, verdict };
    }
  }
  return undefined;
}

/** Of what a claim may be about, that counts of which it says the truth. */
const RANKS = ['true', 'elsewhere', 'possible', 'untrue', 'impossible', 'unknown'] as const;
