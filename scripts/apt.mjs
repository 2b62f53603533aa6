// Runs apt-get without questions. It waits for the network and for other runs of apt-get, and shows its progress.
import { setTimeout } from 'node:timers/promises';
import { CommandFailure, run } from './commands.mjs';

const settings = ['APT::Status-Fd=1', 'Acquire::Retries=3', 'APT::Update::Error-Mode=any'];
const lockMs = 2_000; // Between two checks whether another apt-get has ended.

/**
 * @typedef {object} AptOptions
 * @property {readonly string[]} [asRoot]  the command that makes another one root: `['sudo']`
 * @property {string} [cwd]
 * @property {string} [remedy]  what to do about a failure
 * @property {(text: string) => void} progress
 */

/**
 * @param {readonly string[]} args
 * @param {AptOptions} options
 */
export async function aptGet(args, { asRoot = [], cwd, remedy, progress }) {
  const [program, ...rest] = [
    ...asRoot,
    ...['env', 'LC_ALL=C', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'],
    ...settings.flatMap((setting) => ['-o', setting]),
    ...args,
  ];
  const options = { cwd, name: 'apt-get', remedy, onLine: follow };
  for (;;) {
    try {
      return await run(program, rest, options);
    } catch (error) {
      if (!(error instanceof CommandFailure && /Could not get lock/.test(error.output)))
        throw error;
    }
    progress('waiting for another apt-get');
    await setTimeout(lockMs);
  }

  /** Takes apt's progress out of the output and passes it on. @param {string} line */
  function follow(line) {
    const status = /^(dl|pm)status:.*?:([\d.]+):/.exec(line);
    if (!status) return true;
    progress(`${status[1] === 'dl' ? 'downloading' : 'unpacking'} ${Math.round(+status[2])} %`);
    return false;
  }
}
