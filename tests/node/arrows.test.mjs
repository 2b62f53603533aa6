// The arrows between our folders: read from every #include and import, and none is broken.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brokenArrows, mentionedSecrets } from './arrows.mjs';
import { importsOf, includesOf } from './dependencies.mjs';

const root = new URL('../../', import.meta.url);

// What is built into web/core/wasm, or installed, is nobody's source.
const FOREIGN = /^web\/core\/wasm\/.*(?<!\.d\.ts)$|^bench\/node_modules\//;

// Paths from the root.
function sourcesIn(folder, ending) {
  return readdirSync(new URL(folder, root), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((path) => ending.test(path) && !FOREIGN.test(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

describe('in this repository', () => {
  const cpp = ['src', 'bench/wasm']
    .flatMap((folder) => sourcesIn(folder, /\.[ch]pp$/))
    .map((file) => ({ ...file, dependencies: includesOf(file.text) }));
  const web = ['web', 'bench', 'scripts']
    .flatMap((folder) => sourcesIn(folder, /\.[cm]?[jt]s$/))
    .map((file) => ({ ...file, dependencies: importsOf(file.text) }));

  test('there is something to read', () => {
    const arrows = [...cpp, ...web].map(({ path, dependencies }) => [path, dependencies]);
    assert.ok(Object.fromEntries(arrows)['src/text/print.cpp'].includes('"text/print.hpp"'));
    assert.ok(Object.fromEntries(arrows)['src/dropout/draw.cpp'].includes('"dropout/draw.hpp"'));
    assert.ok(Object.fromEntries(arrows)['web/core/node.ts'].includes('./own-wasm.ts'));
  });

  test('no file includes or imports what its folder may not know', () => {
    assert.deepEqual(brokenArrows([...cpp, ...web]), []);
  });

  test('Emscripten is known to src/bindings only; the heap, delete() and the wasm to web/core; no DOM to web/experiment', () => {
    assert.deepEqual(mentionedSecrets([...cpp, ...web]), []);
  });
});

describe('a made-up arrow', () => {
  const broken = (path, ...dependencies) => brokenArrows([{ path, dependencies }]);

  test('that points the right way is not reported', () => {
    const right = [
      ['src/tensor/tensor.hpp', '"tensor/shape.hpp"', '<vector>', '<random>', '<xsimd/xsimd.hpp>'],
      ['src/dropout/dropout.hpp', '"random/algorithms/mt19937.hpp"', '"tensor/tensor.hpp"'],
      ['src/search/seed_scan.cpp', '"dropout/draw.hpp"', '"random/generator.hpp"'],
      [
        'src/text/call.cpp',
        '"ops/rand.hpp"',
        '"random/algorithms/mt19937.hpp"',
        '"tensor/shape.hpp"',
      ],
      ['src/bindings/tensor.cpp', '"text/print.hpp"', '<emscripten/bind.h>'],
      ['web/core/node.ts', 'node:fs/promises', './index.ts', './wasm/dropout-playground.js'],
      ['web/figure/define.ts', '../core/index.ts', '../i18n/locale.ts', 'lit', './grids/grid.ts'],
      ['web/figure/grids/grid.ts', '../../core/index.ts', '../../experiment/run.ts'],
      ['web/parts/average/trials.ts', '../../figure/grids/grid.ts', '../../design/in-sight.ts'],
      [
        'web/experiment/large.ts',
        '../core/worker/client.ts',
        'dropout-playground/worker',
        'comlink',
      ],
      ['web/experiment/machines.ts', '@lit/localize'],
      ['web/design/in-sight.ts', '../i18n/locale.ts', 'lit'],
      ['web/cli/run.ts', '../experiment/run.ts', 'dropout-playground'],
      ['web/site/site.ts', '../parts/define.ts', 'dropout-playground', './site.css?inline'],
      ['web/i18n/locale.ts', './locales/'],
      [
        'bench/wasm/passes.cpp',
        '"dropout/draw.hpp"',
        '"bindings/errors.hpp"',
        '<emscripten/bind.h>',
      ],
      ['bench/playground.ts', '../web/core/instance.ts'],
      ['bench/peers/tfjs.mjs', './peers.mjs', '../rounds.mjs', '@tensorflow/tfjs-core'],
      ['scripts/profile.mjs', '../web/core/instance.ts', '../web/experiment/run.ts', './steps.mjs'],
      ['bench/bench.mjs', '../scripts/steps.mjs', './build.mjs', 'node:util', 'dropout-playground'],
    ];
    for (const file of right) assert.deepEqual(broken(...file), []);
  });

  const ONLY_PUBLIC = 'core keeps it to itself';
  const wrong = [
    ['src/tensor/tensor.hpp', '"random/algorithms/mt19937.hpp"', 'tensor may not know random'],
    ['src/random/algorithms/mt19937.cpp', '"tensor/shape.hpp"', 'random may not know tensor'],
    ['src/random/algorithms/mt19937.cpp', '<tensor/shape.hpp>', 'random may not know tensor'],
    ['src/dropout/dropout.cpp', '"text/print.hpp"', 'dropout may not know text'],
    ['src/dropout/draw.cpp', '"search/seed_scan.hpp"', 'dropout may not know search'],
    ['src/text/parse.cpp', '"dropout/dropout.hpp"', 'text may not know dropout'],
    ['src/ops/rand.cpp', '"text/parse.hpp"', 'ops may not know text'],
    ['src/ops/rand.cpp', '"bindings/convert.hpp"', 'ops may not know bindings'],
    ['src/tensor/tensor.cpp', '"shape.hpp"', 'it is not named from src/'],
    ['src/tensor/tensor.cpp', '"../random/algorithms/mt19937.hpp"', 'it is not named from src/'],
    ['src/trials/trials.cpp', '"tensor/shape.hpp"', 'src/trials has no place among the arrows'],
    ['web/core/tensor.ts', '../experiment/run.ts', 'core may not know experiment'],
    ['web/core/tensor.ts', '../i18n/locale.ts', 'core may not know i18n'],
    ['web/i18n/locale.ts', 'dropout-playground', 'i18n may not know core'],
    ['web/design/in-sight.ts', '../experiment/run.ts', 'design may not know experiment'],
    ['web/experiment/run.ts', '../figure/grids/grid.ts', 'experiment may not know figure'],
    ['web/experiment/run.ts', '../design/in-sight.ts', 'experiment may not know design'],
    ['web/experiment/run.ts', 'lit', 'experiment has no DOM'],
    ['web/experiment/run.ts', 'lit/directives/live.js', 'experiment has no DOM'],
    ['web/figure/figure.ts', '../parts/lesson/steps.ts', 'figure may not know parts'],
    ['web/parts/part.ts', '../site/site.ts', 'parts may not know site'],
    ['web/embed/embed.ts', '../parts/lesson/steps.ts', 'embed may not know parts'],
    ['web/cli/run.ts', '../figure/grids/grid.ts', 'cli may not know figure'],
    ['web/cli/run.ts', '../design/in-sight.ts', 'cli may not know design'],
    ['scripts/profile.mjs', '../web/figure/figure.ts', 'scripts may not know figure'],
    ['web/figure/define.ts', '../core/tensor.ts', ONLY_PUBLIC],
    ['web/figure/define.ts', '../core/node.ts', ONLY_PUBLIC],
    ['web/experiment/run.ts', '../core/worker/host.ts', ONLY_PUBLIC],
    ['web/site/a/b.ts', '../../core/wasm/x.wasm', ONLY_PUBLIC],
    ['web/site/site.ts', 'dropout-playground/dropout-playground.wasm', ONLY_PUBLIC],
    ['web/site/site.ts', '../../tests/node/arrows.mjs', 'it is not in a folder of web/'],
    ['web/site/site.ts', '?', 'it cannot be read before run time'],
    ['web/core/tensor.ts', '../../bench/rounds.mjs', 'it is not in a folder of web/'],
    ['src/dropout/draw.cpp', '"bench/passes.hpp"', 'it is not named from src/'],
    ['bench/wasm/passes.cpp', '"../src/dropout/draw.hpp"', 'it is not named from src/'],
    [
      'bench/suite.mjs',
      '../web/core/instance.ts',
      'only bench/playground.ts may know web/core/instance.ts',
    ],
    ['bench/suite.mjs', '../tests/node/arrows.mjs', 'bench may not know it'],
    ['web/worker/worker.ts', 'lit', 'web/worker has no place among the arrows'],
  ];
  for (const [path, dependency, reason] of wrong) {
    test(`${path} -> ${dependency} is reported`, () => {
      assert.deepEqual(
        broken(path, 'lit', dependency).at(-1),
        `${path} -> ${dependency}: ${reason}`,
      );
    });
  }

  test('from a kernel to a tensor is reported, also through a third file', () => {
    const files = [
      {
        path: 'src/dropout/pass/alpha_dropout.cpp',
        dependencies: ['"dropout/pass/alpha_dropout.hpp"'],
      },
      { path: 'src/dropout/pass/alpha_dropout.hpp', dependencies: ['"dropout/dropout.hpp"'] },
      { path: 'src/dropout/dropout.hpp', dependencies: ['"tensor/tensor.hpp"'] },
    ];
    assert.deepEqual(brokenArrows(files), [
      'src/dropout/pass/alpha_dropout.cpp -> src/tensor/tensor.hpp: a kernel takes spans',
      'src/dropout/pass/alpha_dropout.hpp -> src/tensor/tensor.hpp: a kernel takes spans',
    ]);
    assert.deepEqual(broken('src/dropout/pass/inverted_dropout.hpp', '"tensor/shape.hpp"'), [
      'src/dropout/pass/inverted_dropout.hpp -> src/tensor/shape.hpp: a kernel takes spans',
    ]);
  });
});

describe('a made-up mention', () => {
  const found = (path, text) => mentionedSecrets([{ path, text }]);

  test('of what the folder may know is not reported', () => {
    assert.deepEqual(found('src/bindings/tensor.cpp', '#include <emscripten/bind.h>'), []);
    assert.deepEqual(found('web/core/tensor.ts', "handle.delete(); import './wasm/x.js';"), []);
    assert.deepEqual(found('web/figure/size.ts', 'document.title; HTMLElement'), []);
    assert.deepEqual(found('web/site/url.ts', "parameters.delete('p'); // CHEAP, WebAssembly"), []);
  });

  test('of anything else is reported', () => {
    const secrets = {
      'src/tensor/tensor.cpp': ['#ifdef __EMSCRIPTEN__', 'EMSCRIPTEN'],
      'src/random/algorithms/mt19937.hpp': ['#include <emscripten/bind.h>', 'emscripten'],
      'web/experiment/run.ts': ['document.title = ""', 'document.'],
      'web/experiment/size.ts': ['(element: HTMLElement) => {}', 'HTMLElement'],
      'web/figure/grid.ts': ['module.HEAPF32.subarray(0)', 'HEAPF32'],
      'web/site/site.ts': ['x?.delete()', '.delete()'],
      'web/i18n/locale.ts': ["fetch('wasm/dropout-playground.wasm')", 'wasm/'],
    };
    for (const [path, [text, word]] of Object.entries(secrets)) {
      assert.deepEqual(found(path, text), [`${path}: ${word}`]);
    }
  });
});

describe('what is read from a file', () => {
  test('of C++ is every #include, and none in a comment or a text', () => {
    const text = `
      #include "a.hpp" // #include "no.hpp"
      //  #include "no.hpp"
      /* #include "no.hpp"
      #include "no.hpp"
      */ #include <b>
      #  include "c/d.hpp"
      const char* s = "/*";
      #include "e.hpp"
      const char* t = "*/ \\" //"; const char* u = R"x(
      )" /* )x";
      #include "f.hpp"
    `;
    assert.deepEqual(includesOf(text), ['"a.hpp"', '<b>', '"c/d.hpp"', '"e.hpp"', '"f.hpp"']);
  });

  test('of TypeScript is every import of every kind, and none in a comment or a text', () => {
    const text = `
      import a, { type A } from './a.ts'; // import './no.ts';
      import type { B } from './b.ts';
      import './c.css';
      /* import './no.ts'; */
      export * from './d.ts';
      export { e } from './e.ts';
      export const text = "import './no.ts'", regex = /'/, more = \`import './no.ts' \${a}\`;
      type F = import('./f.ts').F;
      export const load = async (language: string) => [
        await import('./g.ts'),
        await import(\`./locales/\${language}.ts\`),
        await import(language),
        await import(\`\${language}.ts\`),
        new Worker(new URL('./h.ts', import.meta.url)),
        new URL('i.wasm', import.meta.url),
        new URL('./no.ts', 'https://example.org'),
      ];
    `;
    const expected = [
      'a.ts',
      'b.ts',
      'c.css',
      'd.ts',
      'e.ts',
      'f.ts',
      'g.ts',
      'locales/',
      'h.ts',
      'i.wasm',
    ];
    const read = importsOf(text);
    assert.deepEqual(
      read.filter((name) => name !== '?'),
      expected.map((name) => `./${name}`),
    );
    assert.equal(read.filter((name) => name === '?').length, 2);
  });
});
