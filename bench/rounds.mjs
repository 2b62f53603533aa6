// Interleaved measurement: in each round every case runs once, in an order drawn anew, so that what
// slows the machine down for a while slows all of them.
import { summary } from './statistics.mjs';

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {number} [elements]  that one call goes through: its time is given for one of them
 * @property {string} [against]   name of the case that its time is divided by, round for round
 * @property {(times: number) => number | Promise<number>} sample  makes that many calls, and tells
 *   the milliseconds they took
 */

/**
 * @typedef {object} Rigour
 * @property {number} rounds
 * @property {number} sampleMs  what a sample takes at least: far more than a clock's resolution
 * @property {number} warmUpMs  what each case runs for at first, until its code is compiled for good
 */

/** @type {Rigour} */
export const THOROUGH = { rounds: 21, sampleMs: 8, warmUpMs: 200 };

/** @type {Rigour} */
export const QUICK = { rounds: 7, sampleMs: 3, warmUpMs: 40 };

const ORDER_SEED = 42;

/**
 * Each case with `ns`, nanoseconds for a call or an element, and `ratio`, which is not the quotient of
 * two medians but the median of the quotients within a round.
 *
 * @param {readonly Case[]} cases
 * @param {Rigour} rigour
 * @param {(text: string) => unknown} progress
 */
export async function measure(cases, rigour, progress) {
  const times = new Map();
  for (const one of cases) {
    await progress(`warming up: ${one.name}`);
    times.set(one.name, await warmUp(one, rigour));
  }

  const samples = new Map(cases.map(({ name }) => [name, []]));
  const random = mulberry32(ORDER_SEED);
  for (let round = 1; round <= rigour.rounds; ++round) {
    await progress(`round ${round} of ${rigour.rounds}`);
    for (const { name, sample } of shuffled(cases, random)) {
      samples.get(name).push((await sample(times.get(name))) / times.get(name));
    }
  }

  return cases.map(({ sample, end: _, ...described }) => {
    const { name, elements = 1, against } = described;
    const own = samples.get(name);
    const others = against && samples.get(against);
    return {
      ...described,
      ns: summary(own.map((ms) => (ms * 1e6) / elements)),
      ...(others && { ratio: summary(own.map((ms, round) => ms / others[round])) }),
    };
  });
}

// How many calls make a sample, once the engine has stopped making them faster.
async function warmUp({ sample }, { sampleMs, warmUpMs }) {
  const end = performance.now() + warmUpMs;
  for (let times = 1; ; ) {
    const ms = await sample(times);
    if (ms < sampleMs) times *= 2;
    else if (performance.now() > end) return times;
  }
}

function shuffled(list, random) {
  const result = [...list];
  for (let i = result.length - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

// Source: Tommy Ettinger's mulberry32.
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A `sample` of something that keeps no time itself.
 *
 * @param {(times: number) => unknown} run
 */
export function timed(run) {
  return async (times) => {
    const start = performance.now();
    await run(times);
    return performance.now() - start;
  };
}
