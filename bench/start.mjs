// load() to the first result, in Node processes of their own: after the import, and the import.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { summary } from './statistics.mjs';

const PROGRAM = `
  const begin = performance.now();
  const { load } = await import('dropout-playground');
  const imported = performance.now();
  const { tensor, Dropout, Generator } = await load();
  const loaded = performance.now();
  const generator = new Generator('torch-cpu').manualSeed(42);
  const text = String(new Dropout(0.5, { generator }).forward(tensor([1, 2, 3, 4])));
  const done = performance.now();
  if (text !== 'tensor([2., 4., 6., 8.])') throw new Error(text);
  console.log(JSON.stringify({
    'import': imported - begin, 'load()': loaded - imported, 'first result': done - loaded,
    'load() to first result': done - imported,
  }));
`;

/**
 * Milliseconds of each part.
 *
 * @param {number} processes
 * @param {(text: string) => void} progress
 */
export async function measureStart(processes, progress) {
  const runs = [];
  for (let i = 1; i <= processes; ++i) {
    progress(`process ${i} of ${processes}`);
    const args = ['--input-type=module', '--eval', PROGRAM];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    runs.push(JSON.parse(stdout));
  }
  return Object.keys(runs[0]).map((name) => ({
    section: 'start',
    name,
    ms: summary(runs.map((run) => run[name])),
  }));
}
