// Splits the core into what most figures need and the rest, by a profile of the first, which the embed
// loads alone (docs/decisions/0013-the-embed-begins-with-a-part-of-the-core.md).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './commands.mjs';
import { stamp } from './stamp.mjs';
import { binaryenRoot } from './toolchain.mjs';

const folder = 'build/split';

/** What the files are stamped with whose functions are counted. */
const COUNTING = 'counting';

/** What the core is compiled with (CMakeLists.txt). With reference types there would be a second table. */
const features = [
  ...['simd', 'bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'exception-handling'],
  'mutable-globals',
].map((name) => `--enable-${name}`);

/** @param {string} name */
const file = (name) => join(folder, name);

/**
 * The first part and the rest; made anew only if the core or what readers do is another.
 *
 * @param {string} glue
 * @param {Buffer} wasm
 */
export async function splitWasm(glue, wasm) {
  mkdirSync(folder, { recursive: true });
  const source = await firstUse(stamp(glue, [], COUNTING).glue);
  const id = createHash('sha256').update(wasm).update(source).digest('hex');
  if (!existsSync(file('id')) || readFileSync(file('id'), 'utf8') !== id) {
    writeFileSync(file('first-use.mjs'), source);
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
 * wasm-split imports a function for each of the rest, by the number of its place in the table. From there
 * the rest's own replaces it; only the glue may have it still, of `places`. All others of a type can be one.
 *
 * @param {string} first
 * @param {ReadonlySet<number>} places
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

/** @param {string} id  of the program, which may be imported once more in another version */
async function profileOf(id) {
  const { wasms } = stamp('', [readFileSync(file('counting.wasm'))], COUNTING);
  const { href } = pathToFileURL(resolve(file('first-use.mjs')));
  const program = await import(`${href}?${id}`);
  return await program.profileOf(wasms[0]);
}

/**
 * first-use.mjs as one file with all that it imports, which is TypeScript.
 *
 * @param {string} glue
 */
async function firstUse(glue) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: 'scripts/first-use.mjs',
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
