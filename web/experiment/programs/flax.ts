// The experiment as a program of JAX and Flax: linen, nnx, or a key handed to the layer.
import type { ShownTensor } from '../shown-tensor.ts';
import { hasNan } from './checksum.ts';
import { quoted } from './literals.ts';
import { arrayText, assertionLines } from './numpy-arrays.ts';
import { MOST_EXPECTED, type Plan } from './plan.ts';
import { checksumLines, inputLines } from './python.ts';

export function flaxProgram(plan: Plan): string {
  const { engine, holdsOn, options, expected } = plan;
  const large = expected !== null && expected.size > MOST_EXPECTED;
  const nnx = engine === 'flax-nnx';
  const lines = [
    ...(large ? ['import zlib', ''] : []),
    ...(nnx && options.partitionable !== false ? [] : ['import jax']),
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

function nnxLines(plan: Plan): string[] {
  const { seed, p } = plan;
  return [`drop = nnx.Dropout(rate=${p}, rngs=nnx.Rngs(${seed}))`, '', ...calls(plan, 'drop(x)')];
}

function linenLines(plan: Plan): string[] {
  const { engine, options, seed, p, call } = plan;
  const layer = `nn.Dropout(rate=${p}, deterministic=False`;
  if (engine === 'jax') {
    const key = `key = jax.random.key(${seed})`;
    return [`drop = ${layer})`, key, '', ...calls(plan, 'drop.apply({}, x, rng=key)')];
  }
  const apply = (model: string) => `y = ${model}({}, x, rngs={'dropout': jax.random.key(${seed})})`;
  if (options.path) return [...modulesLines(plan, layer, options.path), '', apply('Model().apply')];
  if (call === 1) return [`drop = ${layer})`, '', apply('drop.apply')];
  // The calls of one apply() are counted, and the next apply() starts to count again.
  return [
    `drop = ${layer})`,
    '',
    '',
    'def forward(drop, x):',
    ...indented([...calls(plan, 'drop(x)'), 'return y']),
    '',
    '',
    apply('nn.apply(forward, drop)'),
  ];
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
    plan.call === 1
      ? [`return ${drop}(x)`]
      : [`drop = ${drop}`, ...calls(plan, 'drop(x)'), 'return y'],
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
