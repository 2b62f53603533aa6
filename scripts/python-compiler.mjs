// Makes Python files short for readers who fetch them, and compiles them for the pinned Pyodide: its start costs a
// third of what it costs from sources.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * npm's Pyodide: its folder and its version. Found when it is asked for: set-up, which installs it, begins with files
 * that know this one.
 */
export function installedPyodide() {
  const require = createRequire(import.meta.url);
  /** @type {{ version: string }} */
  const { version } = require('pyodide/package.json');
  return { folder: `${dirname(require.resolve('pyodide/package.json'))}/`, version };
}

/** In every zip, so that the same files give the same bytes. */
const DATE = new Date('2000-01-01T00:00:00');

// No docstrings: they are a fifth of all, and nobody asks for help here. No columns: they only mark a place in a line
// of source, and none is there. Assertions stay.
const SHORTENED = `
import ast
import importlib._bootstrap_external as bootstrap
import io
import tokenize

_WITH_DOCSTRINGS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

def _docstrings(tree):
    """Of each: the statement, and whether nothing else is there."""
    for node in ast.walk(tree):
        if isinstance(node, _WITH_DOCSTRINGS) and ast.get_docstring(node, False) is not None:
            yield node.body[0], len(node.body) == 1

def without_words(source):
    """The same program in the same lines, without docstrings and comments."""
    lines = source.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            line, column = token.start
            lines[line - 1] = lines[line - 1][:column].rstrip() + '\\n'
    for docstring, is_all in _docstrings(ast.parse(source)):
        for line in range(docstring.lineno, docstring.end_lineno + 1):
            lines[line - 1] = '\\n'
        if is_all:
            lines[docstring.lineno - 1] = ' ' * docstring.col_offset + 'pass\\n'
    return ''.join(lines)

def without_space(source):
    """The same program without empty lines, and with one space where there were four."""
    inside = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        inside.update(range(token.start[0] + 1, token.end[0] + 1))
    lines = []
    for number, line in enumerate(source.splitlines(keepends=True), 1):
        code = line.lstrip(' ')
        if number in inside:
            lines.append(line)
        elif code.strip():
            lines.append(' ' * ((len(line) - len(code)) // 4) + code)
    short = ''.join(lines)
    assert ast.dump(ast.parse(short)) == ast.dump(ast.parse(source))
    return short

def as_text(source, filename):
    return without_space(without_words(source)).encode()

def as_code(source, filename):
    code = compile(without_words(source), filename, 'exec', dont_inherit=True, optimize=0)
    return bytes(bootstrap._code_to_timestamp_pyc(code, 0, 0))
`;

/** @typedef {Awaited<ReturnType<typeof import('pyodide').loadPyodide>>} Pyodide */

/** @type {Promise<Pyodide> | undefined} */
let started;

/** A Pyodide that has run nothing but what is given here. */
export function buildPyodide() {
  started ??= import('pyodide').then(({ loadPyodide }) =>
    loadPyodide({
      indexURL: installedPyodide().folder,
      env: { HOME: '/', PYTHONNODEBUGRANGES: '1' },
    }),
  );
  return started;
}

/**
 * Python files without docstrings and comments.
 *
 * @param {Record<string, Uint8Array>} files
 * @param {'as_text' | 'as_code'} form  short sources, whose lines are others, or what they are compiled to, which is
 *   twice as much, starts at once and knows the lines
 * @param {string} place  where the files will lie, as tracebacks name it
 */
export async function shortened(files, form, place) {
  const pyodide = await buildPyodide();
  const globals = pyodide.toPy({});
  pyodide.runPython(SHORTENED, { globals });
  const shorten = globals.get(form);
  /** @type {Record<string, Uint8Array>} */
  const contents = {};
  for (const [name, file] of Object.entries(files)) {
    const bytes = shorten(new TextDecoder().decode(file), `${place}/${name}`);
    contents[form === 'as_code' ? `${name}c` : name] = bytes.toJs();
    bytes.destroy();
  }
  return contents;
}

/**
 * Nothing in it is compressed: hosts compress what they serve, and better, if it is named as a text.
 *
 * @param {Record<string, Uint8Array>} files
 * @returns {Promise<Uint8Array>}
 */
export async function zipOf(files) {
  // Installed by set-up, as Pyodide is.
  const { zipSync } = await import('fflate');
  return zipSync(files, { level: 0, mtime: DATE });
}
