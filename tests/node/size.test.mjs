// What a page loads of the package, compressed as good hosts do it; the README says how much it is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

const root = new URL('../../', import.meta.url);

const KB = 1000;
const MOST_OF_THE_CORE = 65 * KB;

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
