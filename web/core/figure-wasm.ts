// The addresses of the modules that a figure may begin with. This is a file of its own, so that the embed's script can
// request one before it imports what starts it.

/** The wasm of the figure's own module. */
export function figureWasm(): URL {
  return new URL('./wasm/dropout-figure.wasm', import.meta.url);
}

/** The wasm of the whole core. */
export function wholeWasm(): URL {
  return new URL('./wasm/dropout-playground.wasm', import.meta.url);
}
