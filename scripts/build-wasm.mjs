// Compiles the C++ core and puts its two files where web/core imports them from, each with what tells
// that they belong together.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset } from './cmake.mjs';
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
    const build = createHash('sha256').update(wasm).update(glue).digest('hex').slice(0, 12);
    writeIfChanged(join(wanted, `${name}.js`), `${glue}export const build="${build}";\n`);
    writeIfChanged(join(wanted, `${name}.wasm`), Buffer.concat([wasm, customSection(build)]));
  });
}

/**
 * A section of WebAssembly that engines pass over: its id, its size, and the name `build` with a text.
 *
 * @param {string} text  of at most 100 bytes, so that every length is one byte
 */
function customSection(text) {
  const content = Buffer.from(`\u0005build${text}`);
  return Buffer.concat([Buffer.from([0, content.length]), content]);
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
