// A Node process of its own for a function: one where the package is not loaded yet, and with flags.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What `program(...args)` resolves to in a fresh process. The function's text is what crosses, so it
 * sees nothing around it but its arguments, which cross as JSON, as its result does.
 *
 * Rejects, with what the process wrote to stderr, if the function throws or the process dies.
 */
export async function inFreshProcess(program, { args = [], flags = [] } = {}) {
  const main = `
    const result = await (${program})(...${JSON.stringify(args)});
    process.stdout.write(JSON.stringify(result ?? null));
  `;
  const command = [...flags, '--input-type=module', '--eval', main];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root });
  return JSON.parse(stdout);
}
