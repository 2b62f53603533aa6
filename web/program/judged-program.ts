// Runs a program as often as it takes to judge its comments.
import { commentClaims } from '../claims/comment-claims.ts';
import { correction } from '../claims/corrected.ts';
import { linesAsked } from '../claims/given-to.ts';
import { judgedClaims } from '../claims/judged-claims.ts';
import { readSession } from '../claims/session.ts';
import type { Answer, Program } from '../python/interpreter.ts';
import type { ProgramEngine } from '../python/program-engines.ts';
import type { Judged, JudgedProgram } from './program-claims.ts';

export interface JudgeOptions {
  /** The one that counts in front. */
  engines: readonly ProgramEngine[];
  /** How many are tried of a program that gives none; 0 of one that does. */
  seeds: number;
  mostMs: number;
  /** As tracebacks name the program. */
  filename: string;
  /** Whether anybody waits for it still. */
  isCurrent(): boolean;
  run(program: Program, onAnswer: (answer: Answer) => void): Promise<unknown>;
}

interface Run {
  engine: ProgramEngine;
  seed: number;
  answers: Answer[];
}

export async function judgedProgram(
  { source, engine, seed, given }: Judged,
  { engines, seeds, mostMs, filename, isCurrent, run }: JudgeOptions,
): Promise<JudgedProgram> {
  const judged: JudgedProgram = { source, engine, claims: [], seeds };
  const claims = readSession(source)?.claims ?? commentClaims(source);
  if (claims.length === 0) return judged;
  const asked = linesAsked(claims);
  const runs: Run[] = [];
  const tryOn = async (engine: ProgramEngine, seed: number) => {
    const answers: Answer[] = [];
    const program = { source, engine, seed, given, asked, filename, isFragment: true };
    await run(program, (answer) => answers.push(answer));
    runs.push({ engine, seed, answers });
  };
  for (const one of engines) if (isCurrent()) await tryOn(one, seed);
  const end = performance.now() + mostMs;
  for (let i = 1; i < seeds && isCurrent() && performance.now() < end; ++i) await tryOn(engine, i);
  if (seeds > 0) judged.seeds = runs.filter((run) => run.engine === engine).length;
  // The first of each machine has no seed of its own.
  const placed = runs.map((run, i) => (i < engines.length ? { ...run, seed: 0 } : run));
  for (const { claim, verdict: found } of judgedClaims(claims, placed)) {
    const { verdict, by, prints } = found;
    if (verdict === 'unknown') continue;
    const { at, of, text } = claim;
    // What the machine prints that counts.
    const printed = verdict === 'untrue' ? prints.find((one) => one.engine === engine) : undefined;
    judged.claims.push({
      ...{ line: at.first, codeLine: of.last, claim: text },
      ...{ verdict, by, prints },
      correction: (printed && correction(source, claim, printed.text)) ?? null,
    });
  }
  return judged;
}
