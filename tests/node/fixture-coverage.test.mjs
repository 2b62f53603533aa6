// What of each fixture file runs through the package, and what does not, by name and with its reason.
// The cases themselves are run by the tests that are named here.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readCases } from './fixtures.mjs';

const WORDS = 'words have no place in the API; tests/cpp/random runs it';
const NO_SHAPE = 'no layer has a noiseShape';
const NO_P = 'no p gives its keep probability: 1 - 0.9 is not 0.1; tests/cpp/dropout runs it';
const OLD_KERNEL = 'a kernel of 2019, which no engine stands for; tests/cpp/random runs it';

// For each file: which of its cases are left out, and where the others run.
const FILES = {
  'torch-cpu-default.json': { by: 'torch-cpu.test.mjs' },
  'torch-cpu-mkl.json': { by: 'torch-cpu.test.mjs' },
  'torch-cuda-kernel.json': { by: 'engines.test.mjs' },
  'torch-ranges.json': { by: 'makers.test.mjs' },
  'torch-print.json': { by: 'print.test.mjs' },
  'torch-expressions.json': { by: 'torch-expressions.test.mjs' },
  'torch-errors.json': { by: 'errors.test.mjs, which lists those without a counterpart itself' },
  'flax-derived.json': { by: 'engines.test.mjs' },
  'jax.json': {
    by: 'engines.test.mjs, makers.test.mjs',
    leftOut: ({ op }) => (op === 'bits' || op === 'split') && WORDS,
  },
  'jax-keys.json': { by: 'jax-keys.test.mjs' },
  'search-programs.json': { by: 'identify-programs.test.mjs' },
  'hand-dropout.json': { by: 'hand-dropout.test.mjs' },
  'numpy.json': {
    by: 'engines.test.mjs, makers.test.mjs',
    leftOut: ({ id }) => /-0\.1$/.test(id) && NO_P,
  },
  'tfjs.json': {
    by: 'engines.test.mjs',
    leftOut: ({ noiseShape }) => noiseShape !== null && NO_SHAPE,
  },
  'public-outputs.json': {
    by: 'identify.test.mjs and tests/cpp/dropout/public_outputs_test.cpp',
    leftOut: ({ id }) => {
      if (id === 'pytorch-25690-P100') return OLD_KERNEL;
      return /-kat-|^jax-(?:bits|split|key)-/.test(id) && WORDS;
    },
  },
};

// Not of the package's first module: the kernels' and what programs print, which tests/cpp runs.
const KERNEL_FILES = [
  'torch-distributions.json',
  'torch-functions.json',
  'torch-losses.json',
  'torch-optimisers.json',
  'torch-print-options.json',
];

// Not of the package: programs that train, which tests/python runs, and the lab's, which tests/training does.
const TRAINING_FILES = ['torch-training.json', 'torch-scenarios.json'];

// Not of the package: what the code of posts prints, which tests/check holds them to.
const POST_FILES = ['posts.json'];

// Not of the package: the page's, which the tests of the page replay.
const PAGE_FILES = [
  'dropout-warnings.json',
  'links.json',
  'pytorch-programs.json',
  'torch-before-layer.json',
];

test('every fixture file has its place here', () => {
  const files = readdirSync(new URL('../fixtures/', import.meta.url)).filter((name) =>
    name.endsWith('.json'),
  );
  assert.deepEqual(
    files.sort(),
    [
      ...Object.keys(FILES),
      ...KERNEL_FILES,
      ...TRAINING_FILES,
      ...POST_FILES,
      ...PAGE_FILES,
    ].sort(),
  );
});

for (const [file, { by, leftOut = () => false }] of Object.entries(FILES)) {
  describe(file, () => {
    const cases = readCases(file);
    const without = cases.filter(leftOut);
    test(`${cases.length - without.length} of ${cases.length} cases run, in ${by}`, () => {
      assert.ok(cases.length > without.length);
    });
    for (const one of without) test(one.id, { skip: leftOut(one) });
  });
}
