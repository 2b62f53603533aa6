// The experiment as a program of our own package, which runs every engine.
import { isSeededByText } from '../read-settings.ts';
import { checksum, hasNan } from './checksum.ts';
import { constantOf, JAVASCRIPT, listText, numberText, quoted } from './literals.ts';
import { MOST_EXPECTED, MOST_LITERAL, type Plan } from './plan.ts';

export function javascriptProgram(plan: Plan): string {
  const { engine, options, holdsOn, seed, p, layer, inplace, call, expected, before } = plan;
  const large = expected !== null && expected.size > MOST_EXPECTED;
  const x = inputText(plan);
  const y = expected && !large ? tensorText(expected) : '';
  const makers = ['ones', 'zeros', 'full', 'parse', 'tensor'].filter((maker) =>
    [x, y].some((text) => text.startsWith(`${maker}(`)),
  );
  const chosen = optionsText(options);
  const seeds = [seed, before.reseed ?? ''].map((text) => seedText(plan, text));
  const keys = seeds.some((text) => text.startsWith('jax.')) ? ['jax'] : [];
  const skipped = (count: number) => (count === 0 ? [] : [`generator.skip(${count});`]);
  const lines = [
    ...(expected ? ["import assert from 'node:assert/strict';"] : []),
    ...(large ? ["import { crc32 } from 'node:zlib';"] : []),
    "import { load } from 'dropout-playground';",
    '',
    `const { ${[...makers, ...keys, 'Generator', layer].join(', ')} } = await load();`,
    '',
    `// ${holdsOn}`,
    `const generator = new Generator('${engine}'${chosen}).manualSeed(${seeds[0]});`,
    ...skipped(before.skip.beforeInput),
    `const x = ${x};`,
    ...(before.reseed === null ? [] : [`generator.manualSeed(${seeds[1]});`]),
    ...skipped(before.skip.afterInput),
    ...before.earlier.map((p) => `new ${layer}(${p}, { generator }).forward(x);`),
    `const drop = new ${layer}(${p}, { ${inplace ? 'inplace: true, ' : ''}generator });`,
    '',
    ...(call > 1
      ? ['let y;', `for (let i = 0; i < ${call}; ++i) y = drop.forward(x);`]
      : ['const y = drop.forward(x);']),
    'console.log(String(y));',
    ...(expected
      ? large
        ? checksumLines(expected)
        : ['', `const expected = ${y};`, 'assert.deepEqual(y.toArray(), expected.toArray());']
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function seedText({ engine }: Plan, seed: string): string {
  if (isSeededByText(engine)) return quoted(seed);
  if (seed.startsWith('jax.')) {
    return seed.replaceAll('fold_in', 'foldIn').replaceAll('wrap_key_data', 'wrapKeyData');
  }
  return Number.isSafeInteger(Number(seed)) ? seed : `${seed}n`;
}

function optionsText(options: Plan['options']): string {
  const pairs = Object.entries(options).map(([name, value]) =>
    typeof value === 'boolean' ? `${name}: ${value}` : `${name}: ${quoted(String(value))}`,
  );
  return pairs.length === 0 ? '' : `, { ${pairs.join(', ')} }`;
}

// Always by parse(), which reads every text that the page reads, and draws from the generator.
function inputText({ input, x }: Plan): string {
  const draws = input.draws.length > 0;
  if (draws || !x || x.size > MOST_LITERAL) {
    return `parse(${quoted(input.text.trim())}${draws ? ', { generator }' : ''})`;
  }
  return tensorText(x);
}

function tensorText(figure: NonNullable<Plan['x']>): string {
  const { shape, size, dtype } = figure;
  const options = dtype === 'float32' ? '' : `, { dtype: '${dtype}' }`;
  const extents = `[${shape.join(', ')}]`;
  const constant = constantOf(figure);
  if (size === 0) return `zeros(${extents}${options})`;
  if (constant === 1) return `ones(${extents}${options})`;
  if (constant !== null) {
    return `full(${extents}, ${numberText(constant, dtype, JAVASCRIPT)}${options})`;
  }
  return `tensor(${listText(figure, JAVASCRIPT)}${options})`;
}

function checksumLines(expected: NonNullable<Plan['expected']>): string[] {
  const numbers = hasNan(expected)
    ? 'y.toTypedArray().map((value) => (Number.isNaN(value) ? Number.NaN : value))'
    : 'y.toTypedArray()';
  return [
    '',
    `// Every bit of its ${expected.size} elements.`,
    `const bytes = new Uint8Array(${numbers}.buffer);`,
    `assert.equal(crc32(bytes), ${checksum(expected)});`,
  ];
}
