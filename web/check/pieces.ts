// A post as pieces of code that run one after the other, each with what is claimed of it.
import type { Claim, Lines } from '../claims/claim.ts';
import { commentClaims } from '../claims/comment-claims.ts';
import { OUTPUT_WORD } from '../claims/label.ts';
import { isPython } from '../claims/python-text.ts';
import { readSession } from '../claims/session.ts';
import type { Block } from './block.ts';

export interface Piece {
  /** The line of the file on which the code begins, from 1. */
  line: number;
  source: string;
  /** Their lines are those of the file where they are written, and those of the code of which they are said. */
  claims: Claim[];
  /** How many pieces in front of it have no output behind them: one may show what all of them print. */
  before: number;
}

const PYTHON = [
  ...['python', 'py', 'python3', 'py3', 'ipython', 'ipython3', 'jupyter-python'],
  ...['pycon', 'pytorch', 'python-repl', 'pyrepl'],
];
const OUTPUT = [
  ...['', 'text', 'txt', 'output', 'out', 'console', 'plaintext', 'plain', 'stdout', 'none'],
  ...['result', 'log', 'ansi'],
];

/** A word of the fence, or the first comment of the code, that leaves a block out; and what site generators call that. */
const SKIP = /(?:^|\s)(?:skip-check|no-check|check:\s*skip|eval\s*=\s*false)(?:\s|$)/i;
const SKIP_COMMENT = /^\s*(?:#\s*check:\s*skip|#\|\s*eval:\s*false)\s*$/i;

export function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  let last: Piece | undefined;
  let before = 0;
  for (const block of blocks) {
    if (isCode(block)) {
      const [first = ''] = block.text.split('\n', 1);
      const isSkipped = SKIP.test(block.info) || SKIP_COMMENT.test(first);
      last = isSkipped ? undefined : pieceOf(block, before);
      before = 0;
      if (last) {
        pieces.push(last);
        before = last.before + 1;
      }
    } else if (last) {
      const claim = outputClaim(block, last);
      if (claim) last.claims.push(claim);
      // What follows is about something else.
      last = undefined;
      before = 0;
    }
  }
  return pieces;
}

function isCode({ language, text, isOutput }: Block): boolean {
  if (isOutput) return false;
  if (PYTHON.includes(language)) return true;
  return language === '' && (readSession(text) !== undefined || isPython(text));
}

function pieceOf({ text, line }: Block, before: number): Piece {
  const session = readSession(text);
  const source = session?.code ?? withoutDirectives(text);
  const lines = source.split('\n');
  const claims = (session?.claims ?? commentClaims(source))
    .filter((claim) => !isOfMachine(claim, lines))
    .map((claim) => ({
      ...claim,
      at: { first: claim.at.first + line - 1, last: claim.at.last + line - 1 },
    }));
  return { line, source, claims, before };
}

// Options of a cell, in MyST and in what Jupyter's own magic commands are: no Python.
const OPTION = /^:[\w-]+:/;
const MAGIC = /^(\s*)(?:!|%%?[a-z]).*/;

/** The same lines, those that are no Python without effect. */
function withoutDirectives(text: string): string {
  const lines = text.split('\n');
  const isFramed = lines[0]?.trim() === '---';
  const end = isFramed
    ? lines.indexOf('---', 1)
    : lines.findIndex((line) => !OPTION.test(line)) - 1;
  return lines
    .map((line, i) => (i <= end ? '' : line.replace(MAGIC, (_, margin) => `${margin}pass`)))
    .join('\n');
}

// What is another on each machine, or each time: nobody can say what is true of it.
const MACHINE =
  /__version__|is_available\(|device_count\(|get_device_name|perf_counter|\btime\(|platform\./;
const DURATION = /\d\s?(?:ms|µs|us|ns|s|secs?|seconds|Sekunden|secondes|it\/s|MB\/s)\b/;

const isOfMachine = ({ of, text }: Claim, lines: readonly string[]) =>
  DURATION.test(text) || lines.slice(of.first - 1, of.last).some((line) => MACHINE.test(line));

// What stands in a block of its own behind code may be a picture in letters, or a file. It is output if its fence says so,
// or the words in front of it; else if it has the form of what is printed.
const SAID = ['output', 'out', 'stdout', 'result'];
const COMMAND = /^[ \t]*(?:\$ |% ?pip |pip3? install |conda install |npm |git |cd )/m;
const RUN = /^\s*(?:\$|>) *(?:python3?|ipython|uv run)\b.*$/;

function outputClaim(block: Block, of: Piece): Claim | undefined {
  const { language, before, isOutput } = block;
  if (!isOutput && !OUTPUT.includes(language)) return undefined;
  const [first, text] = isOutput ? [0, block.text] : printedIn(block.text);
  if (!text.trim() || (!isOutput && COMMAND.test(text))) return undefined;
  const line = block.line + first;
  const lines: Lines = { first: 1, last: of.source.split('\n').length };
  const isSaid = isOutput || SAID.includes(language) || OUTPUT_WORD.test(lastSentence(before));
  const claim: Claim = {
    text: text.trimEnd(),
    at: { first: line, last: block.line + block.text.trimEnd().split('\n').length - 1 },
    of: lines,
    form: 'output',
    counts: isSaid ? 'always' : 'alike',
  };
  return isOfMachine(claim, of.source.split('\n')) ? undefined : claim;
}

const lastSentence = (text: string) =>
  text
    .trim()
    .split(/[.!?।]\s/)
    .at(-1) ?? '';

const WARNING = /^\S*(?::\d+)?:? ?\w*Warning: /;
const PROGRESS = /^.*\d+%\|/;

/** Without what stands around the output: the command, a word such as `Output:`, and what goes to standard error. */
function printedIn(block: string): [first: number, text: string] {
  const lines = block.split('\n');
  let first = 0;
  const isAround = (line: string) =>
    !line.trim() ||
    RUN.test(line) ||
    (/^[^\d[\](){}]{1,30}:\s*$/.test(line) && OUTPUT_WORD.test(line));
  while (first < lines.length - 1 && isAround(lines[first] ?? '')) ++first;
  const printed: string[] = [];
  for (let i = first; i < lines.length; ++i) {
    const line = (lines[i] as string).replace(/^\s*Out ?\[\d*\]:\s?/, '');
    if (WARNING.test(line)) {
      // Python quotes the line that warns.
      if (/^\s+\S/.test(lines[i + 1] ?? '')) ++i;
    } else if (!PROGRESS.test(line)) printed.push(line);
  }
  return [first, printed.join('\n')];
}
