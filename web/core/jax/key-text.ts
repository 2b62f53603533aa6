// Reads the text of a JAX key: the expression that makes it in a program, or its two words as JAX prints them.
//
//   key       := [name '='] value
//   value     := (number | list | call) {'[' numbers ']'}
//   call      := [modules] name '(' [argument {',' argument}] ')'
//   argument  := [name '='] (value | quoted)
//   list      := ('[' | '(') {value [',']} (']' | ')')
import { rangeError, typeError } from '../errors.ts';
import { checkNum, foldIn, Key, keyOfSeed, keyOfWords, splitKey } from './key.ts';

/** What a part of the text stands for. A text is the name of a dtype or of an implementation. */
type Value = bigint | string | Key | Keys | Value[];

/** The keys of a split, or some of them that follow one another. */
interface Keys {
  /** What was split, into so many. */
  readonly key: Key;
  readonly num: number;
  /** The place of the first. */
  readonly before: number;
  /** How many there are, in each dimension. */
  readonly extents: readonly number[];
}

/** Whether the text is to be read as a key, and not as a number. */
export function looksLikeKey(text: string): boolean {
  return /[[(]/.test(text);
}

/** @throws RangeError or TypeError (`seed`) that says what is wrong; in JAX's words, where it has some. */
export function readKey(text: string): Key {
  // What is printed of a key in two lines: `Array((), dtype=key<fry>) overlaying:` and its words.
  const words = text.trim().replace(/^.*\boverlaying:/s, '');
  const reader = new KeyReader(words.replace(/^[A-Za-z_]\w*\s*=(?!=)/, ''));
  return toKey(reader.whole());
}

class KeyReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Value {
    const value = this.#value();
    return this.#rest() === '' ? value : this.#fail();
  }

  #value(): Value {
    const number = this.#take(/^[+-]?\d[\d_]*/);
    if (number !== undefined) return BigInt(number.replace(/^\+|_/g, ''));
    const quoted = this.#take(/^'[^']*'|^"[^"]*"/);
    if (quoted !== undefined) return quoted.slice(1, -1);
    const name = this.#take(/^[A-Za-z_][\w.]*/);
    let value = name === undefined ? this.#list() : this.#call(name);
    while (this.#isNext('[')) value = indexed(value, this.#list().map(toIndex));
    return value;
  }

  #list(): Value[] {
    const close = { '[': ']', '(': ')' }[this.#rest()[0] ?? ''];
    if (close === undefined) this.#fail();
    this.#take(/^./);
    const values: Value[] = [];
    while (!this.#isNext(close)) {
      values.push(this.#value());
      this.#take(/^,/);
    }
    this.#take(/^./);
    return values;
  }

  #call(name: string): Value {
    // A name that stands for itself, as that of a dtype.
    if (this.#take(/^\(/) === undefined) return name;
    const values: Value[] = [];
    const named = new Map<string, Value>();
    while (this.#take(/^\)/) === undefined) {
      const key = this.#take(/^[A-Za-z_]\w*\s*=/);
      const value = this.#value();
      if (key === undefined) values.push(value);
      else named.set(key.slice(0, -1).trim(), value);
      if (this.#take(/^,/) === undefined && !this.#isNext(')')) this.#fail();
    }
    return called(name, (argument) => named.get(argument) ?? values.shift());
  }

  #rest(): string {
    return this.#text.slice(this.#position).trimStart();
  }

  #isNext(character: string): boolean {
    return this.#rest().startsWith(character);
  }

  #take(pattern: RegExp): string | undefined {
    const rest = this.#rest();
    const [taken] = pattern.exec(rest) ?? [];
    if (taken !== undefined) this.#position = this.#text.length - rest.length + taken.length;
    return taken;
  }

  #fail(): never {
    throw unreadable(this.#rest());
  }
}

/** @param take Gives the argument of a name, or the next one without a name. */
function called(name: string, take: (argument: string) => Value | undefined): Value {
  const last = name.slice(name.lastIndexOf('.') + 1);
  switch (last) {
    case 'key':
    case 'PRNGKey': {
      const seed = take('seed');
      const impl = take('impl') ?? 'threefry2x32';
      if (impl !== 'threefry2x32') {
        throw rangeError(
          'seed',
          "keys of '{0}' are not reproduced, only threefry2x32",
          shown(impl),
        );
      }
      return keyOfSeed(toNumber(seed), last);
    }
    case 'split':
      return toKeys(toKey(take('key')), take('num') ?? 2n);
    case 'fold_in':
    case 'foldIn':
      return foldIn(toKey(take('key')), toNumber(take('data')));
    case 'wrap_key_data':
    case 'wrapKeyData':
      return toKey(take('key_bits_array'));
    // The same key, as words or not.
    case 'key_data':
    case 'keyData':
    case 'clone':
      return toKey(take('keys'));
    case 'array':
    case 'asarray':
    case 'Array':
    case 'uint32':
      return toKey(take('object'));
    default:
      throw unreadable(name);
  }
}

// Of keys in several dimensions, the first is taken.
function indexed(value: Value, indices: readonly number[]): Value {
  const [index, ...others] = indices;
  if (index === undefined) return value;
  if (!isKeys(value)) throw unreadable(`[${indices.join(', ')}]`);
  const { key, num, before, extents } = value;
  const [extent = 1, ...inner] = extents;
  const counted = index < 0 ? index + extent : index; // from the end, as in Python
  if (counted < 0 || counted >= extent) {
    throw rangeError('seed', 'split gives the keys 0 to {0}, but not [{1}]', extent - 1, index);
  }
  const place = before + counted * product(inner);
  const part =
    inner.length === 0 ? splitKey(key, num, place) : { key, num, before: place, extents: inner };
  return indexed(part, others);
}

function product(extents: readonly number[]): number {
  return extents.reduce((size, extent) => size * extent, 1);
}

function toKeys(key: Key, num: Value): Keys {
  const extents = Array.isArray(num) ? num.map(toIndex) : [toIndex(num)];
  const all = product(extents);
  checkNum(all);
  return { key, num: all, before: 0, extents };
}

function isKeys(value: Value | undefined): value is Keys {
  return typeof value === 'object' && 'extents' in value;
}

function toKey(value: Value | undefined): Key {
  if (value instanceof Key) return value;
  if (Array.isArray(value)) return keyOfWords(value.map(toNumber));
  if (isKeys(value)) {
    throw rangeError(
      'seed',
      'split gives {0} keys: say which, as in split(key(0))[0]',
      product(value.extents),
    );
  }
  const type = typeof value === 'bigint' ? 'int' : value === undefined ? 'NoneType' : 'str';
  throw typeError('seed', "unexpected PRNG key type <class '{0}'>", type);
}

function toNumber(value: Value | undefined): bigint {
  if (typeof value === 'bigint') return value;
  throw unreadable(value === undefined ? '' : shown(value));
}

function toIndex(value: Value): number {
  return Number(toNumber(value));
}

function shown(value: Value): string {
  return isKeys(value) ? String(value.key) : String(value);
}

function unreadable(found: string): Error {
  return rangeError(
    'seed',
    "expected a key of JAX, such as split(key(0))[1] or its two words [0, 42], but found '{0}'",
    found,
  );
}
