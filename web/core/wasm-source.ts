// What load() takes the wasm from. Node's types do not declare WebAssembly, and programs that have only these
// types must compile, too: hence the conditional type.
type CompiledModule = typeof globalThis extends {
  WebAssembly: { Module: { prototype: infer Module } };
}
  ? Module
  : never;

/** Where to take the wasm from, instead of the file beside this package's own. */
export type WasmSource = URL | Response | ArrayBuffer | ArrayBufferView | CompiledModule;
