// The wasm as bytes inside of the script: the build of the standalone script replaces this file.

/** null where the wasm is a file of its own. */
export const inlinedWasm: BufferSource | null = null;
