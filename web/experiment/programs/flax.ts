// The experiment as a program of JAX and Flax: linen, nnx, or a key handed to the layer.
import type { Engine } from '../../core/index.ts';
import { ENGINE_RECORDS } from '../../core/records.ts';
import type { ShownTensor } from '../shown-tensor.ts';
import { hasNan } from './checksum.ts';
import { quoted } from './literals.ts';
import { arrayText, assertionLines } from './numpy-arrays.ts';
import { MOST_EXPECTED, type Plan } from './plan.ts';
import { checksumLines, inputLines } from './python.ts';

export function flaxProgram(plan: Plan): string {
  const { engine, holdsOn, options, expected } = plan;
  const large = expected !== null && expected.size > MOST_EXPECTED;
  const nnx = isNnx(engine);
  const lines = [
    ...(large ? ['import zlib', ''] : []),
    ...(needsJax(plan) ? ['import jax'] : []),
    'import jax.numpy as jnp',
    ...(large ? ['import numpy as np'] : []),
    nnx ? 'from flax import nnx' : 'from flax import linen as nn',
    '',
    `# ${holdsOn}`,
    ...(options.partitionable === false
      ? ["jax.config.update('jax_threefry_partitionable', False)"]
      : []),
    // JAX has no call that makes the same numbers as the input text, and no generator that goes on after it.
    ...inputLines(plan, null, [], literal),
    ...(nnx ? nnxLines(plan) : linenLines(plan)),
    'print(y)',
    ...(large ? checksumLines(plan, bytesOf(plan)) : assertionLines('jnp', plan, literal)),
  ];
  return `${lines.join('\n')}\n`;
}

// Flax has two APIs, of which linen has scopes.
function isNnx(engine: Engine): boolean {
  const { framework, hasScopes } = ENGINE_RECORDS[engine];
  return framework === 'Flax' && !hasScopes;
}

function needsJax({ engine, options, seed, before }: Plan): boolean {
  const isKey = (text: string | null) => text?.startsWith('jax.') ?? false;
  return !isNnx(engine) || options.partitionable === false || isKey(before.reseed ?? seed);
}

// The input has its numbers, so that only what comes after a second seed matters.
function lastSeed({ seed, before }: Plan): string {
  return before.reseed ?? seed;
}

function skippedOf({ before: { skip, reseed } }: Plan): number {
  return skip.afterInput + (reseed === null ? skip.beforeInput : 0);
}

function keyOf(plan: Plan): string {
  const seed = lastSeed(plan);
  return seed.startsWith('jax.') ? seed : `jax.random.key(${seed})`;
}

function nnxLines(plan: Plan): string[] {
  const { p, before } = plan;
  const skipped = skippedOf(plan);
  const rngs = `nnx.Rngs(${lastSeed(plan)})`;
  const drop = (rngs: string) => `drop = nnx.Dropout(rate=${p}, rngs=${rngs})`;
  if (skipped === 0 && before.earlier.length === 0) {
    return [drop(rngs), '', ...calls(plan, 'drop(x)')];
  }
  return [
    `rngs = ${rngs}`,
    ...repeated(skipped, 'rngs.default()', 'keys taken before the layer is made'),
    ...before.earlier.map((p) => `nnx.Dropout(rate=${p}, rngs=rngs)(x)  # called on x before`),
    drop('rngs'),
    '',
    ...calls(plan, 'drop(x)'),
  ];
}

function repeated(count: number, line: string, comment: string): string[] {
  return count === 0 ? [] : [`for _ in range(${count}):  # ${comment}`, `    ${line}`];
}

function linenLines(plan: Plan): string[] {
  const { engine, options, p, call, before } = plan;
  const layer = `nn.Dropout(rate=${p}, deterministic=False`;
  if (ENGINE_RECORDS[engine].framework === 'JAX') {
    const apply = (drop: string) => `${drop}.apply({}, x, rng=key)`;
    const earlier = before.earlier.map((p) =>
      apply(`nn.Dropout(rate=${p}, deterministic=False)`).concat('  # called on x before'),
    );
    return [
      `drop = ${layer})`,
      `key = ${keyOf(plan)}`,
      ...earlier,
      '',
      ...calls(plan, apply('drop')),
    ];
  }
  const apply = (model: string) => `y = ${model}({}, x, rngs={'dropout': ${keyOf(plan)}})`;
  if (options.path) return [...modulesLines(plan, layer, options.path), '', apply('Model().apply')];
  if (call === 1 && skippedOf(plan) === 0) return [`drop = ${layer})`, '', apply('drop.apply')];
  // The calls of one apply() are counted, and the next apply() starts to count again.
  return [
    `drop = ${layer})`,
    '',
    '',
    'def forward(drop, x):',
    ...indented([...keysMade(plan), ...calls(plan, 'drop(x)'), 'return y']),
    '',
    '',
    apply('nn.apply(forward, drop)'),
  ];
}

function keysMade(plan: Plan): string[] {
  return repeated(skippedOf(plan), "drop.make_rng('dropout')", 'keys made before');
}

// The module that holds the layer, inside of a module for each name in the path before the layer's.
function modulesLines(plan: Plan, layer: string, path: string): string[] {
  const names = path.split('/');
  const name = names.pop() as string;
  const module = (title: string, body: string[]) => [
    '',
    '',
    `class ${title}(nn.Module):`,
    '    @nn.compact',
    '    def __call__(self, x):',
    ...indented(indented(body)),
  ];
  const title = (depth: number) => (depth === 0 ? 'Model' : `Inner${depth}`);
  const drop = `${layer}, name=${quoted(name)})`;
  const inner = module(
    title(names.length),
    plan.call === 1 && skippedOf(plan) === 0
      ? [`return ${drop}(x)`]
      : [`drop = ${drop}`, ...keysMade(plan), ...calls(plan, 'drop(x)'), 'return y'],
  );
  const outer = names
    .map((name, depth) =>
      module(title(depth), [`return ${title(depth + 1)}(name=${quoted(name)})(x)`]),
    )
    .reverse();
  return [...inner, ...outer.flat(), ''];
}

// JAX cannot change arrays in place, so the output is assigned to the name of the input.
function calls({ call, inplace }: Plan, expression: string): string[] {
  const line = `${inplace && call > 1 ? 'x = y' : 'y'} = ${expression}`;
  return call > 1 ? [`for _ in range(${call}):`, `    ${line}`] : [line];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}

function literal(figure: ShownTensor): string {
  return arrayText('jnp', figure);
}

/** The bytes of y with each nan as Python writes it. */
function bytesOf({ expected }: Plan): string {
  const numbers = expected && hasNan(expected) ? 'jnp.where(jnp.isnan(y), jnp.nan, y)' : 'y';
  return `np.asarray(${numbers}).tobytes()`;
}
