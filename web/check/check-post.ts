// Whether a post is true: what it says that its code prints, against what the code prints.
import type { Claim } from '../claims/claim.ts';
import { judgedClaims } from '../claims/judged-claims.ts';
import { PROGRAM_ENGINES } from '../python/program-engines.ts';
import type { CheckedClaim, CheckedPost, CheckOptions, ProgramEngine } from './checked-post.ts';
import { runWithOtherSeeds, seedsPrinting } from './other-seeds.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { readPost } from './read-post.ts';
import { givenTogether, type Interpreting, type RunOfPiece, runPieces } from './run-pieces.ts';

/** Of a program that sets none: enough that each cell of a layer with p = 0.1 is dropped once, but in one of 10⁹. */
const SEEDS = 200;

/** If none of them makes a difference to what is claimed, no other is tried. */
const FEW_SEEDS = 30;

/** After this time no further seed is tried. */
const MOST_MS = 20_000;

/** @returns what holds of all that it claims, tried on every machine */
export function checkPost(
  interpreter: Interpreting,
  text: string,
  { name, engine }: CheckOptions = {},
): CheckedPost {
  const pieces = piecesOf(readPost(text, name));
  const engines = inOrder(engine);
  const [first] = engines;
  const runs: Run[] = engines.map((engine) => ({
    engine,
    seed: 0,
    pieces: runPieces(interpreter, pieces, { engine, seed: 0 }),
  }));
  const isUnseeded = runs.some(({ pieces }) => pieces.some((piece) => piece.isUnseeded));
  if (isUnseeded && pieces.some(({ claims }) => claims.length > 0)) {
    const end = performance.now() + MOST_MS;
    for (let seed = 1; seed < SEEDS && performance.now() < end; ++seed) {
      if (seed === FEW_SEEDS && !isAnyDrawn(pieces, runs, first)) break;
      runs.push({
        engine: first,
        seed,
        pieces: runPieces(interpreter, pieces, { engine: first, seed }),
      });
    }
  }
  const judged = pieces.flatMap(({ claims, before }, piece) => {
    const own = runs.map((run) => ({ ...run, ...(run.pieces[piece] as RunOfPiece) }));
    const found = judgedClaims(claims, own, ({ form }) =>
      form === 'output' && before > 0 ? trialsTogether(runs, piece - before, piece) : undefined,
    );
    return found.map((one) => ({ ...one, piece }));
  });
  // A piece that cannot run by itself may be there to be read: its error matters to the claims that it keeps from being
  // tried.
  const lastUnknown = judged.findLast(({ verdict }) => verdict.verdict === 'unknown')?.piece ?? -1;
  const errors = pieces.flatMap((piece, i) => {
    const error = runs[0]?.pieces[i]?.error;
    if (!error || isAnnounced(error, piece)) return [];
    if (piece.claims.length === 0 && i > lastUnknown && pieces.length > 1) return [];
    return [{ line: piece.line + error.line - 1, error: error.text }];
  });
  const others = judged.some(({ verdict }) => verdict.verdict === 'untrue')
    ? runWithOtherSeeds(interpreter, pieces, different(runs), MOST_MS)
    : [];
  const claims = judged.map(({ claim, piece, verdict }): CheckedClaim => {
    const isUntrue = verdict.verdict === 'untrue';
    const otherSeeds = isUntrue ? seedsPrinting(claim, others, piece) : [];
    return { ...placeOf(claim, pieces[piece] as Piece), ...verdict, otherSeeds };
  });
  return {
    isTrue: !claims.some(({ verdict }) => isWrong(verdict, engine)),
    blocks: pieces.length,
    claims,
    errors,
    seeds: isUnseeded ? runs.filter((run) => run.engine === first).length : 0,
  };
}

type Run = { engine: ProgramEngine; seed: number; pieces: RunOfPiece[] };

/** Whether what anything is claimed of differs between the seeds. */
const isAnyDrawn = (pieces: readonly Piece[], runs: readonly Run[], engine: ProgramEngine) =>
  pieces.some(({ claims }, i) => {
    if (claims.length === 0) return false;
    const own = runs.filter((run) => run.engine === engine);
    return new Set(own.map(({ pieces }) => JSON.stringify(pieces[i]?.answers))).size > 1;
  });

/** Of what several pieces print together. */
const trialsTogether = (runs: readonly Run[], first: number, last: number) =>
  runs.map(({ engine, seed, pieces }) => ({
    engine,
    seed,
    given: givenTogether(pieces.slice(first, last + 1)),
  }));

function isWrong(verdict: CheckedClaim['verdict'], engine: ProgramEngine | undefined): boolean {
  if (verdict === 'elsewhere') return engine !== undefined;
  return verdict === 'untrue' || verdict === 'impossible';
}

/** All of them, that which counts in front. */
function inOrder(first: ProgramEngine | undefined): [ProgramEngine, ...ProgramEngine[]] {
  const [usual, ...others] = PROGRAM_ENGINES;
  if (first === undefined) return [usual, ...others];
  return [first, ...PROGRAM_ENGINES.filter((engine) => engine !== first)];
}

/** Machines that print differently: a program that never says `cuda` draws the same beside a GPU. */
function different(runs: readonly Run[]) {
  const prints = new Map(
    runs.filter(({ seed }) => seed === 0).map((run) => [JSON.stringify(run.pieces), run.engine]),
  );
  return [...new Set(prints.values())];
}

const placeOf = ({ at, of, text }: Claim, { line }: Piece) => ({
  line: at.first,
  endLine: at.last,
  claim: text,
  codeLine: line + of.first - 1,
});

const isAnnounced = (error: NonNullable<RunOfPiece['error']>, { claims }: Piece) =>
  claims.some(({ text }) => text.includes(error.text));
