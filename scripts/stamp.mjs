// Marks wasm files and their glue as one build. web/core checks that, since a cache may mix two builds.
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
 * A custom section of WebAssembly, which engines ignore: its id, its size, the name `build`, and the text.
 *
 * @param {string} text  must be so short that each length fits into one byte
 */
function customSection(text) {
  const content = Buffer.from(`\u0005build${text}`);
  return Buffer.concat([Buffer.from([0, content.length]), content]);
}
