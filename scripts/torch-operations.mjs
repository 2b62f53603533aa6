// `npm run torch`: writes web/core/operations/torch-operations.ts, the types of all operations, from the schemas that the
// wasm module has of them. The core has to be compiled.
import { readFileSync } from 'node:fs';
import { main } from './steps.mjs';
import { writeIfChanged } from './write-if-changed.mjs';

const WASM = 'web/core/wasm/dropout-operations.wasm';
const WRITTEN = 'web/core/operations/torch-operations.ts';

/** Where PyTorch has an operation: bits of operations::Where. */
const FUNCTION = 1;
const METHOD = 2;
const INNER = 4;

/**
 * @typedef {{ name: string, type: string, isByName: boolean, isOptional: boolean }} Parameter
 * @typedef {{ name: string, where: number, schema: string, parameters: Parameter[], result: string }} Operation
 */

/** The schemas of all operations, one a line, each behind the number of its Where. */
export async function schemas() {
  const { default: createModule } = await import('../web/core/wasm/dropout-operations.js');
  const module = await new Promise((resolve, reject) => {
    const options = {
      instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) {
        WebAssembly.instantiate(readFileSync(WASM), imports)
          .then(({ instance, module }) => done(instance, module))
          .catch(reject);
        return {};
      },
    };
    createModule(options).then(resolve, reject);
  });
  module._call(module.plan('cschemas'));
  const [, address, size] = new Float64Array(module.HEAPU8.buffer, module.replyAt(), 3);
  return new TextDecoder().decode(module.HEAPU8.slice(address, address + size));
}

/** @param {string} text @returns {Operation[]} */
export function operationsIn(text) {
  return text.split('\n').filter(Boolean).map(operation);
}

/** @param {string} line @returns {Operation} */
function operation(line) {
  const schema = line.slice(1);
  const [, name = '', given = '', result = ''] =
    /^([^.(]+)(?:\.\w+)?\((.*)\) -> (.*)$/.exec(withoutAliases(schema)) ?? [];
  let isByName = false;
  /** @type {Parameter[]} */
  const parameters = [];
  for (const part of split(given)) {
    if (part === '*') isByName = true;
    else parameters.push(parameter(part, isByName));
  }
  return { name, where: Number(line[0]), schema, parameters, result: resultType(result) };
}

/** Without what says which tensors share memory: `Tensor(a!)`, `Tensor(a -> *)`. @param {string} schema */
function withoutAliases(schema) {
  return schema.replaceAll(/(?<=Tensor)\(\w+!?(?: -> \*)?\)/g, '');
}

/** At the commas that are in no brackets. @param {string} text */
function split(text) {
  return text.split(/, (?![^[]*\])/).filter(Boolean);
}

/** @param {string} text @param {boolean} isByName @returns {Parameter} */
function parameter(text, isByName) {
  const [, type = '', name = '', initial] = /^(\S+) (\w+)(?:=(.*))?$/.exec(text) ?? [];
  return {
    name: camelCase(name),
    type: typeOf(type, name),
    isByName,
    isOptional: initial !== undefined || (isByName && type.endsWith('?')),
  };
}

/** @type {Record<string, string>} */
const TYPES = {
  Tensor: 'Tensor',
  Scalar: 'Scalar',
  int: 'number',
  SymInt: 'number',
  float: 'number',
  bool: 'boolean',
  str: 'string',
  ScalarType: 'DType',
  Device: 'string',
  Generator: 'Generator',
};

/** What there is only one of here. */
const ABSENT = ['Layout', 'MemoryFormat', 'Dimname'];

/** @param {string} type @param {string} name */
function typeOf(type, name) {
  const [, element = '', mayLack = '', list, mayBeNone = ''] =
    /^(\w+)(\?)?(\[\d*\])?(\?)?$/.exec(type) ?? [];
  if (ABSENT.includes(element)) return '';
  // Where a number stands for a tensor, and where a text stands for one of the reductions.
  const known =
    element === 'Tensor' && name === 'other' ? 'Tensor | Scalar' : (TYPES[element] ?? 'unknown');
  if (list === undefined) {
    const reduced = name === 'reduction' ? `${known} | Reduction` : known;
    return mayLack ? `${reduced} | null` : reduced;
  }
  const items = `readonly ${mayLack ? `(${known} | null)` : known}[]`;
  const one = /\d/.test(list) ? `${known} | ` : '';
  return `${one}${items}${mayBeNone ? ' | null' : ''}`;
}

/** @param {string} result */
function resultType(result) {
  if (result === '()') return 'void';
  const one = (/** @type {string} */ text) => {
    const [type = ''] = text.split(' ');
    if (type.endsWith('[]')) return `${TYPES[type.slice(0, -2)]}[]`;
    return TYPES[type] ?? 'unknown';
  };
  if (!result.startsWith('(')) return one(result);
  return `[${split(result.slice(1, -1)).map(one).join(', ')}]`;
}

/** @param {string} name */
export function camelCase(name) {
  return name.replace(/(?<=[a-z\d])_(?=[a-z\d])(.)/g, (_, letter) => letter.toUpperCase());
}

/** The types. @param {Operation[]} operations */
export function typesOf(operations) {
  const lists = { TorchFunctions: FUNCTION | INNER, TensorMethods: METHOD };
  const interfaces = Object.entries(lists).map(([name, where]) => {
    const found = operations.filter((operation) => operation.where & where);
    const isMethod = where === METHOD;
    const members = found.flatMap((operation) => signatures(operation, isMethod));
    const what = isMethod ? 'The methods of tensors' : 'The functions';
    return `/** ${what} that are operations. */\nexport interface ${name} {\n${members.join('\n')}\n}\n`;
  });
  return `${HEADER}\n${interfaces.join('\n')}`;
}

const HEADER = `// The types of all operations. \`npm run torch\` writes this file from the schemas that the wasm module has of them.
import type { Generator } from './generator.ts';
import type { DType, Tensor } from './tensor.ts';

/** A number of a program. A whole one is an integer, as Python's 2 is; a bigint always. */
export type Scalar = number | bigint | boolean;

export type Reduction = 'none' | 'mean' | 'sum';
`;

/** @param {Operation} operation @param {boolean} isMethod */
function signatures({ name, schema, parameters, result }, isMethod) {
  const known = parameters.filter(({ type }) => type !== '').slice(isMethod ? 1 : 0);
  const placed = known.filter(({ isByName }) => !isByName);
  const required = placed.filter(({ isOptional }) => !isOptional);
  const byName = known.filter(({ isByName }) => isByName);
  const optional = [...placed.filter(({ isOptional }) => isOptional), ...byName];
  const list = (/** @type {Parameter[]} */ some) =>
    some.map(({ name, type, isOptional }) => `${name}${isOptional ? '?' : ''}: ${type}`);
  const object = (/** @type {Parameter[]} */ some) =>
    some.length === 0 ? [] : [`options?: { ${list(some).join('; ')} }`];
  const key = camelCase(name);
  const told = [`  ${key}(${[...list(placed), ...object(byName)].join(', ')}): ${result};`];
  if (optional.length > byName.length) {
    told.push(`  ${key}(${[...list(required), ...object(optional)].join(', ')}): ${result};`);
  }
  // Sizes may be written one by one.
  if (placed.length === 1 && placed[0]?.type === 'readonly number[]') {
    told.push(`  ${key}(...${placed[0].name}: number[]): ${result};`);
  }
  return [`  /** \`${schema}\` */`, ...told];
}

await main(import.meta.url, async () => {
  writeIfChanged(WRITTEN, typesOf(operationsIn(await schemas())));
  const { run } = await import('./commands.mjs');
  await run('node_modules/.bin/biome', ['format', '--write', WRITTEN]);
});
