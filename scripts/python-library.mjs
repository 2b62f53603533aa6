// The Python files of web/python/library/ and of web/python/plotting/ as a zip each, which Python imports from.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortened, zipOf } from './python-compiler.mjs';

const LIBRARY = 'web/python/library';
const PLOTTING = 'web/python/plotting';

/** Where the interpreter has them: web/python/interpreter.ts and web/python/library/playground_rest.py. */
const PLACES = { [LIBRARY]: '/lib/dropout_playground.zip', [PLOTTING]: '/lib/plotting.zip' };

/** The sources. @returns {Promise<Uint8Array>} */
export const pythonLibrary = () => zipOf(pythonSources());

/** Those of what plots. @returns {Promise<Uint8Array>} */
export const pythonPlotting = () => zipOf(pythonSources(PLOTTING));

/** What is served. @returns {Promise<Uint8Array>} */
export const shortPythonLibrary = () => shortOf(LIBRARY);

/** @returns {Promise<Uint8Array>} */
export const shortPythonPlotting = () => shortOf(PLOTTING);

/** @param {keyof typeof PLACES} folder */
const shortOf = async (folder) =>
  zipOf(await shortened(pythonSources(folder), 'as_text', /** @type {string} */ (PLACES[folder])));

/** Their files in the package. */
export const PYTHON_LIBRARY = 'python-library.zip.txt';
export const PYTHON_PLOTTING = 'python-plotting.zip.txt';

/** @returns {Record<string, Uint8Array>} */
export function pythonSources(folder = LIBRARY) {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.py'))
    .sort();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]));
}
