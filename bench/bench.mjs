// `npm run bench`: how fast the package is, in Node and in Chromium, against what the machine can do
// and against others, and how fast the page is. Writes bench/results/ and docs/speed.md; a run that
// leaves out more than whole environments only prints.
//
//   npm run bench -- --in page
//   npm run bench -- --quick --only kernels --in node --engines fast,torch-cpu --sizes 1000000
//
//   --in       some of node, chromium, operations, operations-chromium, lab, page; the document has the
//              others as they were measured last
//   --quick    fewer and shorter samples
//   --only     some of kernels, peers, boundary, operations, training, lab, lab-sweeps, start,
//              operation-kernels, opening, slider, typing, large, embeds
//   --engines  the package's names of them
//   --sizes    numbers of elements
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { run } from '../scripts/commands.mjs';
import { installNpmPackages } from '../scripts/npm-packages.mjs';
import { setup } from '../scripts/setup.mjs';
import { Failure, main, step } from '../scripts/steps.mjs';
import { buildBench, built } from './build.mjs';
import { documentOf } from './document.mjs';
import { measureKernels } from './kernels.mjs';
import { commit, machine } from './machine.mjs';
import { measureStart } from './start.mjs';
import { DROPOUT, LAB, OPERATIONS } from './suite.mjs';
import { requirementTable, tablesOf } from './tables.mjs';

/** What is measured in each environment. */
const PARTS = {
  node: [...DROPOUT, 'start'],
  chromium: DROPOUT,
  operations: [...OPERATIONS, 'operation-kernels'],
  'operations-chromium': OPERATIONS,
  lab: LAB,
  page: ['opening', 'slider', 'typing', 'large', 'embeds'],
};
const TITLES = {
  node: 'In Node',
  chromium: 'In Chromium',
  operations: 'The operations, in Node',
  'operations-chromium': 'The operations, in Chromium',
  lab: 'The training lab, in Node',
  page: 'The page, in Chromium',
};

const resultsOf = (environment) => `bench/results/${environment}.json`;

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
    if (options.isPartial) continue;
    mkdirSync('bench/results', { recursive: true });
    writeFileSync(resultsOf(environment), jsonOf(measured));
  }
  console.log(requirementTable(runs));

  if (options.isPartial) return;
  const files = Object.keys(PARTS).map(resultsOf).filter(existsSync);
  const all = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync('docs/speed.md', documentOf(all));
  await run('node_modules/.bin/biome', ['format', '--write', 'docs/speed.md']);
  const written = [...options.environments.map(resultsOf), 'docs/speed.md'];
  console.log(`\nWritten: ${written.join(', ')}`);
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
  const known = Object.keys(PARTS);
  const only = list(values.only, [...new Set(Object.values(PARTS).flat())]);
  const isAsked = (environment) => !only || PARTS[environment].some((part) => only.includes(part));
  return {
    isPartial: Object.keys(values).some((name) => name !== 'in'),
    quick: Boolean(values.quick),
    only,
    environments: (list(values.in, known) ?? known).filter(isAsked),
    engines: list(values.engines),
    sizes: list(values.sizes)?.map(Number),
  };
}

async function measureIn(environment, { only = PARTS[environment], quick, engines, sizes }) {
  const options = { only, quick, engines, sizes };
  const inside = environment === 'page' ? inPage : isInChromium(environment) ? inChromium : inNode;
  const measured = { version: '', results: [] };
  await step(TITLES[environment], async (progress) => {
    Object.assign(measured, await inside(options, progress));
  });
  if (environment === 'node' && only.includes('start')) {
    await step('The start, in Node', async (progress) => {
      measured.results.push(...(await measureStart(quick ? 5 : 15, progress)));
    });
  }
  if (environment === 'operations' && only.includes('operation-kernels')) {
    await step('The kernels of the operations, in Node', async () => {
      measured.results.push(...(await measureKernels(built.kernels, quick ? 20 : 200)));
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

function isInChromium(environment) {
  return environment.endsWith('chromium');
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
  const addresses = {
    wasm: built.wasm,
    shipped: built.shippedInNode,
    torch: built.torchInNode,
    lab: built.lab,
    jaxVersion: jaxVersion(),
  };
  return node.inNode(options, { module: built.playground, addresses }, progress);
}

async function inChromium(options, progress) {
  const chromium = await import('./chromium.mjs');
  const addresses = {
    wasm: `/${built.wasm}`,
    shipped: `/${built.shippedInBrowser}`,
    torch: `/${built.torchInBrowser}`,
    packages: '/bench/node_modules/',
    jaxVersion: jaxVersion(),
  };
  return chromium.inChromium(options, { module: `/${built.page}`, addresses }, progress);
}

async function inPage(options, progress) {
  const repaint = await import('./repaint.mjs');
  return repaint.inPage(options, progress);
}

// The only package that does not tell its version itself.
function jaxVersion() {
  const text = readFileSync('bench/package.json', 'utf8');
  return JSON.parse(text).dependencies['@jax-js/jax'];
}
