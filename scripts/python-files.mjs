// A Vite plugin that adds to the site what programs run in: npm's Pyodide, Python's standard library in two parts, and
// web/python/library/ and plotting/. The page finds them by `PYTHON_PARTS`, which it gets in place of that name.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { installedPyodide } from './python-compiler.mjs';
import { shortPythonLibrary, shortPythonPlotting } from './python-library.mjs';
import { pythonStandardLibrary } from './python-standard-library.mjs';

const FOLDER = 'python';

/** Where programs in posts find the parts, whose names change: in the folder of the embed. */
const FOR_POSTS = 'embed/python-parts.json';

const PYODIDE_FILES = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm'];

/** @typedef {{ files: Map<string, Uint8Array>, parts: Record<string, string | number> }} Made */

/** @returns {import('vite').Plugin} */
export function pythonFiles() {
  const made = once(make);
  return {
    name: 'python-files',
    async config(_, { isPreview }) {
      if (isPreview) return {};
      return { define: { PYTHON_PARTS: JSON.stringify((await made()).parts) } };
    },
    async generateBundle() {
      const { files, parts } = await made();
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
      const source = JSON.stringify(parts);
      this.emitFile({ type: 'asset', fileName: FOR_POSTS, source });
    },
    configureServer({ middlewares }) {
      middlewares.use(async (request, response, next) => {
        const { pathname } = new URL(request.url ?? '', 'http://localhost');
        const file = (await made()).files.get(pathname.slice(1));
        if (!file) return next();
        response.setHeader('Content-Type', TYPES[extname(pathname)] ?? 'text/plain');
        response.end(file);
      });
    },
  };
}

/** @type {Record<string, string>} */
const TYPES = { '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

/** @returns {Promise<Made>} */
async function make() {
  const standard = await pythonStandardLibrary();
  const library = await shortPythonLibrary();
  const installed = installedPyodide();
  // The version stands for the content of these files.
  const pyodide = `${FOLDER}/pyodide-${installed.version}/`;
  const zips = /** @type {const} */ ({
    library,
    plotting: await shortPythonPlotting(),
    standardLibrary: standard.used,
    restOfLibrary: standard.rest,
  });
  /** @type {Made['files']} */
  const files = new Map();
  /** @type {Made['parts']} */
  const parts = { pyodide };
  for (const name of PYODIDE_FILES) {
    files.set(pyodide + name, readFileSync(join(installed.folder, name)));
  }
  for (const [part, zip] of Object.entries(zips)) {
    const path = `${FOLDER}/${part}-${hashOf(zip)}.zip.txt`;
    files.set(path, zip);
    parts[part] = path;
  }
  const operations = readFileSync('web/core/wasm/dropout-operations.wasm');
  parts.operations = `${FOLDER}/operations-${hashOf(operations)}.wasm`;
  files.set(parts.operations, operations);
  // What the worker fetches at the start, beside the scripts.
  const wasm = /** @type {Uint8Array} */ (files.get(`${pyodide}pyodide.asm.wasm`));
  parts.bytes = wasm.length + standard.used.length + library.length + operations.length;
  return { files, parts };
}

/** @param {Uint8Array} content */
function hashOf(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

/** @template T @param {() => Promise<T>} task @returns {() => Promise<T>} */
function once(task) {
  /** @type {Promise<T> | undefined} */
  let result;
  return () => {
    result ??= task();
    return result;
  };
}
