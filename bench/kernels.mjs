// The kernels of the operations, timed by a program of their own (wasm/kernels.cpp).
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { summary } from './statistics.mjs';

/**
 * An entry for each kernel: `ns` of a call, and against what it is measured `ratio`, of the times of equal work.
 *
 * @param {string} program
 * @param {number} rounds
 */
export async function measureKernels(program, rounds) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-liftoff', program, String(rounds)],
    { maxBuffer: 2 ** 26 },
  );
  const all = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return all.map(({ name, against, work, ns }) => {
    const other = all.find((one) => one.name === against && one.name !== name);
    return {
      section: 'operation-kernels',
      name,
      work,
      ns: summary(ns),
      ...(other && {
        against,
        ratio: summary(ns.map((one, i) => one / work / (other.ns[i] / other.work))),
      }),
    };
  });
}
