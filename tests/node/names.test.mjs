// What an engine or a layer is stands in its record (src/random/engines, src/dropout/layer_kind.hpp), and code
// asks that, never a name: a new engine would be forgotten wherever a name is compared.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

const root = new URL('../../', import.meta.url).pathname;

const records = readFileSync(join(root, 'web/core/records.ts'), 'utf8');
const NAMES = [...records.matchAll(/^ {2}'?([\w-]+)'?: \{$/gm)].map(
  ([, name]) => /** @type {string} */ (name),
);

/** Tests on names of other things that look alike, and what they are. */
const OTHERS = {
  // Calls that a reader has pasted instead of a tensor.
  'src/text/functions.cpp': ['"Dropout"'],
};

const EQUAL = /(?:[!=]==?\s*|\bcase\s+)(["'`])([\w-]+)\1/g;
const PART =
  /\.(?:startsWith|endsWith|includes|starts_with|ends_with|find|contains)\(\s*(["'`])([\w-]+)\1/g;

/** @param {string} text */
function namesTested(text) {
  const found = [];
  for (const [, quote, word] of text.matchAll(EQUAL)) {
    if (NAMES.includes(/** @type {string} */ (word))) found.push(`${quote}${word}${quote}`);
  }
  for (const [, quote, word = ''] of text.matchAll(PART)) {
    if (word.length > 2 && NAMES.some((name) => name.includes(word)))
      found.push(`${quote}${word}${quote}`);
  }
  return found;
}

describe('no name of an engine or a layer', () => {
  test('is tested in src, web or scripts', () => {
    const found = [];
    for (const folder of ['src', 'web', 'scripts']) {
      for (const name of readdirSync(join(root, folder), { recursive: true })) {
        const path = `${folder}/${name}`;
        if (!/\.(?:cpp|hpp|ts|mjs)$/.test(path)) continue;
        const others = OTHERS[/** @type {keyof typeof OTHERS} */ (path)] ?? [];
        const tested = namesTested(readFileSync(join(root, path), 'utf8'));
        found.push(
          ...tested.filter((word) => !others.includes(word)).map((word) => `${path}: ${word}`),
        );
      }
    }
    assert.deepEqual(found, []);
  });

  test('is overlooked where it is', () => {
    assert.ok(NAMES.includes('torch-cpu-mkl') && NAMES.includes('FeatureAlphaDropout'), `${NAMES}`);
    for (const [line, word] of [
      ["if (engine.startsWith('torch')) return 1;", "'torch'"],
      ["if (engine === 'tfjs') return 1;", "'tfjs'"],
      ["    case 'numpy-pcg64':", "'numpy-pcg64'"],
      ["return layer.includes('Alpha');", "'Alpha'"],
      ["layer !== 'Dropout2d'", "'Dropout2d'"],
      ['if (name(generator) == "jax") return;', '"jax"'],
      ['return name(generator).starts_with("flax");', '"flax"'],
    ]) {
      assert.deepEqual(namesTested(/** @type {string} */ (line)), [word], line);
    }
    for (const line of [
      "text.startsWith('torch.')",
      "framework === 'PyTorch'",
      "engine: 'tfjs',",
      "kind === 'key'",
    ]) {
      assert.deepEqual(namesTested(line), [], line);
    }
  });
});
