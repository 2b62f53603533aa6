// The address of the core's first part. It is a file of its own, so that the embed's script can request the
// first part without importing the core.

export function firstPartUrl(): URL {
  return new URL('./wasm/dropout-playground.first.wasm', import.meta.url);
}
