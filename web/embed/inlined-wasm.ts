// The wasm itself, which the build of the standalone script puts here.

/** null for the file beside the package's own. */
export const inlinedWasm: BufferSource | null = null;
