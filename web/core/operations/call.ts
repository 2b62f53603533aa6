// A call of an operation with what JavaScript has: tensors, numbers, lists, and an object of arguments by name.
import { stateError } from '../errors.ts';
import type { WasmSource } from '../wasm-source.ts';
import { Generator } from './generator.ts';
import { snakeCase } from './names.ts';
import {
  CALLBACK_FAILED,
  LEAST_ROOM,
  Operations,
  RAISED,
  type Raised,
  REPLIED,
  type ReadWasm,
  type ReplyMaker,
} from './operations.ts';
import { Place } from './place.ts';
import { releaseBy } from './scope.ts';
import { Tensor } from './tensor.ts';
import { torchError } from './torch-error.ts';

/** A function of torch, a method of tensors, or what is no operation of PyTorch's. */
type Kind = 'f' | 'm' | 'c';

let operations: Operations | undefined;
let starting: Promise<void> | undefined;

/** Starts the one instance of the program. After a failed start the next call tries again. */
export function start(file: () => { wasm: WasmSource; read: ReadWasm }): Promise<void> {
  starting ??= begin(file()).catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function begin({ wasm, read }: { wasm: WasmSource; read: ReadWasm }): Promise<void> {
  const started = await Operations.start(wasm, read, { callBack, forget });
  releaseBy((ids) => started.releaseAll(ids));
  operations = started;
}

/** The operations; throws if load() has not finished. */
export function started(): Operations {
  if (!operations) {
    throw stateError('the WebAssembly module is not there yet: await load() first');
  }
  return operations;
}

const DTYPES = new Set(['float32', 'float64', 'int64', 'int32', 'bool']);

/** As functions of torch.nn.functional take them, and the operations. */
const REDUCTIONS: Readonly<Record<string, number>> = { none: 0, mean: 1, sum: 2 };

const LARGEST = 2 ** 53;

/** Whether a number is what Python's integers are, and not a float. */
function isInteger(number: number): boolean {
  const isWhole = Number.isInteger(number) && !Object.is(number, -0);
  return isWhole && Math.abs(number) <= LARGEST;
}

/** The line of a plan that an argument is. The numbers that a call gives of it are put behind the others. */
function lineOf(argument: unknown, numbers: number[]): string {
  if (argument instanceof Tensor) {
    numbers.push(argument.id);
    return '\nt';
  }
  switch (typeof argument) {
    case 'number': {
      numbers.push(argument);
      return isInteger(argument) ? '\ni' : '\nf';
    }
    case 'bigint':
      return lineOfBigint(argument, numbers);
    case 'boolean':
      numbers.push(Number(argument));
      return '\nb';
    case 'string':
      if (DTYPES.has(argument)) return `\nd${argument}`;
      return `\ns${argument.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`;
    case 'undefined':
      return '\nn';
  }
  if (argument === null) return '\nn';
  if (Array.isArray(argument) || ArrayBuffer.isView(argument)) {
    let lines = '\n[';
    for (const item of argument as Iterable<unknown>) lines += lineOf(item, numbers);
    return `${lines}\n]`;
  }
  if (argument instanceof Generator) {
    numbers.push(argument.id);
    return '\ng';
  }
  if (argument instanceof Place) return `\np${argument.name}`;
  return `\no${typeof argument === 'object' ? (argument.constructor?.name ?? 'object') : typeof argument}`;
}

function lineOfBigint(argument: bigint, numbers: number[]): string {
  if (-LARGEST <= argument && argument <= LARGEST) {
    numbers.push(Number(argument));
    return '\ni';
  }
  const bits = BigInt.asUintN(64, argument);
  numbers.push(Number(bits >> 32n), Number(bits & 0xffff_ffffn));
  return '\nw';
}

/** Whether the last argument is one of arguments by name. */
function isOptions(argument: unknown): argument is Readonly<Record<string, unknown>> {
  if (typeof argument !== 'object' || argument === null) return false;
  const prototype = Object.getPrototypeOf(argument);
  return prototype === Object.prototype || prototype === null;
}

/** The numbers of the plans, by their texts. */
const plans = new Map<string, number>();
const MOST_PLANS = 5000;
/** How often all plans have been forgotten. */
let generation = 0;

// Of the call that is made; a function of the program that it calls makes others, with lists of their own.
let spare: number[] = [];

/** The plan of a call. The numbers that the call gives are put into the list. */
function planOf(core: Operations, name: string, args: readonly unknown[], numbers: number[]) {
  const last = args.at(-1);
  const options = isOptions(last) ? last : undefined;
  const count = options ? args.length - 1 : args.length;
  let text = name;
  for (let i = 0; i < count; i++) text += lineOf(args[i], numbers);
  if (options) text += linesOf(options, numbers);
  return plans.get(text) ?? planned(core, text);
}

function resultOf(core: Operations, result: number, args: readonly unknown[]): unknown {
  if (result > REPLIED) return tensorOf(core, result, args);
  if (result === RAISED) throw raised(core.raised());
  if (result === CALLBACK_FAILED) throw failure;
  return core.reply(VALUES);
}

/** What a quick call has: tensors, numbers, booleans and null. The kinds of values in it, and of all others. */
const TENSOR = 0;
const INTEGER = 1;
const FLOAT = 2;
const BOOLEAN = 3;
const NONE = 4;
const OTHER = 5;

function kindOf(argument: unknown): number {
  if (argument instanceof Tensor) return TENSOR;
  switch (typeof argument) {
    case 'number':
      return isInteger(argument) ? INTEGER : FLOAT;
    case 'boolean':
      return BOOLEAN;
    case 'undefined':
      return NONE;
  }
  return argument === null ? NONE : OTHER;
}

/** The number that says what is of one of these kinds. */
function numberFor(argument: unknown): number {
  return argument instanceof Tensor ? argument.id : Number(argument);
}

/** Where the calls go on that began with arguments of some kinds: to those with one more. */
class Way {
  /** The plan of a call that ends here. */
  plan: number | undefined;
  readonly #byKind: (Way | undefined)[] = [];
  #byName: Map<string, Way> | undefined;

  next(kind: number): Way {
    this.#byKind[kind] ??= new Way();
    return this.#byKind[kind] as Way;
  }

  /** The way on for an argument by name, whose kind comes next. */
  named(name: string): Way {
    this.#byName ??= new Map();
    let way = this.#byName.get(name);
    if (!way) {
      way = new Way();
      this.#byName.set(name, way);
    }
    return way;
  }
}

/**
 * An operation. Of a call with nothing but tensors, numbers, booleans and null, as most are, it finds the plan without
 * making the text.
 */
export class Operation {
  readonly #kind: Kind;
  readonly #name: string;
  #first = new Way();
  #generation = 0;

  constructor(kind: Kind, name: string) {
    this.#kind = kind;
    this.#name = name;
  }

  /** @throws What the operation raises (TorchError). */
  call(args: readonly unknown[]): unknown {
    const core = started();
    const { numbers, first } = core;
    const end = first + LEAST_ROOM;
    let at = first;
    let way = this.#generation === generation ? this.#first : this.#begun();
    for (let i = 0; i < args.length; i++) {
      const arg = args[i];
      const kind = kindOf(arg);
      if (kind === OTHER) {
        if (i < args.length - 1 || !isOptions(arg)) return this.#callByText(core, args);
        for (const name in arg) {
          const value = arg[name];
          if (value === undefined) continue;
          const own = kindOf(value);
          if (own === OTHER || at === end) return this.#callByText(core, args);
          way = way.named(name).next(own);
          if (own !== NONE) numbers[at++] = numberFor(value);
        }
        break;
      }
      if (at === end) return this.#callByText(core, args);
      way = way.next(kind);
      if (kind !== NONE) numbers[at++] = numberFor(arg);
    }
    way.plan ??= planOf(core, this.#kind + this.#name, args, []);
    return resultOf(core, core.call(way.plan), args);
  }

  #callByText(core: Operations, args: readonly unknown[]): unknown {
    const numbers = spare;
    spare = [];
    numbers.length = 0;
    const plan = planOf(core, this.#kind + this.#name, args, numbers);
    const { numbers: memory, first } = core;
    for (let i = 0; i < numbers.length; i++) memory[first + i] = numbers[i] as number;
    spare = numbers;
    return resultOf(core, core.call(plan), args);
  }

  // All plans have been forgotten.
  #begun(): Way {
    this.#first = new Way();
    this.#generation = generation;
    return this.#first;
  }
}

const called: Record<Kind, Map<string, Operation>> = { f: new Map(), m: new Map(), c: new Map() };

/**
 * Calls an operation.
 *
 * @throws What the operation raises (TorchError).
 */
export function call(kind: Kind, name: string, args: readonly unknown[]): unknown {
  let operation = called[kind].get(name);
  if (!operation) {
    operation = new Operation(kind, name);
    called[kind].set(name, operation);
  }
  return operation.call(args);
}

function linesOf(options: Readonly<Record<string, unknown>>, numbers: number[]): string {
  let lines = '';
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const own = name === 'reduction' ? (REDUCTIONS[value as string] ?? value) : value;
    lines += `\nk${snakeCase(name)}${lineOf(own, numbers)}`;
  }
  return lines;
}

function planned(core: Operations, text: string): number {
  if (plans.size === MOST_PLANS) {
    plans.clear();
    core.forgetPlans();
    generation++;
  }
  const plan = core.plan(text);
  if (plan === RAISED) throw raised(core.raised());
  plans.set(text, plan);
  return plan;
}

const raised = ({ exception, message }: Raised) => torchError(exception, message);

// An operation in place gives its own argument back.
function tensorOf(core: Operations, id: number, args: readonly unknown[]): Tensor {
  for (const arg of args) {
    if (arg instanceof Tensor && arg.id === id) {
      core.release(id);
      return arg;
    }
  }
  return new Tensor(id);
}

const VALUES: ReplyMaker<unknown> = {
  none: () => null,
  bool: (value) => value,
  whole: (value) => value,
  float: (value) => value,
  text: (value) => value,
  tensor: (id) => new Tensor(id),
  generator: (id) => id,
  list: (values) => values,
};

/** A function of the program that an operation calls: with tensors, any of which may be missing. */
export type Callback = (...tensors: (Tensor | null)[]) => readonly (Tensor | null | undefined)[];

const functions = new Map<number, Callback>();
let lastFunction = 0;
/** What such a function has thrown. */
let failure: unknown;

/** The number that an operation knows the function by. */
export function numberOf(callback: Callback): number {
  functions.set(++lastFunction, callback);
  return lastFunction;
}

function callBack(number: number, tensors: number[]): boolean {
  const core = started();
  try {
    const callback = functions.get(number) as Callback;
    const results = callback(...tensors.map((id) => (id === 0 ? null : new Tensor(id))));
    for (const result of results) core.answer(result?.id ?? 0);
    return true;
  } catch (error) {
    failure = error;
    return false;
  }
}

function forget(number: number): void {
  functions.delete(number);
}
