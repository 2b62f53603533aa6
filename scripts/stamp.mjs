// Marks a wasm file and its glue as one build, which web/core checks: a cache may mix those of two.
import { createHash } from 'node:crypto';

/** @param {{ glue: string, wasm: Buffer }} files */
export function stamp({ glue, wasm }) {
  const build = createHash('sha256').update(wasm).update(glue).digest('hex').slice(0, 12);
  return {
    glue: `${glue}export const build="${build}";\n`,
    wasm: Buffer.concat([wasm, customSection(build)]),
  };
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
