// A post as pieces of code that run one after the other, each with what is claimed of it.
import type { Claim } from '../claims/claim.ts';
import { commentClaims } from '../claims/comment-claims.ts';
import { readSession } from '../claims/session.ts';
import type { Block } from './block.ts';

export interface Piece {
  /** The line of the file on which the code begins, from 1. */
  line: number;
  source: string;
  /** Their lines are those of the file where they are written, and those of the code of which they are said. */
  claims: Claim[];
}

const PYTHON = [
  'python',
  'py',
  'python3',
  'py3',
  'ipython',
  'ipython3',
  'pycon',
  'pytorch',
  'python-repl',
];
const OUTPUT = [
  '',
  'text',
  'txt',
  'output',
  'out',
  'console',
  'plaintext',
  'plain',
  'stdout',
  'none',
  'result',
  'log',
  'ansi',
];

/** A word of the fence, or the first comment of the code, that leaves a block out. */
const SKIP = /(?:^|\s)(?:skip-check|no-check|check:\s*skip)(?:\s|$)/;
const SKIP_COMMENT = /^\s*#\s*check:\s*skip\s*$/m;

export function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  let last: Piece | undefined;
  for (const block of blocks) {
    if (isCode(block)) {
      const isSkipped =
        SKIP.test(block.info) || SKIP_COMMENT.test(block.text.split('\n', 1)[0] ?? '');
      last = isSkipped ? undefined : pieceOf(block);
      if (last) pieces.push(last);
    } else if (last && isOutput(block)) {
      last.claims.push(outputClaim(block, last));
      // What follows is about something else.
      last = undefined;
    }
  }
  return pieces;
}

function isCode({ language, text, isOutput }: Block): boolean {
  if (isOutput) return false;
  if (PYTHON.includes(language)) return true;
  return language === '' && (/^\s*>>> /m.test(text) || /^\s*(?:import|from) torch\b/m.test(text));
}

function pieceOf({ text, line }: Block): Piece {
  const session = readSession(text);
  const claims = session?.claims ?? commentClaims(text);
  return {
    line,
    source: session?.code ?? text,
    claims: claims.map((claim) => ({
      ...claim,
      at: { first: claim.at.first + line - 1, last: claim.at.last + line - 1 },
    })),
  };
}

function outputClaim({ text, line }: Block, of: Piece): Claim {
  return {
    text: text.trimEnd(),
    at: { first: line, last: line + text.trimEnd().split('\n').length - 1 },
    of: { first: 1, last: of.source.split('\n').length },
    form: 'output',
  };
}

// What stands in a block of its own behind code may be a picture in letters, or a file. It is output if its fence says so,
// if the words before it announce it, or if it looks like something that Python prints.
const SAID = ['output', 'out', 'console', 'stdout', 'result', 'log'];
const ANNOUNCED = /[::]\s*[*_`]*$/;
const LOOKS_PRINTED =
  /^(?:.*\b(?:tensor|array)\(|torch\.Size\(|[+-]?[\d.]+\s*$|\[|.*: |.*\w(?:Error|Warning): )/m;
const COMMAND = /^\s*(?:\$ |% ?pip |pip3? install |conda install |npm |python3? \w)/m;

function isOutput({ language, text, before, isOutput }: Block): boolean {
  if (isOutput) return true;
  if (!OUTPUT.includes(language) || !text.trim() || COMMAND.test(text)) return false;
  return SAID.includes(language) || ANNOUNCED.test(before) || LOOKS_PRINTED.test(text);
}
