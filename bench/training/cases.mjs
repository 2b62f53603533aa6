// A step of training, here and in others: cases for rounds.mjs.
import { readOut } from '../passes.mjs';
import { timed } from '../rounds.mjs';
import { NETWORKS } from './networks.mjs';
import { ownTraining } from './own.mjs';

/**
 * @typedef {object} Trainer
 * @property {string} name
 * @property {string} [version]
 * @property {() => unknown} [prepare]  before each sample, outside of its time
 * @property {(steps: number) => number | Promise<number>} train  gives the loss of the last step
 * @property {(steps: number) => Promise<number>} [sample]  of one that keeps its own time
 * @property {() => void} [dispose]
 */

/**
 * For each network the cases, all of which are compared with the package's own.
 *
 * @param {object} torch
 * @param {(network: import('./networks.mjs').Network) => Promise<Trainer[]>} others
 */
export async function trainingCases(torch, others) {
  const all = [];
  for (const network of NETWORKS) {
    const own = ownTraining(torch, network);
    const trainers = [own, ...(await others(network))];
    for (const trainer of trainers) await checkThatItLearns(trainer);
    const cases = trainers.map(({ name, version, prepare, train, sample, dispose }) => {
      const steps = timed(async (times) => readOut(await train(times)));
      return {
        name,
        ...(version && { version }),
        ...(name !== own.name && { against: own.name }),
        sample:
          sample ??
          (async (times) => {
            await prepare?.();
            return steps(times);
          }),
        end: dispose,
      };
    });
    all.push({ network, cases });
  }
  return all;
}

/** So that nobody is compared with who does something else: the loss of made-up examples goes down. */
async function checkThatItLearns({ name, prepare, train }) {
  await prepare?.();
  const before = await train(1);
  // The least of several, since masks make a single loss jump.
  const losses = [];
  for (let i = 0; i < 10; i++) losses.push(await train(20));
  const after = Math.min(...losses);
  if (!(after < before))
    throw new Error(`${name} does not learn: a loss of ${before}, then ${after}`);
}
