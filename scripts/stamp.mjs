// Marks a wasm file and its glue as one build. web/core checks that, since a cache may mix two builds.
import { createHash } from 'node:crypto';

/**
 * @param {string} glue
 * @param {Buffer} wasm
 */
export function stamp(glue, wasm) {
  const build = createHash('sha256').update(glue).update(wasm).digest('hex').slice(0, 12);
  return {
    glue: `${glue}export const build="${build}";\n`,
    wasm: Buffer.concat([wasm, customSection(build)]),
  };
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
