// What a program of a layer prints, without Python: where it has neither loops nor anything else that is not known here,
// the core of the figure answers it while Python is on its way. Python has the last word.
import { parser } from '@lezer/python';
import { loadCore, moreCoreFor } from '../experiment/core-source.ts';
import { DEFAULT_SETTINGS } from '../experiment/settings.ts';
import type { Answer } from '../python/interpreter.ts';
import type { ProgramEngine } from '../python/program-engines.ts';

type Core = Awaited<ReturnType<typeof loadCore>>;
type Tensor = ReturnType<Core['parse']>;
type Layer = InstanceType<Core[LayerName]>;
type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

interface Known {
  /** Dimensions of an input: with others PyTorch warns, or refuses. Any without it. */
  dims?: readonly number[];
  /** Whether `inplace` is read: some layers of PyTorch take it, and leave their input as it is. */
  readsInplace: boolean;
}

const LAYERS = {
  Dropout: { readsInplace: true },
  Dropout1d: { dims: [2, 3], readsInplace: true },
  Dropout2d: { dims: [4], readsInplace: true },
  Dropout3d: { dims: [4, 5], readsInplace: true },
  AlphaDropout: { readsInplace: false },
  FeatureAlphaDropout: { readsInplace: false },
} as const satisfies Record<string, Known>;

type LayerName = keyof typeof LAYERS;

/** Elements of a tensor, more of which is no program that one reads. */
const MOST_ELEMENTS = 1000;

export interface Foreseen {
  stdout: string;
  answers: readonly Answer[];
}

export interface Asked {
  source: string;
  /** Whose CPU generator draws. */
  engine: ProgramEngine;
  /** Of the generator at the start. */
  seed: number;
}

/** Null for a program that is not known here; it is read as a fragment, as the page runs it. */
export async function foreseen(asked: Asked): Promise<Foreseen | null> {
  try {
    const core = await loadCore();
    const { engine } = asked;
    // Of any input but a plain one: it is made of plain ones here.
    await moreCoreFor({ ...DEFAULT_SETTINGS, engine, layer: 'AlphaDropout' });
    return foresee(core, asked);
  } catch {
    return null;
  }
}

/** The same, at once. */
export function foresee(core: Core, { source, engine, seed }: Asked): Foreseen | null {
  const run = new StraightLine(core, source, engine, seed);
  try {
    return run.answer();
  } catch (error) {
    // What the core refuses, Python says in PyTorch's words.
    if (error instanceof Error) return null;
    throw error;
  } finally {
    run.dispose();
  }
}

/** Something that is not known here. */
class Unknown extends Error {}

type Value =
  | { kind: 'tensor'; tensor: Tensor }
  | { kind: 'layer'; layer: Layer; name: string; p: string; inplace: boolean }
  | { kind: 'text'; text: string }
  /** A number, True or False, as Python prints it. */
  | { kind: 'literal'; text: string };

interface Arguments {
  given: SyntaxNode[];
  named: Map<string, SyntaxNode>;
}

class StraightLine {
  readonly #core: Core;
  readonly #source: string;
  readonly #generator: InstanceType<Core['Generator']>;
  readonly #values = new Map<string, Value>();
  /** Names of modules. Those that everybody imports a fragment may leave out. */
  readonly #modules = new Map([
    ['torch', 'torch'],
    ['nn', 'torch.nn'],
    ['F', 'torch.nn.functional'],
  ]);
  readonly #garbage: { dispose(): void }[] = [];
  readonly #answers: Answer[] = [];
  #stdout = '';

  constructor(core: Core, source: string, engine: ProgramEngine, seed: number) {
    this.#core = core;
    this.#source = source;
    this.#generator = this.#kept(new core.Generator(engine).manualSeed(seed));
  }

  dispose(): void {
    for (const one of this.#garbage) one.dispose();
  }

  answer(): Foreseen {
    const tree = parser.parse(this.#source);
    tree.iterate({ enter: ({ type, from }) => this.#refuseError(type.isError, from) });
    const statements = childrenOf(tree.topNode).filter(({ name }) => name !== 'Comment');
    for (const [i, statement] of statements.entries()) {
      this.#take(statement, i === statements.length - 1);
    }
    return { stdout: this.#stdout, answers: this.#answers };
  }

  // The grammar does not know numbers such as `1.`, and misses a name behind the point.
  #refuseError(isError: boolean, from: number) {
    if (isError && !/\d\.\s*$/.test(this.#source.slice(Math.max(0, from - 9), from)))
      throw new Unknown();
  }

  #take(statement: SyntaxNode, isLast: boolean) {
    switch (statement.name) {
      case 'ImportStatement':
        this.#import(this.#textOf(statement));
        break;
      case 'AssignStatement':
        this.#assign(statement);
        break;
      case 'ExpressionStatement':
        this.#express(childrenOf(statement), isLast);
        break;
      default:
        throw new Unknown(statement.name);
    }
  }

  #import(text: string) {
    const [, all] = /^import (.+)$/.exec(text) ?? [];
    const [, names] = /^from torch import (.+)$/.exec(text) ?? [];
    for (const one of (all ?? names ?? '').split(',')) {
      const [, path = '', alias] = /^\s*([\w.]+)(?: as (\w+))?\s*$/.exec(one) ?? [];
      const full = all === undefined ? `torch.${path}` : path;
      if (!['torch', 'torch.nn', 'torch.nn.functional'].includes(full)) throw new Unknown(full);
      if (alias !== undefined || names !== undefined) this.#name(alias ?? path, full);
    }
  }

  #name(name: string, module: string) {
    this.#values.delete(name);
    this.#modules.set(name, module);
  }

  #assign(statement: SyntaxNode) {
    const [target, sign, value, ...more] = childrenOf(statement);
    if (target?.name !== 'VariableName' || sign?.name !== 'AssignOp' || !value || more.length > 0) {
      throw new Unknown('assignment');
    }
    this.#values.set(this.#textOf(target), this.#valueOf(value));
  }

  #express([expression, ...more]: SyntaxNode[], isLast: boolean) {
    if (!expression || more.length > 0) throw new Unknown('statement');
    const callee = expression.name === 'CallExpression' ? this.#pathOf(expression.firstChild) : '';
    if (callee === 'print') this.#print(expression);
    else if (callee === 'torch.manual_seed' && !isLast) this.#seed(expression);
    else {
      const value = this.#valueOf(expression);
      // As a notebook shows the value of a cell's last line.
      if (isLast) this.#show(expression, value);
    }
  }

  #print(call: SyntaxNode) {
    const { given, named } = this.#argumentsOf(call);
    if (named.size > 0 || this.#values.has('print')) throw new Unknown('print');
    const text = `${given.map((one) => printed(this.#valueOf(one))).join(' ')}\n`;
    this.#stdout += text;
    this.#tell(call, 'print', text);
  }

  #show(expression: SyntaxNode, value: Value) {
    if (value.kind !== 'tensor' && value.kind !== 'layer') throw new Unknown('value');
    const text = printed(value);
    this.#stdout += `${text}\n`;
    this.#tell(expression, 'value', text);
  }

  #tell({ from, to }: SyntaxNode, kind: Answer['kind'], text: string) {
    const [line, endLine] = [this.#lineAt(from), this.#lineAt(to)];
    this.#answers.push({ line, endLine, outerLine: line, kind, text });
  }

  #lineAt = (at: number) => this.#source.slice(0, at).split('\n').length;

  #seed(call: SyntaxNode) {
    const { given, named } = this.#argumentsOf(call);
    const [seed] = given;
    const text = seed ? this.#textOf(seed) : '';
    if (given.length !== 1 || named.size > 0 || !/^\d{1,15}$/.test(text)) throw new Unknown('seed');
    this.#generator.manualSeed(Number(text));
  }

  #valueOf(node: SyntaxNode): Value {
    const text = this.#textOf(node);
    switch (node.name) {
      case 'VariableName':
        return this.#values.get(text) ?? unknown(text);
      case 'ParenthesizedExpression': {
        const [, inner, ...more] = childrenOf(node);
        return inner && more.length === 1 ? this.#valueOf(inner) : unknown(text);
      }
      case 'String':
        return { kind: 'text', text: plainText(text) };
      case 'Number':
      case 'Boolean':
        return { kind: 'literal', text: literal(text) };
      case 'MemberExpression':
        return this.#memberOf(node);
      case 'CallExpression':
        return this.#call(node);
      default:
        return unknown(node.name);
    }
  }

  /** `drop.p`, `drop.training`, `x.shape`. */
  #memberOf(node: SyntaxNode): Value {
    const [object, , property] = childrenOf(node);
    if (object?.name === 'Number' && !property) return this.#valueOf(object);
    const value = object ? this.#valueOf(object) : unknown('member');
    const name = property ? this.#textOf(property) : '';
    if (value.kind === 'tensor' && name === 'shape') {
      return { kind: 'literal', text: `torch.Size([${value.tensor.shape.join(', ')}])` };
    }
    if (value.kind !== 'layer') return unknown(name);
    if (name === 'p') return { kind: 'literal', text: value.p };
    return name === 'training'
      ? { kind: 'literal', text: value.layer.training ? 'True' : 'False' }
      : unknown(name);
  }

  #call(call: SyntaxNode): Value {
    const [callee] = childrenOf(call);
    const path = this.#pathOf(callee ?? null);
    const [, layer] = /^torch\.nn\.(\w+)$/.exec(path) ?? [];
    const name =
      layer !== undefined && Object.hasOwn(LAYERS, layer) ? (layer as LayerName) : undefined;
    if (name) return this.#makeLayer(name, this.#argumentsOf(call));
    if (path === 'torch.tensor') return this.#makeTensor(this.#argumentsOf(call));
    if (path === 'torch.ones' || path === 'torch.zeros') {
      return this.#fill(path === 'torch.ones' ? '1.' : '0.', this.#argumentsOf(call));
    }
    if (path === 'torch.nn.functional.dropout') return this.#dropout(this.#argumentsOf(call));
    if (path !== '' || !callee) return unknown(path);
    return callee.name === 'MemberExpression'
      ? this.#setMode(callee, call)
      : this.#callLayer(callee, call);
  }

  #callLayer(callee: SyntaxNode, call: SyntaxNode): Value {
    const value = this.#valueOf(callee);
    const { given, named } = this.#argumentsOf(call);
    if (value.kind !== 'layer' || given.length !== 1 || named.size > 0) return unknown('call');
    return this.#forward(value.layer, this.#valueOf(given[0] as SyntaxNode));
  }

  #forward(layer: Layer, x: Value): Value {
    if (x.kind !== 'tensor') return unknown('input');
    const { dims }: Known = LAYERS[layer.name as LayerName];
    if (dims && !dims.includes(x.tensor.shape.length)) return unknown('input');
    return { kind: 'tensor', tensor: this.#kept(layer.forward(x.tensor)) };
  }

  /** `drop.eval()`, `drop.train()`, `drop.train(False)`. */
  #setMode(callee: SyntaxNode, call: SyntaxNode): Value {
    const [object, , property] = childrenOf(callee);
    const value = object ? this.#valueOf(object) : unknown('call');
    const { given, named } = this.#argumentsOf(call);
    const name = property ? this.#textOf(property) : '';
    const [mode] = given;
    if (value.kind !== 'layer' || named.size > 0 || given.length > (name === 'train' ? 1 : 0))
      return unknown(name);
    if (name === 'eval') value.layer.eval();
    else if (name === 'train') value.layer.train(mode ? this.#flag(mode) : true);
    else return unknown(name);
    return value;
  }

  #makeLayer(name: LayerName, { given, named }: Arguments): Value {
    const [p = named.get('p'), inplace = named.get('inplace'), ...more] = given;
    if (more.length > 0 || !isOnly(named, given.length, ['p', 'inplace'])) return unknown(name);
    const text = p ? this.#numberOf(p) : '0.5';
    const isInplace = inplace ? this.#flag(inplace) : false;
    return {
      kind: 'layer',
      layer: this.#layerOf(name, text, isInplace),
      name,
      p: text,
      inplace: isInplace,
    };
  }

  #layerOf(name: LayerName, p: string, inplace: boolean): Layer {
    // What is wrong with it, Python says in PyTorch's words.
    if (!(Number(p) >= 0 && Number(p) <= 1)) return unknown(p);
    const options = { inplace: inplace && LAYERS[name].readsInplace, generator: this.#generator };
    return this.#kept(new this.#core[name](Number(p), options));
  }

  #dropout({ given, named }: Arguments): Value {
    const [
      x = named.get('input'),
      p = named.get('p'),
      training = named.get('training'),
      inplace = named.get('inplace'),
    ] = given;
    const names = ['input', 'p', 'training', 'inplace'];
    if (!x || given.length > 4 || !isOnly(named, given.length, names)) return unknown('dropout');
    const text = p ? this.#numberOf(p) : '0.5';
    const value = this.#valueOf(x);
    const layer = this.#layerOf('Dropout', text, inplace ? this.#flag(inplace) : false);
    return this.#forward(layer.train(training ? this.#flag(training) : true), value);
  }

  #makeTensor({ given, named }: Arguments): Value {
    const [data, ...more] = given;
    if (!data || more.length > 0 || named.size > 0) return unknown('tensor');
    return this.#tensorOf(this.#textOf(data));
  }

  #fill(number: string, { given, named }: Arguments): Value {
    const [first, ...others] = given;
    if (!first || named.size > 0) return unknown('shape');
    const isList =
      ['TupleExpression', 'ArrayExpression'].includes(first.name) && others.length === 0;
    const texts = isList
      ? this.#textOf(first).slice(1, -1).split(',')
      : given.map((one) => this.#textOf(one));
    const shape = texts
      .map((text) => text.trim())
      .filter((text, i) => text !== '' || i < texts.length - 1);
    if (shape.length === 0 || !shape.every((size) => /^[1-9]\d{0,3}$/.test(size)))
      return unknown('shape');
    const count = shape.reduce((product, size) => product * Number(size), 1);
    if (count > MOST_ELEMENTS) return unknown('shape');
    const text = shape.reduceRight(
      (inner, size) => `[${Array(Number(size)).fill(inner).join(', ')}]`,
      number,
    );
    return this.#tensorOf(text);
  }

  /** Of lists of numbers with a point in one of them: else it is of whole numbers, which dropout refuses. */
  #tensorOf(list: string): Value {
    const isPlain = /^\[[\s\d.,eE+[\]-]*\]$/.test(list) && /\d\.|\.\d/.test(list);
    if (!isPlain || list.split(',').length > MOST_ELEMENTS) return unknown('tensor');
    return { kind: 'tensor', tensor: this.#kept(this.#core.parse(list.replace(/\s+/g, ' '))) };
  }

  #numberOf(node: SyntaxNode): string {
    const value = this.#valueOf(node);
    return value.kind === 'literal' ? value.text : unknown('number');
  }

  #flag(node: SyntaxNode): boolean {
    const text = this.#textOf(node);
    return text === 'True' || (text !== 'False' && unknown(text));
  }

  /** `torch.nn.functional.dropout`, by whatever name it is called; '' for what is no name of a module's. */
  #pathOf(node: SyntaxNode | null): string {
    const text =
      node && ['VariableName', 'MemberExpression'].includes(node.name) ? this.#textOf(node) : '';
    if (text === 'print') return text;
    const [head = '', ...rest] = text.split('.');
    const module = this.#values.has(head) ? undefined : this.#modules.get(head);
    return module && rest.length > 0 ? [module, ...rest].join('.') : '';
  }

  #argumentsOf(call: SyntaxNode): Arguments {
    const [, list] = childrenOf(call);
    const parts = childrenOf(list ?? call).slice(1, -1);
    const found: Arguments = { given: [], named: new Map() };
    for (let i = 0; i < parts.length; ++i) {
      const part = parts[i] as SyntaxNode;
      if (part.name === ',' || part.name === 'Comment') continue;
      if (parts[i + 1]?.name === 'AssignOp') {
        found.named.set(this.#textOf(part), parts[i + 2] ?? unknown('argument'));
        i += 2;
      } else if (found.named.size > 0) unknown('argument');
      else found.given.push(part);
    }
    return found;
  }

  #textOf = ({ name, from, to }: SyntaxNode) => {
    // `1.`, of which the grammar knows only the 1.
    const end = name === 'Number' && this.#source[to] === '.' ? to + 1 : to;
    return this.#source.slice(from, end);
  };

  #kept<Object extends { dispose(): void }>(object: Object): Object {
    this.#garbage.push(object);
    return object;
  }
}

function unknown(what: string): never {
  throw new Unknown(what);
}

/** Whether each name is one of these, behind those that are given by their places. */
const isOnly = (named: Map<string, unknown>, given: number, names: readonly string[]) =>
  [...named.keys()].every((name) => names.indexOf(name) >= given);

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isError) children.push(child);
  }
  return children;
}

function printed(value: Value): string {
  switch (value.kind) {
    case 'tensor':
      return value.tensor.printed;
    case 'layer':
      return `${value.name}(p=${value.p}, inplace=${value.inplace ? 'True' : 'False'})`;
    default:
      return value.text;
  }
}

function plainText(text: string): string {
  const [, , inner] = /^(["'])([^"'\\\n]*)\1$/.exec(text) ?? [];
  return inner ?? unknown(text);
}

/** As Python prints it, of numbers whose form says so. */
function literal(text: string): string {
  if (text === 'True' || text === 'False' || /^(?:0|[1-9]\d{0,14})$/.test(text)) return text;
  if (!/^\d{0,9}\.\d{0,9}$/.test(text) || text === '.') return unknown(text);
  const value = Number(text);
  if (value !== 0 && value < 1e-4) return unknown(text);
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
