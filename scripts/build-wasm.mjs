// Compiles the C++ core and puts the files where web/core imports them, each with a stamp that says that they belong
// together.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { stamp } from './stamp.mjs';
import { step } from './steps.mjs';
import { writeIfChanged } from './write-if-changed.mjs';

const OPERATIONS = 'dropout-operations';
const MODULES = ['dropout-figure', 'dropout-playground', OPERATIONS];
const built = 'build/wasm-release/src/bindings';
const wanted = 'web/core/wasm';

export async function buildWasm() {
  await step('C++ to WebAssembly', async (progress) => {
    for (const name of MODULES) {
      await buildPreset('wasm-release', { target: `${name}-wasm`, onLine: progress });
    }
    mkdirSync(wanted, { recursive: true });
    for (const name of MODULES) await putModule(name);
  });
}

/** Puts the module of the operations as it is built where web/core imports it. */
export async function putOperations() {
  await putModule(OPERATIONS);
}

/** @param {string} name */
async function putModule(name) {
  const wasm = readFileSync(join(built, `${name}.wasm`));
  const stamped = stamp(await minified(join(built, `${name}.js`)), wasm);
  writeIfChanged(join(wanted, `${name}.js`), stamped.glue);
  writeIfChanged(join(wanted, `${name}.wasm`), stamped.wasm);
}

/**
 * Code in the glue that finds out where it runs and fetches the wasm, and what replaces that code, since web/core
 * does both. Another Emscripten than that of the tests may write it differently: then the code stays.
 *
 * @type {readonly (readonly [RegExp, string])[]}
 */
const FETCHING = [
  [/var _scriptName = import\.meta\.url;/, ''],
  [/var ENVIRONMENT_IS_WEB=.*?}else{}(?=var out=)/s, 'var moduleOverrides={};'],
  [
    /wasmBinaryFile\?\?=findWasmBinary\(\);instantiateAsync\(.*?\)\.catch\(readyPromiseReject\);/,
    '',
  ],
];

/**
 * The glue, minified, without the code above. That code asks whether it runs in Node, for which bundlers would add a
 * polyfill of `process`, and names a file that it never fetches.
 *
 * @param {string} path
 */
async function minified(path) {
  const { minify } = await import('rolldown/utils');
  const options = { module: true, compress: { target: 'es2022' } };
  const glue = FETCHING.reduce(
    (text, [fetching, replacement]) => text.replace(fetching, replacement),
    readFileSync(path, 'utf8'),
  );
  const { code, errors } = await minify(path, glue, options);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return code;
}
