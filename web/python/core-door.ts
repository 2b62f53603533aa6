// What torch_core.py imports: the operations, in as few and as plain values as a call from Python can take. Numbers,
// bools and texts cross by themselves; any other object would cost as much as several calls.
import type { PyCallable } from 'pyodide/ffi';
import {
  CALLBACK_FAILED,
  Operations,
  RAISED,
  REPLIED,
  type ReadWasm,
  type ReplyMaker,
  type WasmSource,
} from '../core/operations/operations.ts';

/** None, a bool, or a text whose first character says what follows. */
type Answer = string | boolean | undefined;

/**
 * i, f, s, g, h: a whole number, a float, a text, the number of a generator, of a tensor. l: a list of whole numbers.
 * H: a list of tensors, where nothing is None. j: any other list.
 */
const ANSWER: ReplyMaker<Answer> = {
  none: () => undefined,
  bool: (value) => value,
  whole: (value) => `i${value}`,
  float: (value) => `f${Object.is(value, -0) ? '-0.0' : value}`,
  text: (value) => `s${value}`,
  generator: (id) => `g${id}`,
  tensor: (id) => `h${id}`,
  list(values) {
    const kinds = values.map((value) => (typeof value === 'string' ? value[0] : value));
    const inner = () =>
      values.map((value) => (typeof value === 'string' ? value.slice(1) : '')).join();
    if (kinds.every((kind) => kind === 'i')) return `l${inner()}`;
    if (kinds.every((kind) => kind === 'h' || kind === undefined)) return `H${inner()}`;
    return 'j';
  },
};

/** As json.loads() reads it; a tensor is {"h": number}, a generator {"g": number}. */
const AS_JSON: ReplyMaker<string> = {
  none: () => 'null',
  bool: String,
  whole: String,
  float: (value) => {
    if (Object.is(value, -0)) return '-0.0';
    // Never as a whole number.
    return Number.isInteger(value) ? value.toExponential().replace('e+', 'e') : String(value);
  },
  text: (value) => JSON.stringify(value),
  tensor: (id) => `{"h":${id}}`,
  generator: (id) => `{"g":${id}}`,
  list: (values) => `[${values}]`,
};

/** What Python imports. */
export interface CoreDoor {
  /** The number of a plan, or what is wrong with it: see call(). */
  plan(text: string, count: number): number | string;
  forget_plans(): void;
  /**
   * Calls with the numbers of the plan. Those after them are tensors that are released first.
   *
   * @returns The number of a tensor; an answer; `e`, the name of an exception, a line break and its message; or `c`
   *   if a function of the program has failed.
   */
  call(plan: number, ...numbers: number[]): number | Answer;
  release_generator(generator: number): void;
  release_node(node: number): void;
  /** How many tensors Python holds. */
  held(): number;
  /** The bytes of memory, until the next call. */
  memory(address: number, bytes: number): Uint8Array;
  /** While a function of the program runs: its results. */
  answer(...tensors: number[]): void;
  /**
   * Sets what runs a function, which returns whether it did not fail, and what forgets it. Each is given its number
   * first.
   */
  listen(callBack: PyCallable, forget: PyCallable): void;
}

/**
 * The operations as Python sees them, in an instance of their own.
 *
 * @throws Error (`wasm`), by a rejection.
 */
export async function openCoreDoor(wasm: WasmSource, read: ReadWasm): Promise<CoreDoor> {
  let callBack: PyCallable | undefined;
  let forget: PyCallable | undefined;
  const operations = await Operations.start(wasm, read, {
    callBack: (number, tensors) => callBack?.(number, ...tensors) ?? false,
    forget: (number) => forget?.(number),
  });
  const raised = () => {
    const { exception, message } = operations.raised();
    return `e${exception}\n${message}`;
  };
  /** How many numbers each plan takes. */
  const counts: number[] = [];

  return {
    plan(text, count) {
      const plan = operations.plan(text);
      if (plan === RAISED) return raised();
      counts[plan] = count;
      return plan;
    },
    forget_plans: () => operations.forgetPlans(),
    call(plan, ...given) {
      const { numbers, first } = operations;
      const count = counts[plan] as number;
      for (let i = 0; i < count; i++) numbers[first + i] = given[i] as number;
      for (let i = count; i < given.length; i++) operations.release(given[i] as number);
      const result = operations.call(plan);
      if (result > REPLIED) return result;
      if (result === RAISED) return raised();
      if (result === CALLBACK_FAILED) return 'c';
      const answer = operations.reply(ANSWER);
      return answer === 'j' ? `j${operations.reply(AS_JSON)}` : answer;
    },
    release_generator: (generator) => operations.releaseGenerator(generator),
    release_node: (node) => operations.releaseNode(node),
    held: () => operations.held,
    memory: (address, bytes) => operations.memory(address, bytes),
    answer(...tensors) {
      for (const tensor of tensors) operations.answer(tensor);
    },
    listen(newCallBack, newForget) {
      // Pyodide ends what it passes when the call ends, but not its copies.
      callBack = newCallBack.copy() as PyCallable;
      forget = newForget.copy() as PyCallable;
    },
  };
}
