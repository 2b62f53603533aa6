// What load() takes the wasm from. Node's own types know no WebAssembly, and a program that has no
// others must compile: so it is named where there is one.
type CompiledModule = typeof globalThis extends {
  WebAssembly: { Module: { prototype: infer Module } };
}
  ? Module
  : never;

/** Where to take the wasm from, instead of the file beside this package's own. */
export type WasmSource = URL | Response | ArrayBuffer | ArrayBufferView | CompiledModule;
