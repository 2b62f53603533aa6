// Results as tables in Markdown.
import { SETTINGS } from './passes.mjs';
import { judged, REQUIREMENTS } from './requirements.mjs';

/** @typedef {{ environment: string, results: object[] }} Run */

/**
 * What of a run there is to tell, each table under its heading.
 *
 * @param {Run} run
 */
export function tablesOf({ results }) {
  const passes = results.filter(({ section, pass }) => section === 'passes' && pass !== 'peer');
  const peers = results.filter(({ pass }) => pass === 'peer');
  const calls = results.filter(({ section }) => section === 'boundary');
  const start = results.filter(({ section }) => section === 'start');
  const operations = results.filter(({ section }) => section === 'operations');
  const kernels = results.filter(({ section }) => section === 'operation-kernels');
  const sweeps = results.filter(({ section }) => section === 'lab-sweeps');
  const page = results.filter(({ section }) => section === 'page');
  return [
    passes.length > 0 && `### Passes, by the number of elements\n\n${passTable(passes)}`,
    peers.length > 0 && `### Others\n\n${peerTable(peers)}`,
    calls.length > 0 && `### Calls\n\n${table(['call', 'ns'], calls.map(timeOfCall))}`,
    operations.length > 0 &&
      `### Operations of four elements\n\n${table(['', 'ns an operation'], operations.map(timeOfCall))}`,
    ...trainingTables(
      results.filter(({ section }) => section === 'training'),
      (network) => `A step of training, ${network}`,
      1000,
    ),
    ...trainingTables(
      results.filter(({ section }) => section === 'lab'),
      (setting) => `A run of the training lab: ${setting}`,
      1e6,
    ),
    sweeps.length > 0 &&
      `### Sweeps of the training lab\n\n${table(
        ['sweep', 'ms'],
        sweeps.map(({ name, ms }) => [name, figure(ms.median)]),
      )}`,
    kernels.length > 0 && `### Kernels of the operations\n\n${kernelTable(kernels)}`,
    start.length > 0 &&
      `### Start\n\n${table(
        ['part', 'ms'],
        start.map(({ name, ms }) => [name, spread(ms)]),
      )}`,
    page.length > 0 && pageTables(page),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * What is wanted, and what each run gives.
 *
 * @param {Run[]} runs
 */
export function requirementTable(runs) {
  const rows = REQUIREMENTS.flatMap((requirement) => {
    const verdicts = runs.map(({ results }) => judged(requirement, results));
    if (verdicts.every((verdict) => verdict === undefined)) return [];
    const { of, unit, atMost, atLeast, aim } = requirement;
    const bound = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
    const cells = verdicts.map((verdict) =>
      verdict ? `${figure(verdict.worst)}${verdict.isMet ? '' : ' ✗'}` : '–',
    );
    return [[of, `${bound}${aim ? ` (aim ${aim})` : ''} ${unit}`.trim(), ...cells]];
  });
  if (rows.length === 0) return '';
  return table(['what', 'wanted', ...runs.map(({ environment }) => environment)], rows);
}

const timeOfCall = ({ name, ns }) => [name, spread(ns)];

// The scale pass in nanoseconds an element, all others as multiples of it.
function passTable(passes) {
  const titles = SETTINGS.map(({ title }) => title).filter((title) =>
    passes.some(({ setting }) => setting === title),
  );
  const names = [...new Set(passes.map(({ name }) => name))];
  const cell = (found) => (found.ratio ? spread(found.ratio) : `${spread(found.ns)} ns`);
  const rows = names.map((name) => [
    name,
    ...titles.map((title) => {
      const found = passes.find((one) => one.name === name && one.setting === title);
      return found ? cell(found) : '–';
    }),
  ]);
  return table(['', ...titles], rows);
}

function peerTable(peers) {
  const [{ against }] = peers;
  return table(
    ['', 'version', 'ns an element', `times the time of ${against}`],
    peers.map(({ name, version, ns, ratio }) => [name, version, spread(ns), spread(ratio)]),
  );
}

// A table for each network or scenario: its times in microseconds or, with a million, in milliseconds.
function trainingTables(results, titleOf, unit) {
  const networks = [...new Set(results.map(({ setting }) => setting))];
  return networks.map((network) => {
    const rows = results
      .filter(({ setting }) => setting === network)
      .map(({ name, version, ns, ratio }) => [
        name,
        version ?? '',
        figure(ns.median / unit),
        ratio ? spread(ratio) : '1',
      ]);
    const head = ['', 'version', unit === 1000 ? 'µs' : 'ms', 'times the package’s own'];
    return `### ${titleOf(network)}\n\n${table(head, rows)}`;
  });
}

// Products as shares of what the machine can do, passes as multiples of one that scales.
function kernelTable(kernels) {
  const rows = kernels.map(({ name, against, work, ns, ratio }) => {
    const isProduct = against === 'peak' || name === 'peak';
    const rate = work / ns.median;
    const found = !ratio
      ? ''
      : isProduct
        ? `${figure(100 / ratio.median)} % of the peak`
        : `${spread(ratio)} times ${against}`;
    return [
      name,
      isProduct ? `${figure(rate)} GFLOP/s` : `${figure(1 / rate)} ns an element`,
      found,
    ];
  });
  return table(['', 'speed', ''], rows);
}

// Of edits how long each took; of all else one figure.
function pageTables(results) {
  const edits = results.filter(({ ms }) => ms);
  const others = results.filter(({ ms }) => !ms);
  return [
    edits.length > 0 &&
      `### Edits\n\n${table(
        ['', 'edits', 'median', '95 % within', 'longest'],
        edits.map(({ name, edits, ms: { median, p95, longest } }) => [
          name,
          edits,
          ...[median, p95, longest].map((one) => `${figure(one)} ms`),
        ]),
      )}`,
    `### The page meanwhile\n\n${table(
      ['', 'found'],
      others.map(({ name, unit, value }) => [name, `${figure(value)} ${unit}`.trim()]),
    )}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

// The median and, between brackets, the quartiles.
function spread({ lower, median, upper }) {
  return `${figure(median)} [${figure(lower)}, ${figure(upper)}]`;
}

function figure(value) {
  if (value === 0) return '0';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toPrecision(3);
}
