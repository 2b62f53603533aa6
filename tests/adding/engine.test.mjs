// What docs/adding.md says of a new engine: it is added to a copy of the sources, by these files and no others, and
// then built, recorded for TypeScript, and drawn from.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';

const root = resolve(import.meta.dirname, '../..');
const engine = join(import.meta.dirname, 'engine');

const NEW = ['src/random/engines/toy/toy_engine.hpp', 'src/dropout/draws/toy_draw.hpp'];

/** What is put into files that are there: behind the first text, the second. */
const EDITS = {
  'src/random/generator.hpp': [
    [
      '#include "random/engines/tfjs/tfjs_engine.hpp"\n',
      '#include "random/engines/toy/toy_engine.hpp"\n',
    ],
    ['TfjsEngine, FastEngine', ', ToyEngine'],
  ],
  'src/dropout/draw.hpp': [
    ['#include "dropout/draws/tfjs_draw.hpp"\n', '#include "dropout/draws/toy_draw.hpp"\n'],
    ['TfjsDraw, FastDraw', ', ToyDraw'],
  ],
  'src/dropout/draw.cpp': [
    [
      'return TfjsDraw(engine.seed, request); }\n',
      `  AnyDraw operator()(random::ToyEngine& engine) const {
    return ToyDraw(engine.generator, request);
  }
`,
    ],
  ],
  'web/experiment/machines.ts': [
    [
      "{ id: 'machine-fast' }),\n    },\n",
      "    { engine: 'toy', framework: 'Fast', variant: 'toy', standsFor: 'nothing' },\n",
    ],
  ],
};

/** Written by `npm run records`. */
const RECORDS = 'web/core/records.ts';

/** Xorshift32 of the seed 7, as the engine uses it: whether each word is below half of them all. */
function keptBySeed7(count) {
  let word = 7;
  return Array.from({ length: count }, () => {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    return (word >>> 0) / 2 ** 32 < 0.5 ? '1' : '0';
  }).join('');
}

describe('an engine', () => {
  let copy = '';
  const inCopy = (program, ...args) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
    assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}${stderr}`);
    return stdout;
  };

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'another-engine-'));
    const ours = ['src', 'web', 'scripts', 'tests/cpp', 'build/toolchain'];
    const alone = ['CMakeLists.txt', 'CMakePresets.json', 'package.json', 'tsconfig.json'];
    for (const path of [...ours, ...alone])
      cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const path of NEW) cpSync(join(engine, path), join(copy, path), { recursive: true });
    for (const [path, edits] of Object.entries(EDITS)) {
      let text = readFileSync(join(copy, path), 'utf8');
      for (const [behind, added] of edits) {
        assert.equal(text.split(behind).length, 2, `${path}: ${behind}`);
        text = text.replace(behind, () => behind + added);
      }
      writeFileSync(join(copy, path), text);
    }
    // The program that draws is the test's own.
    cpSync(join(engine, 'draws.cpp'), join(copy, 'draws.cpp'));
    const build = readFileSync(join(copy, 'CMakeLists.txt'), 'utf8');
    const program = 'add_executable(draws draws.cpp)\ntarget_link_libraries(draws dropout)\n';
    writeFileSync(join(copy, 'CMakeLists.txt'), `${build}\n${program}`);
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  test('is added by no other files than the guide names, at most eight', () => {
    const guide = readFileSync(join(root, 'docs/adding.md'), 'utf8');
    const section = guide.split(/^## /m).find((part) => part.startsWith('An engine'));
    const named = [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, path]) => path);
    const touched = [...NEW, ...Object.keys(EDITS), RECORDS];
    const asInGuide = (path) => path.replaceAll('toy', '…');
    assert.deepEqual(named.map(asInGuide).sort(), touched.map(asInGuide).sort());
    assert.ok(touched.length <= 8);
  });

  test('is built, and draws', () => {
    inCopy('cmake', '--preset', 'native-debug', '-D', 'GTEST_SOURCES=none');
    inCopy('cmake', '--build', '--preset', 'native-debug', '--target', 'draws', 'records');
    assert.equal(inCopy('build/native-debug/draws').trim(), keptBySeed7(12));
  });

  test('is known to TypeScript', () => {
    inCopy('build/native-debug/src/records', '--write', RECORDS);
    assert.match(readFileSync(join(copy, RECORDS), 'utf8'), /^ {2}toy: \{$/m);
    const project = { extends: './tsconfig.json', include: ['web/core', 'web/experiment'] };
    writeFileSync(join(copy, 'tsconfig.engine.json'), JSON.stringify(project));
    inCopy('node_modules/.bin/tsc', '--noEmit', '--project', 'tsconfig.engine.json');
  });
});
