// Whether a post is true: what it says that its code prints, against what the code prints.
import type { Claim } from '../claims/claim.ts';
import { givenTo } from '../claims/given-to.ts';
import { type Verdict, verdictOf } from '../claims/verdict.ts';
import { PROGRAM_ENGINES } from '../python/program-engines.ts';
import type { CheckedClaim, CheckedEngine, CheckedPost, CheckOptions } from './checked-post.ts';
import { runWithOtherSeeds, seedsPrinting } from './other-seeds.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { readPost } from './read-post.ts';
import { type Interpreting, type RunOfPiece, runPieces } from './run-pieces.ts';

/** Of a program that sets none: enough that each cell of a layer with p = 0.1 is dropped once, but in one of 10⁹. */
const SEEDS = 200;

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
  const runs = engines.map((engine) => ({
    engine,
    seed: 0,
    pieces: runPieces(interpreter, pieces, { engine, seed: 0 }),
  }));
  const isUnseeded = runs.some(({ pieces }) => pieces.some((piece) => piece.isUnseeded));
  if (isUnseeded && pieces.some(({ claims }) => claims.length > 0)) {
    const end = performance.now() + MOST_MS;
    for (let seed = 1; seed < SEEDS && performance.now() < end; ++seed) {
      runs.push({
        engine: first,
        seed,
        pieces: runPieces(interpreter, pieces, { engine: first, seed }),
      });
    }
  }
  const judged: { claim: Claim; piece: number; verdict: Verdict<CheckedEngine> }[] = [];
  const errors: CheckedPost['errors'] = [];
  for (const [i, piece] of pieces.entries()) {
    for (const claim of piece.claims) {
      const trials = runs.map(({ engine, seed, pieces }) => ({
        engine,
        seed,
        given: givenTo(claim, pieces[i]?.answers ?? [], pieces[i]?.error),
      }));
      judged.push({ claim, piece: i, verdict: verdictOf(claim, trials) });
    }
    const error = runs[0]?.pieces[i]?.error;
    if (error && !isAnnounced(error, piece)) {
      errors.push({ line: piece.line + error.line - 1, error: error.text });
    }
  }
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

function isWrong(verdict: CheckedClaim['verdict'], engine: CheckedEngine | undefined): boolean {
  if (verdict === 'elsewhere') return engine !== undefined;
  return verdict === 'untrue' || verdict === 'impossible';
}

/** All of them, that which counts in front. */
function inOrder(first: CheckedEngine | undefined): [CheckedEngine, ...CheckedEngine[]] {
  const [usual, ...others] = PROGRAM_ENGINES;
  if (first === undefined) return [usual, ...others];
  return [first, ...PROGRAM_ENGINES.filter((engine) => engine !== first)];
}

/** Machines that print differently: a program that never says `cuda` draws the same beside a GPU. */
function different(runs: readonly { engine: CheckedEngine; seed: number; pieces: RunOfPiece[] }[]) {
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
