// Where and of what a run was made.
import { execFileSync } from 'node:child_process';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

export function machine() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    // What else ran there: of the last five minutes, with the bench itself, which takes one.
    load: Number(loadavg()[1].toFixed(1)),
    system: `${type()} ${release()}, ${arch()}`,
  };
}

/** The commit, with a plus where the working tree differs from it. */
export function commit() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--', 'src', 'web', 'bench/wasm') !== '';
  return git('rev-parse', '--short=10', 'HEAD') + (isChanged ? '+' : '');
}
