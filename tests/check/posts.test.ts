// Posts in four languages and the dialects of site generators: what is found of each of their claims.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { checkPost } from '../../web/check/check-post.ts';
import { piecesOf } from '../../web/check/pieces.ts';
import { readPost } from '../../web/check/read-post.ts';
import { runPieces } from '../../web/check/run-pieces.ts';
import type { Interpreter } from '../../web/python/interpreter.ts';
import { startInterpreter } from '../python/start-interpreter.ts';

const FOLDER = new URL('posts/', import.meta.url);
const EXPECTED: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('expected.json', import.meta.url), 'utf8'),
);

interface Recorded {
  printed: string;
  error: string | null;
}
// tests/fixtures/posts.py says how they were recorded.
const RECORDED: Record<string, Recorded[]> = JSON.parse(
  readFileSync(new URL('../fixtures/posts.json', import.meta.url), 'utf8'),
).posts;

const textOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

let interpreter: Interpreter;
before(async () => {
  interpreter = await startInterpreter();
});

test('every post has its verdicts', () => {
  assert.deepEqual(Object.keys(EXPECTED).sort(), readdirSync(FOLDER).sort());
  assert.ok(Object.keys(EXPECTED).length >= 30);
});

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`${name}: each claim has its verdict, and nothing else is marked`, () => {
    const { claims, isTrue } = checkPost(interpreter, textOf(name), { name });
    const found = claims.map(({ line, verdict }) => `${line} ${verdict}`);
    assert.deepEqual(found, expected);
    assert.equal(isTrue, !expected.some((one) => /untrue|impossible/.test(one)));
  });
}

// What sets no seed draws from another one here and there, and versions tell of themselves.
const OF_ITS_OWN = ['unseeded.md', 'non-semeado.fr.md', 'remarks.md'];

// Versions of Python have other words for it; and what a piece lacks in front of it, it gets here.
const OF_PYTHON = /^SyntaxError|^NameError: name 'nn'/;

for (const [name, recorded] of Object.entries(RECORDED)) {
  if (OF_ITS_OWN.includes(name)) continue;
  test(`${name}: its code prints what PyTorch 1.13 was seen to print`, () => {
    const pieces = piecesOf(readPost(textOf(name), name));
    const runs = runPieces(interpreter, pieces, { engine: 'torch-cpu', seed: 0 });
    const own = runs.map(({ answers, error }) => ({
      printed: answers.map(({ kind, text }) => (kind === 'print' ? text : '')).join(''),
      error: error?.text ?? null,
    }));
    const seen = recorded.map(({ printed, error }, i) => {
      const isOwn = error && OF_PYTHON.test(error);
      return { printed, error: isOwn ? (own[i]?.error ?? null) : error };
    });
    assert.deepEqual(own, seen);
  });
}
