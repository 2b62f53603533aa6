// Where the first part of the core is: who asks for it before anything else need know no more of it.

export function firstPartUrl(): URL {
  return new URL('./wasm/dropout-playground.first.wasm', import.meta.url);
}
