// Runs apt-get: no questions, patient with the network and with other runs, saying how far it is.
import { run } from './commands.mjs';

const settings = ['APT::Status-Fd=1', 'Acquire::Retries=3', 'DPkg::Lock::Timeout=300'];

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
  await run(program, rest, {
    cwd,
    name: 'apt-get',
    remedy,
    onLine: (line) => {
      const status = /^(dl|pm)status:.*?:([\d.]+):/.exec(line);
      if (!status) return true;
      progress(`${status[1] === 'dl' ? 'downloading' : 'unpacking'} ${Math.round(+status[2])} %`);
      return false;
    },
  });
}
