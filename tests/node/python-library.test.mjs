// What holds of web/python/library without an interpreter: one file knows the core, and says what it
// takes of it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const library = new URL('../../web/python/library/', import.meta.url);
const DOOR = 'torch/_C.py';

/** @type {{ name: string, text: string }[]} */
const files = readdirSync(library, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.py'))
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, library), 'utf8') }));

const door = files.find(({ name }) => name === DOOR)?.text ?? '';
const [, described, imported] = /^"""(.*?)"""\s+from torch_core import \((.*?)\)/s.exec(door) ?? [];
const taken = [...(imported ?? '').matchAll(/^ {4}(\w+),$/gm)].map(([, name]) => name);

test('only the door imports the core', () => {
  const importing = files.filter(({ text }) => /^\s*(?:from|import) torch_core\b/m.test(text));
  assert.deepEqual(
    importing.map(({ name }) => name),
    [DOOR],
  );
});

test('the door describes all that it takes', () => {
  assert.ok(taken.length > 40, `${taken.length} names`);
  const unsaid = taken.filter((name) => !new RegExp(`\\b${name}\\b`).test(described ?? ''));
  assert.deepEqual(unsaid, []);
});

test('the door takes all that the package asks of it, and no more', () => {
  const asked = new Set(
    files.flatMap(({ text }) =>
      [...text.matchAll(/(?<!torch\.)\b_C\.(\w+)/g)].map(([, name]) => name),
    ),
  );
  assert.deepEqual([...asked].sort(), [...taken].sort());
});
