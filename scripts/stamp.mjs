// Marks wasm files and their glue as one build, which web/core checks: a cache may mix those of two.
import { createHash } from 'node:crypto';

/**
 * @param {string} glue
 * @param {readonly Buffer[]} wasms
 * @param {string} build  at most 90 characters
 */
export function stamp(glue, wasms, build = nameOf(glue, wasms)) {
  return {
    glue: `${glue}export const build="${build}";\n`,
    wasms: wasms.map((wasm) => Buffer.concat([wasm, customSection(build)])),
  };
}

/**
 * @param {string} glue
 * @param {readonly Buffer[]} wasms
 */
function nameOf(glue, wasms) {
  const hash = createHash('sha256').update(glue);
  for (const wasm of wasms) hash.update(wasm);
  return hash.digest('hex').slice(0, 12);
}

/**
 * A section of WebAssembly that engines pass over: its id, its size, and the name `build` with a text.
 *
 * @param {string} text  so short that every length is one byte
 */
function customSection(text) {
  const content = Buffer.from(`\u0005build${text}`);
  return Buffer.concat([Buffer.from([0, content.length]), content]);
}
