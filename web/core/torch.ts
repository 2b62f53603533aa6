// The operations in a browser, a worker, Deno or Bun: the wasm is fetched.
import { start } from './operations/call.ts';
import { defineOperations, type Torch, torch } from './operations/torch.ts';
import { operationsWasm } from './operations-wasm.ts';
import type { WasmSource } from './wasm-source.ts';

export type { Data, TensorOptions } from './operations/from-data.ts';
export type { Generator } from './operations/generator.ts';
export type { TensorIndex } from './operations/indexing.ts';
export type {
  BackwardOptions,
  DType,
  Elements,
  Hook,
  NestedElements,
  Tensor,
} from './operations/tensor.ts';
export type { GradOptions, OwnOperation, Torch } from './operations/torch.ts';
export type { TorchError, TorchException } from './operations/torch-error.ts';
export type {
  Reduction,
  Scalar,
  TensorMethods,
  TorchFunctions,
} from './operations/torch-operations.ts';
export type { WasmSource } from './wasm-source.ts';

export interface LoadTorchOptions {
  /** The wasm itself, or where it is. Default: the file beside this module. */
  wasm?: WasmSource;
}

/**
 * Starts the one wasm instance of the operations; later calls share it, whatever their options.
 *
 * @example
 * ```js
 * import { load } from 'dropout-playground/torch';
 *
 * const torch = await load();
 * torch.manualSeed(0);
 * const x = torch.ones(2, 3);
 * const w = torch.randn(3, 2, { requiresGrad: true });
 * const loss = torch.dropout(x.matmul(w), 0.5, true).pow(2).sum();
 * loss.backward();
 * console.log(w.grad);
 * ```
 *
 * @throws Error (`wasm`) that says what is missing. A later call tries again.
 */
export async function load({ wasm }: LoadTorchOptions = {}): Promise<Torch> {
  await start(() => ({ wasm: wasm ?? operationsWasm(), read: (url) => fetch(url) }));
  defineOperations();
  return torch;
}
