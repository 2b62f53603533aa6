// What src/bindings/figure exposes: of the contract in dropout-playground.d.ts what a figure needs, without the makers,
// the search, and the other engines than torch-cpu. This file is kept by hand; the glue and the wasm beside it are built.
import type { NativeModule, NativeModuleOptions } from './dropout-playground.js';

/** What the wasm file of this glue holds in its section `build`. */
export declare const build: string;

/** The package asks it for nothing else (../figure-module.ts). */
export default function create(options: NativeModuleOptions): Promise<NativeModule>;
