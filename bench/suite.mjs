// All that is measured inside of one environment, section by section; the same in Node and in a
// browser.
import { boundary } from './boundary.mjs';
import { runCases, sweepTimes } from './lab/cases.mjs';
import { overhead } from './operations.mjs';
import { layerName, passesOf, readOut, SETTINGS } from './passes.mjs';
import { checkDropout, P, SIZE } from './peers/peers.mjs';
import { measure, QUICK, THOROUGH, timed } from './rounds.mjs';
import { trainingCases } from './training/cases.mjs';

/** Of dropout, and of the operations of dropout-playground/torch. */
export const DROPOUT = ['kernels', 'peers', 'boundary'];
export const OPERATIONS = ['operations', 'training'];
export const LAB = ['lab', 'lab-sweeps'];

/**
 * @typedef {object} Options
 * @property {boolean} quick         fewer and shorter samples
 * @property {string[]} [only]       some of both
 * @property {string[]} [engines]
 * @property {number[]} [sizes]
 */

/**
 * @typedef {object} Environment
 * @property {object} playground    playground.ts, loaded
 * @property {import('dropout-playground').Playground} shipped
 * @property {() => Promise<object>} torch  of dropout-playground/torch, loaded
 * @property {() => Promise<object[]>} peers
 * @property {(network: object) => Promise<object[]>} trainers
 * @property {() => Promise<object>} lab  lab/lab.ts
 * @property {(source: string) => Promise<object>} [pytorchProgram]  runs a program there
 * @property {(text: string) => unknown} progress
 */

/**
 * Resolves to one entry for each case, as measure() gives them.
 *
 * @param {Environment} environment
 * @param {Options} options
 */
export async function runSuite(environment, options) {
  const { playground, shipped, torch, peers, trainers, progress } = environment;
  const { quick, only = DROPOUT, engines = playground.ENGINES, sizes } = options;
  const rigour = quick ? QUICK : THOROUGH;
  const results = [];
  const run = async (section, title, cases) => {
    const measured = await measure(cases, rigour, (text) => progress(`${title}: ${text}`));
    results.push(...measured.map((one) => ({ section, setting: title, ...one })));
  };

  for (const setting of SETTINGS) {
    const { title, elements, pairs } = setting;
    const withKernels = only.includes('kernels') && (sizes?.includes(elements) ?? true);
    const withPeers = only.includes('peers') && elements === SIZE && pairs === 1;
    if (!withKernels && !withPeers) continue;
    const { cases, dispose } = passesOf(playground, setting, engines);
    const rivals = withPeers ? await casesOf(await peers(), fastestOf(engines)) : [];
    await run('passes', title, [...cases, ...rivals]);
    dispose();
    for (const { end } of rivals) end?.();
  }
  if (only.includes('boundary')) await run('boundary', 'calls', boundary(shipped));
  if (only.includes('operations')) await run('operations', 'overhead', overhead(await torch()));
  if (only.includes('training')) {
    for (const { network, cases } of await trainingCases(await torch(), trainers)) {
      await run('training', network.name, cases);
      for (const { end } of cases) end?.();
    }
  }
  if (only.includes('lab')) {
    const { lab, pytorchProgram } = environment;
    for (const { setting, cases } of await runCases(await lab(), await torch(), pytorchProgram)) {
      await run('lab', setting, cases);
      for (const { end } of cases) end?.();
    }
  }
  if (only.includes('lab-sweeps')) {
    results.push(...(await sweepTimes(await environment.lab(), await torch(), progress)));
  }
  return results;
}

// What the peers are compared with: the engine made for speed or, without it, the default.
const fastestOf = (engines) => (engines.includes('fast') ? 'fast' : engines[0]);

async function casesOf(peers, engine) {
  const cases = [];
  for (const { name, version, sameBits, prepare, dropout, sample, dispose } of peers) {
    if (dropout) checkDropout(name, await dropout());
    const calls = async (times) => {
      for (let i = 0; i < times; ++i) readOut(await dropout());
    };
    cases.push({
      name,
      version,
      ...(sameBits && { sameBits }),
      pass: 'peer',
      elements: SIZE,
      against: layerName(engine, P),
      sample:
        sample ??
        (async (times) => {
          await prepare?.();
          return timed(calls)(times);
        }),
      end: dispose,
    });
  }
  return cases;
}
