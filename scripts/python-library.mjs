// The Python files of web/python/library/ as one zip, which Python imports from.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortened, zipOf } from './python-compiler.mjs';

const SOURCE = 'web/python/library';

/** Where web/python/interpreter.ts puts it. */
const PLACE = '/lib/dropout_playground.zip';

/** The sources. @returns {Promise<Uint8Array>} */
export const pythonLibrary = () => zipOf(pythonSources());

/** What is served. @returns {Promise<Uint8Array>} */
export const shortPythonLibrary = async () =>
  zipOf(await shortened(pythonSources(), 'as_text', PLACE));

/** Its file in the package. */
export const PYTHON_LIBRARY = 'python-library.zip.txt';

/** @returns {Record<string, Uint8Array>} */
export function pythonSources() {
  const files = readdirSync(SOURCE, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.py'))
    .sort();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(SOURCE, name))]));
}
