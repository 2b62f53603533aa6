// `node scripts/node-tests.mjs <folder>…`: runs the tests of these folders in Node, as many files at once
// as there are processors. Node by itself leaves one of them free, which of two is half.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from './commands.mjs';
import { Failure, main } from './steps.mjs';

/** Of a test that never ends: far more than the slowest machine takes for the longest. */
const HANGS_MS = 30 * 60_000;

await main(import.meta.url, async () => {
  const files = process.argv.slice(2).flatMap(testsIn);
  if (files.length === 0) throw new Failure('There are no tests in these folders.');
  const options = [
    // Node 20 does not leave types out by itself.
    ...(files.some((file) => file.endsWith('.ts')) ? ['--import', 'tsx'] : []),
    '--test',
    `--test-concurrency=${availableParallelism()}`,
    '--test-reporter=spec',
    `--test-timeout=${HANGS_MS}`,
  ];
  await run(process.execPath, [...options, ...files], {
    name: 'node --test',
    onLine: (line) => {
      console.log(line);
      return false; // A failure need not show it once more.
    },
  });
});

/** @param {string} folder */
function testsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, `${name}`))
    .filter((path) => /\.test\.(mjs|ts)$/.test(path))
    .sort();
}
