// Takes from a worker all that reaches beyond it, before foreign code runs in it (docs/decisions/0014).
//
// A program has more than Python: any JavaScript object that it gets hold of leads to all others. So it is not names
// that are hidden from Python. What could make a request, keep something or speak to the page is taken from the
// worker itself, from its prototypes too; and what makes code from text, since an import() in such code would be a
// request. The list says what stays, so that what browsers will have one day is gone as well.

/** What a worker's scope keeps: the language, and what only computes. */
const KEPT = new Set([
  // The language.
  ...['Object', 'Array', 'Number', 'String', 'Boolean', 'Symbol', 'BigInt', 'Math', 'JSON', 'Date'],
  ...['RegExp', 'Promise', 'Proxy', 'Reflect', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef'],
  ...[
    'FinalizationRegistry',
    'Iterator',
    'AsyncIterator',
    'Intl',
    'globalThis',
    'undefined',
    'NaN',
  ],
  ...['Infinity', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'decodeURI', 'decodeURIComponent'],
  ...['encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError'],
  ...['SuppressedError', 'TypeError', 'URIError', 'InternalError'],
  ...['ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Atomics', 'Int8Array', 'Uint8Array'],
  ...[
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float16Array',
  ],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'WebAssembly'],
  ...['DisposableStack', 'AsyncDisposableStack', 'Temporal'],
  // What Pyodide and our core ask for while a program runs.
  ...['self', 'console', 'performance', 'crypto', 'TextDecoder', 'TextEncoder', 'DOMException'],
  ...['queueMicrotask', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'],
  ...['Event', 'EventTarget', 'AbortController', 'AbortSignal', 'URL', 'URLSearchParams'],
  ...['addEventListener', 'removeEventListener', 'dispatchEvent', 'onmessage', 'onerror'],
]);

/** Functions whose prototypes' `constructor` makes code from text. */
const MAKERS_OF_CODE = [() => {}, async () => {}, function* () {}, async function* () {}];

/**
 * Confines the worker that this is called in, for ever.
 *
 * @param scope `globalThis` of a dedicated worker.
 * @throws Error if something would stay that is not on the list: then no program may run.
 */
export function confine(scope: typeof globalThis): void {
  refuseTextAsCode(scope);
  for (const holder of prototypesFrom(scope)) {
    for (const name of Reflect.ownKeys(holder)) {
      if (typeof name === 'symbol' || name === 'constructor' || KEPT.has(name)) continue;
      if (!Reflect.deleteProperty(holder, name) && !isPrimitive(holder, name)) {
        throw new Error(`a program could reach ${name}, which this browser does not let go of`);
      }
    }
  }
  // An object URL of a text is an address that may be imported or fetched.
  Reflect.deleteProperty(scope.URL, 'createObjectURL');
  for (const example of MAKERS_OF_CODE) {
    Object.defineProperty(Object.getPrototypeOf(example), 'constructor', { value: refuse });
  }
  // Pyodide calls functions by Function.prototype.apply.
  Object.defineProperty(refuse, 'prototype', { value: Object.getPrototypeOf(refuse) });
  Object.defineProperty(scope, 'Function', { value: refuse });
}

/** Of the scope itself up to the one that all objects have. */
function prototypesFrom(scope: object): object[] {
  const holders: object[] = [];
  for (let one = scope; one && one !== Object.prototype; one = Object.getPrototypeOf(one)) {
    holders.push(one);
  }
  return holders;
}

// A constant such as TEMPORARY, which leads nowhere.
function isPrimitive(holder: object, name: string): boolean {
  const { value } = Reflect.getOwnPropertyDescriptor(holder, name) ?? {};
  return ['number', 'string', 'boolean'].includes(typeof value);
}

function refuse(): never {
  throw new TypeError('no code is made from text where foreign programs run');
}

function refuseTextAsCode(scope: typeof globalThis): void {
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const own = scope[name];
    const ofFunctions = (task: unknown, ...rest: unknown[]) =>
      typeof task === 'function' ? Reflect.apply(own, scope, [task, ...rest]) : refuse();
    Object.defineProperty(scope, name, { value: ofFunctions });
  }
}
