// Compiles the C++ core and puts its files where web/core imports them from, each with what tells that
// they belong together.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { splitWasm } from './split-wasm.mjs';
import { stamp } from './stamp.mjs';
import { step } from './steps.mjs';
import { writeIfChanged } from './write-if-changed.mjs';

const name = 'dropout-playground';
const built = 'build/wasm-release/src/bindings';
const wanted = 'web/core/wasm';

export async function buildWasm() {
  await step('C++ to WebAssembly', async (progress) => {
    await buildPreset('wasm-release', { target: `${name}-wasm`, onLine: progress });
    mkdirSync(wanted, { recursive: true });
    const wasm = readFileSync(join(built, `${name}.wasm`));
    const glue = await minified(join(built, `${name}.js`));
    const stamped = stamp(glue, [wasm, ...(await splitWasm(glue, wasm))]);
    writeIfChanged(join(wanted, `${name}.js`), stamped.glue);
    for (const [i, part] of ['', '.first', '.rest'].entries()) {
      writeIfChanged(join(wanted, `${name}${part}.wasm`), stamped.wasms[i]);
    }
  });
}

/**
 * Emscripten leaves its glue half again as large as it need be, and asks for Node in one that is not
 * made for it: bundlers would add a polyfill of `process` to that.
 *
 * @param {string} path
 */
async function minified(path) {
  const { minify } = await import('rolldown/utils');
  const options = { module: true, compress: { target: 'es2022' } };
  const glue = readFileSync(path, 'utf8');
  const withoutNode = glue.replace(
    /ENVIRONMENT_IS_NODE *= *typeof process[^;]*;/,
    'ENVIRONMENT_IS_NODE=false;',
  );
  const { code, errors } = await minify(path, withoutNode, options);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return code;
}
