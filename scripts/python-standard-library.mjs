// Cuts Python's standard library, as npm's Pyodide has it, in two zips: what programs about dropout use, and the rest,
// which is fetched when a program imports something of it (web/python/library/playground_rest.py).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPyodide, installedPyodide, shortened, zipOf } from './python-compiler.mjs';
import { pythonSources } from './python-library.mjs';

/**
 * What is in the first zip, with all that these import, with what our own files import, and with what Pyodide itself
 * has imported when it has started.
 *
 * Programs of the survey import time, os, math, random, copy, collections, sys, argparse, json and re, in that order,
 * and now and then another of these. Beyond them it is what people try in a few lines, if it is small.
 */
const USED = [
  ...['math', 'cmath', 'random', 'statistics', 'fractions', 'decimal', 'numbers', 'operator'],
  ...['itertools', 'functools', 'collections', 'collections.abc', 'heapq', 'bisect', 'array'],
  ...['os', 'os.path', 'sys', 'io', 'pathlib', 'tempfile', 'shutil', 'glob', 'argparse', 'logging'],
  ...['json', 'csv', 'pickle', 'copy', 'copyreg', 'struct', 'zipfile', 'base64', 'hashlib', 'zlib'],
  ...['re', 'string', 'textwrap', 'pprint', 'reprlib', 'keyword', 'unicodedata', 'locale'],
  ...['typing', 'types', 'dataclasses', 'enum', 'abc', 'contextlib', 'contextvars', 'weakref'],
  ...['time', 'datetime', 'timeit', 'calendar', 'secrets', 'gc', 'inspect', 'ast', 'dis'],
  ...['warnings', 'traceback', 'linecache', 'threading', 'queue', 'concurrent.futures', 'signal'],
  // What they import only when it is needed: to read a date, to start a thread pool, and to name an encoding.
  ...['_strptime', 'concurrent.futures.thread', 'encodings.ascii', 'encodings.latin_1'],
];

/** Where Pyodide puts the library. */
const PLACE = '/lib/python314.zip';

/** The file of the first zip that lists the modules of the second. */
const REST_LIST = 'rest-of-python.txt';

const FILES_OF_USED = `
import importlib, sys
for name in used:
    if name.split('.')[0] in sys.stdlib_module_names:
        importlib.import_module(name)
'\\n'.join(m.__file__ for m in list(sys.modules.values()) if getattr(m, '__file__', None))
`;

/** @typedef {{ used: Uint8Array, rest: Uint8Array }} Parts */

/** @returns {Promise<Parts>} */
export async function pythonStandardLibrary() {
  const { unzipSync } = await import('fflate');
  const all = unzipSync(readFileSync(join(installedPyodide().folder, 'python_stdlib.zip')), {
    filter: ({ name }) => !name.endsWith('/'),
  });
  const names = await namesOfUsed();
  const isUsed = (/** @type {string} */ name) => names.has(name);
  const used = filtered(all, isUsed);
  const rest = filtered(all, (name) => !isUsed(name));
  const list = Object.keys(rest).flatMap(moduleOf).sort().join('\n');
  return {
    used: await zipOf({
      ...(await shortened(used, 'as_code', PLACE)),
      [REST_LIST]: new TextEncoder().encode(list),
    }),
    // As it is: it is seldom fetched.
    rest: await zipOf(rest),
  };
}

/** @param {Record<string, Uint8Array>} files @param {(name: string) => boolean} isWanted */
function filtered(files, isWanted) {
  return Object.fromEntries(Object.entries(files).filter(([name]) => isWanted(name)));
}

async function namesOfUsed() {
  const pyodide = await buildPyodide();
  const globals = pyodide.toPy({ used: [...USED, ...importedByOurs()] });
  /** @type {string[]} */
  const files = pyodide.runPython(FILES_OF_USED, { globals }).split('\n');
  globals.destroy();
  const inside = files.filter((file) => file.startsWith(`${PLACE}/`));
  return new Set(inside.map((file) => file.slice(PLACE.length + 1)));
}

/** What the files of web/python/library/ import, of Python's or their own. */
function importedByOurs() {
  const texts = Object.values(pythonSources()).map((file) => new TextDecoder().decode(file));
  return texts.flatMap((text) =>
    [...text.matchAll(/^\s*(?:from|import) ([\w.]+)/gm)].map(([, name]) => String(name)),
  );
}

/** The name of the module that a file has, if it has one. @param {string} file */
function moduleOf(file) {
  const [, path] = /^(.*?)(?:\/__init__)?\.py$/.exec(file) ?? [];
  return path ? [path.replaceAll('/', '.')] : [];
}
