// The words that errors are made of, read from the sources: each template that C++ or TypeScript can throw,
// also one that no test provokes.
import { readdirSync, readFileSync } from 'node:fs';
import { nodesOf } from './syntax-tree.mjs';

const root = new URL('../../', import.meta.url);

/** What makes errors in TypeScript and in the glue, and which of its arguments is the template. */
const MAKERS = {
  ...{ rangeError: 1, typeError: 1, stateError: 0, wasmError: 2 },
  ...{ phrase: 0, createError: 1 },
};

/** Every template there is, `{ words, path }`, in the order of the sources. */
export function allWords() {
  const cpp = sourcesIn('src', /\.[ch]pp$/).flatMap(({ path, text }) =>
    wordsInCpp(text).map((words) => ({ words, path })),
  );
  const web = [...sourcesIn('web', /(?<!\.d)\.ts$/), ...sourcesIn('src/bindings', /\.js$/)];
  const script = web.flatMap(({ path, text }) =>
    wordsInScript(text, path.endsWith('.ts') ? 'ts' : 'js').map((words) => ({ words, path })),
  );
  return [...cpp, ...script];
}

/** Files of a folder, their paths from the root. */
export function sourcesIn(folder, ending) {
  return readdirSync(new URL(folder, root), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((path) => ending.test(path) && !path.startsWith('web/core/wasm/'))
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

// Comments are passed over, and each text, which may be written in several parts, is taken as one.
const CPP =
  /\/\/.*|\/\*[\s\S]*?\*\/|R"(\w*)\([\s\S]*?\)\1"|'(?:[^'\\]|\\.)+'|((?:"(?:[^"\\\n]|\\.)*"\s*)+)(_words\b)?/g;

/** The literals of `"…"_words`; that of the operator itself, which is empty, is none. */
export function wordsInCpp(text) {
  return [...text.matchAll(CPP)]
    .filter(([, , literal, suffix]) => suffix && literal.trim() !== '""')
    .map(([, , literal]) =>
      [...literal.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
        .map(([, part]) => part.replace(/\\(["'\\])/g, '$1'))
        .join(''),
    );
}

/** The templates given to MAKERS. Throws where one is no literal, which could not be found then. */
export function wordsInScript(text, lang = 'ts') {
  const words = [];
  for (const { type, callee, arguments: given } of nodesOf(text, lang)) {
    const name = callee?.name ?? callee?.property?.name;
    if (type !== 'CallExpression' || !Object.hasOwn(MAKERS, name)) continue;
    const template = given[MAKERS[name]];
    if (template?.type !== 'Literal' || typeof template.value !== 'string') {
      throw new Error(`the template given to ${name}() is no literal`);
    }
    words.push(template.value);
  }
  return words;
}
