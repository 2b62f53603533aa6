// What a page loads of the package, compressed as good hosts do it; the README and the
// embed's guide say how much it is.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { translations } from './languages.mjs';

const root = new URL('../../', import.meta.url);

const KB = 1000;
const MOST_OF_THE_CORE = 106 * KB;
const MOST_OF_A_FIGURE = 32 * KB;
const MOST_OF_THE_SCRIPT = 5.8 * KB;
const MOST_OF_THE_EMBED = 72 * KB;
const MOST_OF_A_LANGUAGE = 3.3 * KB;
const MOST_OF_PYTHON = 3770 * KB;
const MOST_OF_ITS_LIBRARY = 70 * KB;
const MOST_OF_PLOTTING = 9 * KB;

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

/** What a document says of it: rounded up, and not so far that it says little. */
function assertSaid(document, pattern, { brotli, told }, rounding = 3 * KB) {
  const said = Number(pattern.exec(readFileSync(new URL(document, root), 'utf8'))?.[1]) * KB;
  const inBounds = brotli <= said && brotli > said - rounding;
  assert.ok(inBounds, `${said} B in ${document}, but ${brotli} B: ${told}`);
}

const glue = 'wasm/dropout-playground.js';
const core = [glue, 'wasm/dropout-playground.wasm'];
const figureModule = ['wasm/dropout-figure.js', 'wasm/dropout-figure.wasm'];

describe('the size of', () => {
  for (const [what, files, most] of [
    ['the wasm', core, MOST_OF_THE_CORE],
    ['a figure’s own module', figureModule, MOST_OF_A_FIGURE],
  ]) {
    test(`${what} and its glue is at most ${most / KB} KB`, (t) => {
      const { brotli, told } = sizes(files);
      t.diagnostic(told);
      assert.ok(brotli <= most, `${brotli} B: ${told}`);
    });
  }

  test('the package is what the README says', () => {
    assertSaid('README.md', /, (\d+) KB compressed,/, sizes([...core, 'core.js', 'index.js']));
  });
});

describe('of what a program runs in', () => {
  const folder = 'site/python';
  const files = readdirSync(new URL(`dist/${folder}/`, root), { recursive: true }).map(
    (name) => `${folder}/${name}`,
  );
  const named = (pattern) => sizes(files.filter((name) => pattern.test(name)));

  test(`Python is at most ${MOST_OF_PYTHON / KB} KB`, (t) => {
    const { brotli, told } = named(/\/(?:pyodide\.|standardLibrary-)/);
    t.diagnostic(`${brotli} B: ${told}`);
    assert.ok(brotli <= MOST_OF_PYTHON, `${brotli} B: ${told}`);
  });

  test(`our own files are at most ${MOST_OF_ITS_LIBRARY / KB} KB`, (t) => {
    const { brotli, told } = named(/\/library-/);
    t.diagnostic(told);
    assert.ok(brotli <= MOST_OF_ITS_LIBRARY, `${brotli} B: ${told}`);
  });

  test(`what plots is apart, and at most ${MOST_OF_PLOTTING / KB} KB`, (t) => {
    const { brotli, told } = named(/\/plotting-/);
    t.diagnostic(told);
    assert.ok(brotli > 0 && brotli <= MOST_OF_PLOTTING, `${brotli} B: ${told}`);
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
  const built = readdirSync(new URL('dist/', root));
  const figure = built.find((name) => name.startsWith('embed-figure-'));
  const all = sizes([...new Set([...script, ...closure(figure), figureModule[1]])]);
  const reasons = sizes([built.find((name) => name.startsWith('embed-reasons-'))]);
  const more = sizes([built.find((name) => name.startsWith('embed-more-'))]);
  const heatMap = sizes([built.find((name) => name.startsWith('embed-large-tensor-'))]);
  const languages = translations.map((language) =>
    sizes([built.find((file) => file.startsWith(`embed-${language}-`))]),
  );

  test(`the script is at most ${MOST_OF_THE_SCRIPT / KB} KB before it is near`, (t) => {
    const { brotli, told } = sizes([...script]);
    t.diagnostic(told);
    assert.ok(brotli <= MOST_OF_THE_SCRIPT, `${brotli} B: ${told}`);
  });

  test(`all of it is at most ${MOST_OF_THE_EMBED / KB} KB, and a language ${MOST_OF_A_LANGUAGE / KB} KB`, (t) => {
    const { brotli, told } = all;
    t.diagnostic(`${brotli} B: ${told}`);
    assert.ok(brotli <= MOST_OF_THE_EMBED, `${brotli} B: ${told}`);
    for (const { brotli, told } of languages) assert.ok(brotli <= MOST_OF_A_LANGUAGE, told);
  });

  test('its figure waits for no script but its own', () => {
    const others = [...closure(figure)].filter((name) => name !== figure && !script.has(name));
    assert.deepEqual(others, []);
  });

  test('each is what its guide says', () => {
    const guide = 'docs/embed.md';
    const largest = languages.toSorted((one, other) => other.brotli - one.brotli)[0];
    assertSaid(guide, /costs\.\*\* ([\d.]+) KB before/, sizes([...script]), 0.3 * KB);
    assertSaid(guide, /\(600 px\), (\d+) KB compressed then/, all);
    assertSaid(guide, /([\d.]+) KB for a language/, largest, 0.3 * KB);
    assertSaid(guide, /(\d+) KB where it shows why/, reasons);
    assertSaid(guide, /(\d+) KB where it shows the input/, more);
    assertSaid(guide, /(\d+) KB where a tensor [^.]* heat map/, heatMap);
    const lab = built.find((name) => /^embed-lab-(?!place|..-)/.test(name));
    const ofLab = [...closure(lab)].filter((name) => !script.has(name));
    assertSaid(guide, /nearly in sight \(600 px\) (\d+) KB,\s+of which/, sizes(ofLab));
    const operations = ['js', 'wasm'].map((ending) => `wasm/dropout-operations.${ending}`);
    const ofWorker = sizes([...closure('training-host.js'), ...operations]);
    assertSaid(guide, /(\d+) KB for the worker that trains/, ofWorker);
    const whole = built.find((name) => name.startsWith('embed-whole-core-'));
    assertSaid(guide, /(\d+) KB for the whole core/, sizes([whole, core[1]]));
    assertSaid(guide, /file of (\d+) KB compressed/, sizes(['dropout-playground.standalone.js']));
  });
});
