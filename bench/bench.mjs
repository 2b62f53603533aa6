// `npm run bench`: how fast the package is, in Node and in Chromium, against what the machine can do
// and against others. A full run writes bench/results/ and docs/speed.md; one that leaves something
// out only prints.
//
//   npm run bench -- --quick --only kernels --in node --engines fast,torch-cpu --sizes 1000000
//
//   --quick    fewer and shorter samples
//   --only     some of kernels, peers, boundary, start
//   --in       node or chromium
//   --engines  the package's names of them
//   --sizes    numbers of elements
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { run } from '../scripts/commands.mjs';
import { installNpmPackages } from '../scripts/npm-packages.mjs';
import { setup } from '../scripts/setup.mjs';
import { Failure, main, step } from '../scripts/steps.mjs';
import { buildBench, built } from './build.mjs';
import { documentOf } from './document.mjs';
import { commit, machine } from './machine.mjs';
import { measureStart } from './start.mjs';
import { SECTIONS } from './suite.mjs';
import { requirementTable, tablesOf } from './tables.mjs';

const ENVIRONMENTS = ['node', 'chromium'];
const PARTS = [...SECTIONS, 'start'];

await main(import.meta.url, async () => {
  const options = readOptions();
  await setup({ tests: true });
  await installNpmPackages('bench');
  await buildBench();

  const runs = [];
  for (const environment of options.environments) {
    const measured = await measureIn(environment, options);
    runs.push(measured);
    console.log(`\n## ${measured.environment}\n\n${tablesOf(measured)}\n`);
  }
  console.log(requirementTable(runs));

  if (options.isPartial) return;
  mkdirSync('bench/results', { recursive: true });
  for (const [i, environment] of options.environments.entries()) {
    writeFileSync(`bench/results/${environment}.json`, jsonOf(runs[i]));
  }
  writeFileSync('docs/speed.md', documentOf(runs));
  await run('node_modules/.bin/biome', ['format', '--write', 'docs/speed.md']);
  console.log('\nWritten: bench/results/node.json, bench/results/chromium.json, docs/speed.md');
});

function readOptions() {
  const text = { type: /** @type {const} */ ('string') };
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, only: text, in: text, engines: text, sizes: text },
  });
  const list = (value, known) => {
    const chosen = value?.split(',');
    const unknown = chosen?.find((name) => known && !known.includes(name));
    if (unknown) throw new Failure(`${unknown} is none of ${known.join(', ')}.`);
    return chosen;
  };
  return {
    isPartial: Object.keys(values).length > 0,
    quick: Boolean(values.quick),
    only: list(values.only, PARTS) ?? PARTS,
    environments: list(values.in, ENVIRONMENTS) ?? ENVIRONMENTS,
    engines: list(values.engines),
    sizes: list(values.sizes)?.map(Number),
  };
}

async function measureIn(environment, { environments, isPartial, ...options }) {
  const isNode = environment === 'node';
  const measured = { version: '', results: [] };
  await step(isNode ? 'In Node' : 'In Chromium', async (progress) => {
    const inside = isNode ? inNode : inChromium;
    Object.assign(measured, await inside(options, progress));
  });
  if (isNode && options.only.includes('start')) {
    await step('The start, in Node', async (progress) => {
      measured.results.push(...(await measureStart(options.quick ? 5 : 15, progress)));
    });
  }
  return {
    environment: measured.version,
    date: new Date().toISOString(),
    command: ['npm run bench', ...process.argv.slice(2)].join(' '),
    commit: commit(),
    machine: machine(),
    results: measured.results,
  };
}

// A line for each result, its figures no longer than they are exact.
function jsonOf({ results, ...about }) {
  const rounded = (_, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value);
  const lines = results.map((one) => `    ${JSON.stringify(one, rounded)}`).join(',\n');
  const head = JSON.stringify(about, null, 2).slice(0, -2);
  return `${head},\n  "results": [\n${lines}\n  ]\n}\n`;
}

// Each is imported once it is needed: what they import is there only after the set-up.
async function inNode(options, progress) {
  const node = await import('./node.mjs');
  const addresses = { wasm: built.wasm, shipped: built.shippedInNode, jaxVersion: jaxVersion() };
  return node.inNode(options, { module: built.playground, addresses }, progress);
}

async function inChromium(options, progress) {
  const chromium = await import('./chromium.mjs');
  const addresses = {
    wasm: `/${built.wasm}`,
    shipped: `/${built.shippedInBrowser}`,
    packages: '/bench/node_modules/',
    jaxVersion: jaxVersion(),
  };
  return chromium.inChromium(options, { module: `/${built.page}`, addresses }, progress);
}

// The only package that does not tell its version itself.
function jaxVersion() {
  const text = readFileSync('bench/package.json', 'utf8');
  return JSON.parse(text).dependencies['@jax-js/jax'];
}
