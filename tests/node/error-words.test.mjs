// Errors are told apart by what they know, never by their English: nothing looks into it, and all are made
// where they are given what they know.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { sourcesIn, wordsInCpp, wordsInScript } from './error-words.mjs';
import { nodesOf } from './syntax-tree.mjs';
import { testedEnglish } from './tested-english.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The texts of a type such as 'absent' | 'old', which is written in one node of the file. */
function literalsOf(path, hasType) {
  const text = read(path);
  const nodes = [...nodesOf(text, 'ts')];
  const { start, end } = nodes.find(hasType);
  return nodes
    .filter((node) => node.type === 'TSLiteralType' && node.start >= start && node.end <= end)
    .map(({ literal }) => literal.value);
}

/** What the kinds of `reason` are that are codes: why there is no core, why a link is not read, why no program ran. */
const CODES = [
  ...literalsOf('web/core/errors.ts', ({ id }) => id?.name === 'WasmFailure'),
  ...literalsOf('web/experiment/link.ts', ({ type, key, value }) => {
    return type === 'PropertyDefinition' && key.name === 'reason' && !value;
  }),
  ...literalsOf('web/python/python-worker.ts', ({ type, key, value }) => {
    return type === 'PropertyDefinition' && key.name === 'reason' && !value;
  }),
];

const sources = ['web', 'bench', 'scripts'].flatMap((folder) =>
  sourcesIn(folder, /(?<!\.d)\.(?:ts|mjs)$/).filter(({ path }) => !/\/node_modules\//.test(path)),
);

const langOf = (path) => (path.endsWith('.ts') ? 'ts' : 'js');

describe('in this repository', () => {
  test('a reason that is a code is known as one', () => {
    assert.deepEqual(CODES.toSorted(), [
      ...['absent', 'broken', 'end', 'newer version', 'old', 'policy', 'start', 'too long'],
      ...['unreachable', 'version', 'worker'],
    ]);
  });

  test('nothing looks into the English of an error', () => {
    const found = sources.flatMap(({ path, text }) =>
      testedEnglish(text, { lang: langOf(path), codes: CODES }).map((code) => `${path}: ${code}`),
    );
    assert.deepEqual(found, [
      // What a browser throws has no kind, and each words a policy's refusal in its own way.
      'web/core/compiled-wasm.ts: REFUSED_BY_POLICY.test(String(error))',
    ]);
  });

  test('errors are made by web/core/errors.ts, with what they know', () => {
    const isMade = ({ type, callee }) => type === 'NewExpression' && /Error$/.test(callee.name);
    const plain = sourcesIn('web', /(?<!\.d)\.ts$/).filter(({ path, text }) => {
      return !path.startsWith('web/cli/') && [...nodesOf(text, 'ts')].some(isMade);
    });
    assert.deepEqual(plain.map(({ path }) => path).toSorted(), [
      'web/core/errors.ts',
      // That a worker did not start or was ended is no error of what it was asked, and has no code.
      'web/core/worker/service-client.ts',
      // No user can make these: a bundle without a core, and a browser without a canvas.
      'web/experiment/core-source.ts',
      // As a browser tells of a chunk that is missing: the page has its sentence.
      'web/loading/import-again.ts',
      'web/parts/average/trial-run.ts',
      'web/parts/take-away/picture/canvas.ts',
      // A link that cannot be read: the page has its sentence.
      'web/program/program-link.ts',
      // A worker that cannot be confined, and a file of Python's that is missing: told to who starts it.
      'web/python/confine.ts',
      // That there is no Pyodide to run programs with: the command line prints the sentence.
      'web/python/pyodide-package.ts',
      'web/python/python-host.ts',
      // Told to Python, which has its own sentence for it.
      'web/python/when-asked.ts',
      // No reader asks for a training that has ended: the page's side forgets its number.
      'web/training/worker/answer.ts',
    ]);
  });

  test('JavaScript knows every kind of C++, and no other', () => {
    const cpp = [...read('src/errors/kind.cpp').matchAll(/return "([a-z-]+)"/g)];
    const contract = literalsOf(
      'web/core/wasm/dropout-playground.d.ts',
      ({ id }) => id?.name === 'NativeErrorKind',
    );
    assert.deepEqual(contract.toSorted(), cpp.map(([, kind]) => kind).toSorted());
  });
});

describe('made-up code', () => {
  const found = (text) => testedEnglish(text, { codes: ['old'] });

  const caught = [
    '/^no room/.test(error.message)',
    '/p must/.test((error as Error).message)',
    "error.message.startsWith('no room')",
    "error?.message?.includes('room')",
    "error.message.trim().toLowerCase().endsWith('room')",
    "error.message === 'no room'",
    "'no room' != (error.message ?? '')",
    'NO_ROOM.has(error.message)',
    'ROOMS.indexOf(error.reason)',
    'KINDS[error.message]',
    "error.reason.split(' ')",
    "error.details.template === 'no room'",
    "error.reason === 'new'",
    '/no room/.test(String(error))',
    `/no room/.exec(\`\${error}\`)`,
    'error.toString().match(/room/)',
  ];
  for (const code of caught) {
    test(`such as ${code} is found`, () => assert.deepEqual(found(`${code};`), [code]));
  }

  const bound = [
    ["const { message } = error; if (message.startsWith('a')) f();", "message.startsWith('a')"],
    ['const { message: text } = error; /a/.test(text);', '/a/.test(text)'],
    ["const { reason = '' } = error as Wrong; /a/.exec(reason);", '/a/.exec(reason)'],
    [
      "function f({ code, message }: Error) { return code === 'a' && /b/.test(message); }",
      '/b/.test(message)',
    ],
    ["const said = error.reason; const again = said; again === 'a';", "again === 'a'"],
    ['let said; said = error.message; /a/.test(said);', '/a/.test(said)'],
    [
      'function f(kind: string, message: string) { return /a/.test(message); }',
      '/a/.test(message)',
    ],
    ['try { f(); } catch (wrong) { /a/.test(String(wrong)); }', '/a/.test(String(wrong))'],
    [`const f = (wrong: RangeError) => /a/.test(\`\${wrong}\`);`, `/a/.test(\`\${wrong}\`)`],
  ];
  for (const [text, code] of bound) {
    test(`with a name, as in ${text} is found`, () => assert.deepEqual(found(text), [code]));
  }

  test('with a switch is found', () => {
    assert.equal(found("switch (error.message) { case 'a': f(); }").length, 1);
    assert.equal(
      found("switch (error.reason) { case 'old': f(); break; case 'a': g(); }").length,
      1,
    );
  });

  test('that asks for what an error knows, or only tells it, is not', () => {
    for (const text of [
      "error.details.kind === 'memory';",
      "kindOf(error) === 'calls' && error.code === 'value';",
      'const [maker] = error.details.values; maker.startsWith("np");',
      `html\`<p>\${error.message}</p>\`; console.error(\`it failed: \${error.message}\`);`,
      'throw new Error(error.message);',
      'error instanceof RangeError;',
      "if (event.message || 'blocked') f();",
      'failure.message === undefined; error.reason == null;',
      "failure.reason === 'old';",
      "switch (failure.reason) { case 'old': f(); break; default: g(error.message); }",
      '/a/.test(text); text.startsWith("message"); names.includes(name);',
      'const { reason } = failure; told(reason);',
      'const wordsFor = { message: 1 }; filled(template).replace(/a/, "b");',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });
});

describe('what is read from a file', () => {
  test('of C++ is every "…"_words, and none in a comment or another text', () => {
    const text = String.raw`
      // "no"_words
      /* "no"_words */
      fail(Kind::kValue, "a {0}"_words, "no");
      fail(Kind::kValue,
           "b "
           "\"{0}\" isn't"_words);
      use('"', "no", "c"_words); use(R"("no"_words)", '\'');
      consteval auto operator""_words() {}
    `;
    assert.deepEqual(wordsInCpp(text), ['a {0}', 'b "{0}" isn\'t', 'c']);
  });

  test('of TypeScript is every template, which is a literal', () => {
    const text = `
      throw rangeError('value', 'a {0}', 'no'); // stateError('no')
      stateError("b"); f(typeError('type', 'c', phrase(' (at {0})', text)), "rangeError('no')");
      Module.createError('memory', 'd', '[]', 0, 0);
    `;
    assert.deepEqual(wordsInScript(text), ['a {0}', 'b', 'c', ' (at {0})', 'd']);
    for (const wrong of ['stateError(text)', `stateError(\`a \${b}\`)`, 'phrase()']) {
      assert.throws(() => wordsInScript(wrong), /is no literal/);
    }
  });
});
