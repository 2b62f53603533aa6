// What a page loads of the package, compressed as good hosts do it; the README says how much it is.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

const root = new URL('../../', import.meta.url);

const KB = 1000;
const MOST_OF_THE_CORE = 62 * KB;
const MOST_OF_THE_SCRIPT = 5 * KB;
const MOST_OF_THE_EMBED = 102 * KB;
const MOST_OF_A_LANGUAGE = 2.65 * KB;

/** @param {string[]} names  below dist/ */
function sizes(names) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const files = names.map((name) => {
    const content = readFileSync(new URL(`dist/${name}`, root));
    return { name, raw: content.length, brotli: brotliCompressSync(content, { params }).length };
  });
  return {
    brotli: files.reduce((sum, { brotli }) => sum + brotli, 0),
    told: files.map(({ name, raw, brotli }) => `${name} ${raw} B, brotli ${brotli} B`).join('; '),
  };
}

const core = ['wasm/dropout-playground.js', 'wasm/dropout-playground.wasm'];

describe('the size of', () => {
  test(`the wasm and its glue is at most ${MOST_OF_THE_CORE / KB} KB`, (t) => {
    const { brotli, told } = sizes(core);
    t.diagnostic(told);
    assert.ok(brotli <= MOST_OF_THE_CORE, `${brotli} B: ${told}`);
  });

  test('the package is what the README says', () => {
    const { brotli, told } = sizes([...core, 'core.js', 'index.js']);
    const readme = readFileSync(new URL('README.md', root), 'utf8');
    const said = Number(/, (\d+) KB compressed,/.exec(readme)?.[1]);
    // Rounded up, and not so far that it says little.
    const inBounds = brotli <= said * KB && brotli > (said - 3) * KB;
    assert.ok(inBounds, `${said} KB in the README, but ${brotli} B: ${told}`);
  });
});

describe('of the embed', () => {
  // What one of its scripts loads at once, and all that it has loaded when it is alive.
  const importsOf = (name) => {
    const text = readFileSync(new URL(`dist/${name}`, root), 'utf8');
    const names = [...text.matchAll(/(?:from|import)\s*[`"']\.\/([^`"']+\.js)[`"']/g)];
    return names.map(([, imported]) => imported);
  };
  const closure = (name, found = new Set()) => {
    if (!found.has(name)) {
      found.add(name);
      const folder = name.includes('/') ? name.replace(/[^/]*$/, '') : '';
      for (const imported of importsOf(name)) closure(folder + imported, found);
    }
    return found;
  };
  const script = closure('dropout-playground.js');

  test(`the script is at most ${MOST_OF_THE_SCRIPT / KB} KB before it is near`, (t) => {
    const { brotli, told } = sizes([...script]);
    t.diagnostic(told);
    assert.ok(brotli <= MOST_OF_THE_SCRIPT, `${brotli} B: ${told}`);
  });

  test(`all of it is at most ${MOST_OF_THE_EMBED / KB} KB, and a language ${MOST_OF_A_LANGUAGE / KB} KB`, (t) => {
    const built = readdirSync(new URL('dist/', root));
    const figure = built.find((name) => name.startsWith('embed-figure-'));
    const all = new Set([...script, ...closure(figure), ...core]);
    const { brotli, told } = sizes([...all]);
    t.diagnostic(`${brotli} B: ${told}`);
    assert.ok(brotli <= MOST_OF_THE_EMBED, `${brotli} B: ${told}`);
    for (const language of ['de', 'fr', 'hi']) {
      const name = built.find((file) => file.startsWith(`embed-${language}-`));
      const { brotli, told } = sizes([name]);
      assert.ok(brotli <= MOST_OF_A_LANGUAGE, told);
    }
  });
});
