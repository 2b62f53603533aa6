// Where the figure takes its wasm from. The build of the standalone script puts the wasm itself here.

/** null for the file beside the package's own. */
export const wasmSource: BufferSource | null = null;
