// Splits the core's wasm into a first part, which the embed begins with, and the rest. A profile of what
// most figures do decides which functions are in the first part
// (docs/decisions/0013-the-embed-begins-with-a-part-of-the-core.md).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './commands.mjs';
import { stamp } from './stamp.mjs';
import { binaryenRoot } from './toolchain.mjs';

const folder = 'build/split';

/** The build that the wasm and the glue are stamped with while functions are counted. */
const COUNTING = 'counting';

/** The features that CMakeLists.txt compiles with. Reference types would make Binaryen add a second table. */
const features = [
  ...['simd', 'bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'exception-handling'],
  'mutable-globals',
].map((name) => `--enable-${name}`);

/** @param {string} name */
const file = (name) => join(folder, name);

/**
 * The first part and the rest. They are made anew only if the core or the profiled program has changed.
 *
 * @param {string} glue
 * @param {Buffer} wasm
 */
export async function splitWasm(glue, wasm) {
  mkdirSync(folder, { recursive: true });
  const source = await profiledProgram(stamp(glue, [], COUNTING).glue);
  const id = createHash('sha256').update(wasm).update(source).digest('hex');
  if (!existsSync(file('id')) || readFileSync(file('id'), 'utf8') !== id) {
    writeFileSync(file('first-part-profile.mjs'), source);
    writeFileSync(file('whole.wasm'), wasm);
    const counting = ['--output', file('counting.wasm')];
    await binaryen('wasm-split', '--instrument', file('whole.wasm'), ...counting);
    const { profile, places } = await profileOf(id);
    writeFileSync(file('profile'), profile);
    const parts = ['--primary-output', file('first.wat'), '--secondary-output', file('rest.wat')];
    const by = ['--profile', file('profile'), file('whole.wasm'), '--emit-text'];
    await binaryen('wasm-split', ...by, ...parts);
    const first = readFileSync(file('first.wat'), 'utf8');
    writeFileSync(file('first.wat'), withFewerPlaceholders(first, places));
    await binaryen('wasm-opt', '-Oz', file('first.wat'), '--output', file('first.wasm'));
    await binaryen('wasm-opt', '-Oz', file('rest.wat'), '--output', file('rest.wasm'));
    writeFileSync(file('id'), id);
  }
  return [readFileSync(file('first.wasm')), readFileSync(file('rest.wasm'))];
}

/**
 * Makes the first part import fewer functions. wasm-split lets it import a placeholder for each function of
 * the rest, named by its place in the table, where the rest's own function replaces it later. The glue takes
 * some functions out of the table at the start and keeps them: their placeholders must know their place.
 * Nobody keeps the others, so that one placeholder for each type of function will do.
 *
 * @param {string} first  as text
 * @param {ReadonlySet<number>} places  those from which the glue takes functions
 */
function withFewerPlaceholders(first, places) {
  /** @type {string[]} */
  const types = [];
  return first.replace(
    /\(import "placeholder" "(\d+)" (\(func \S+)(.*\))\)/g,
    (whole, place, name, type) => {
      if (places.has(Number(place))) return whole;
      if (!types.includes(type)) types.push(type);
      return `(import "placeholder" "any${types.indexOf(type)}" ${name}${type})`;
    },
  );
}

/**
 * @param {string} program
 * @param {string[]} args
 */
async function binaryen(program, ...args) {
  await run(join(await binaryenRoot(), 'bin', program), [...features, ...args]);
}

/** @param {string} id  makes Node import the program anew if it has changed since the last import */
async function profileOf(id) {
  const { wasms } = stamp('', [readFileSync(file('counting.wasm'))], COUNTING);
  const { href } = pathToFileURL(resolve(file('first-part-profile.mjs')));
  const program = await import(`${href}?${id}`);
  return await program.profileOf(wasms[0]);
}

/**
 * first-part-profile.mjs bundled with the TypeScript that it imports, so that Node can run it.
 *
 * @param {string} glue
 */
async function profiledProgram(glue) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: 'scripts/first-part-profile.mjs',
    platform: 'node',
    plugins: [
      {
        name: 'glue',
        resolveId: (source) => (source.endsWith('/wasm/dropout-playground.js') ? 'glue' : null),
        load: (id) => (id === 'glue' ? glue : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  return output[0].code;
}
