// What load() of dropout-playground/torch resolves to: `torch`.
import { call, numberOf, Operation, started } from './call.ts';
import { tensor } from './from-data.ts';
import { Generator } from './generator.ts';
import { camelCase } from './names.ts';
import { type Held, inScope } from './scope.ts';
import { type DType, Tensor } from './tensor.ts';
import type { TorchFunctions } from './torch-operations.ts';

/** Where PyTorch has an operation: bits of operations::Where. */
const FUNCTION = 1;
const METHOD = 2;
const INNER = 4;

/** Names of torch.nn.functional for operations that are called otherwise. */
const FUNCTIONAL: Readonly<Record<string, string>> = {
  crossEntropy: 'cross_entropy_loss',
};

export interface GradOptions {
  /** The gradients of the outputs; needed of those that are no single number. */
  gradOutputs?: readonly (Tensor | null)[];
  /** Whether another way back through the same history follows. */
  retainGraph?: boolean;
  /** Whether the gradients get a history of their own. */
  createGraph?: boolean;
  /** Whether an input may have no part in the outputs; its gradient is null then. */
  allowUnused?: boolean;
}

/** An operation with a way back of its own. */
export interface OwnOperation {
  /** As `gradFn` tells it. */
  name: string;
  /** Computes the outputs; what it does is not recorded. */
  forward(...inputs: Tensor[]): Tensor | readonly Tensor[];
  /** From the gradients of the outputs to those of the inputs. */
  backward(...gradients: (Tensor | null)[]): readonly (Tensor | null)[];
}

const own = {
  Tensor,
  Generator,
  tensor,

  /** Starts the streams of all default generators from the beginning of a seed. */
  manualSeed(seed: number | bigint): Generator {
    const gpus = call('c', 'cuda_devices', []) as string[];
    gpus.forEach((_, at) => void Generator.default(`cuda:${at}`).manualSeed(seed));
    return Generator.default().manualSeed(seed);
  },

  /**
   * The machine whose random numbers are drawn: PyTorch on a CPU, up to 2.6 on one with MKL, or with a GPU.
   *
   * The default generators begin anew.
   */
  chooseMachine(engine: 'torch-cpu' | 'torch-cpu-mkl' | 'torch-cuda'): void {
    call('c', 'choose_machine', [engine]);
  },

  /** The dtype of floating numbers where none is given. */
  get defaultDType(): DType {
    return call('c', 'default_dtype', []) as DType;
  },

  set defaultDType(dtype: DType) {
    call('c', 'set_default_dtype', [dtype]);
  },

  get isGradEnabled(): boolean {
    return call('c', 'is_grad_enabled', []) as boolean;
  },

  /** Calls `use` without recording history, and returns what it returns. */
  noGrad<Result>(use: () => Result): Result {
    return withGrad(false, use);
  },

  /** Calls `use` and records history, also within noGrad(). */
  enableGrad<Result>(use: () => Result): Result {
    return withGrad(true, use);
  },

  /**
   * Calls `use`, disposes of every tensor that it has made but those that it returns (by themselves, or in arrays and
   * plain objects), and returns what it returns. What a tensor keeps, such as its `grad`, stays.
   */
  tidy<Result>(use: () => Result): Result {
    return inScope(use, tensorsIn);
  },

  /** The gradients of the outputs by the inputs. `grad` of none changes. */
  grad(
    outputs: readonly Tensor[],
    inputs: readonly Tensor[],
    {
      gradOutputs,
      createGraph = false,
      retainGraph = createGraph,
      allowUnused = false,
    }: GradOptions = {},
  ): (Tensor | null)[] {
    const given = outputs.map((output, i) => gradOutputs?.[i] ?? torch.onesLike(output));
    return call('c', 'gradients', [
      ...[outputs, given, retainGraph, createGraph, inputs, allowUnused],
    ]) as (Tensor | null)[];
  },

  /** A function that is recorded as one operation, with its own way back. */
  operation({ name, forward, backward }: OwnOperation): (...inputs: Tensor[]) => Tensor[] {
    return (...inputs) => {
      const result = own.noGrad(() => forward(...inputs));
      const outputs = result instanceof Tensor ? [result] : [...result];
      if (!own.isGradEnabled || !inputs.some((input) => input.requiresGrad)) return outputs;
      return call('c', 'custom', [name, inputs, outputs, [], [], numberOf(backward)]) as Tensor[];
    };
  },

  /** How many tensors are held: for finding those that nobody releases. */
  get heldTensors(): number {
    return started().held;
  },
};

function withGrad<Result>(enabled: boolean, use: () => Result): Result {
  const before = own.isGradEnabled;
  call('c', 'set_grad_enabled', [enabled]);
  try {
    return use();
  } finally {
    call('c', 'set_grad_enabled', [before]);
  }
}

function* tensorsIn(result: unknown): Iterable<readonly [Held, number]> {
  if (result instanceof Tensor) yield [result, result.id];
  else if (Array.isArray(result)) for (const each of result) yield* tensorsIn(each);
  else if (result !== null && typeof result === 'object' && isPlain(result)) {
    yield* tensorsIn(Object.values(result));
  }
}

function isPlain(object: object): boolean {
  const prototype = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}

export type Torch = typeof own & TorchFunctions & FunctionalNames;

/** As torch.nn.functional calls them. */
interface FunctionalNames {
  crossEntropy: TorchFunctions['crossEntropyLoss'];
}

/** All of it: the functions are there after load(). */
export const torch = own as Torch;

/** Puts the operations that the module has where they belong. */
export function defineOperations(): void {
  const schemas = (call('c', 'schemas', []) as string).split('\n').filter(Boolean);
  for (const schema of schemas) {
    const where = Number(schema[0]);
    const name = schema.slice(1).replace(/[.(].*/s, '');
    if (where & (FUNCTION | INNER)) defineFunction(camelCase(name), name);
    if (where & METHOD && !(camelCase(name) in Tensor.prototype)) {
      const operation = new Operation('m', name);
      define(Tensor.prototype, camelCase(name), function (this: Tensor, ...args) {
        return operation.call([this, ...args]);
      });
    }
  }
  for (const [name, operation] of Object.entries(FUNCTIONAL)) defineFunction(name, operation);
}

// What is written out here comes first.
function defineFunction(name: string, operationName: string): void {
  if (name in torch) return;
  const operation = new Operation('f', operationName);
  define(torch, name, (...args) => operation.call(args));
}

function define(owner: object, name: string, value: (...args: unknown[]) => unknown): void {
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}
