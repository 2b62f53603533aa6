// `node scripts/fuzz.mjs [seconds]`: gives parse() the texts of the corpus, and then random variations of them, and
// stops at the first text that does harm. The texts that it finds are left in build/fuzz.
//
// Without seconds these are the same texts on every machine, however busy it is.
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { run } from './commands.mjs';
import { main } from './steps.mjs';

const built = resolve('build/fuzz');
const fuzz = resolve('tests/fuzz');

await main(import.meta.url, async () => {
  const [seconds] = process.argv.slice(2);
  const onLine = console.log;
  await buildPreset('fuzz', { target: 'parse_fuzz', onLine });

  // Where texts that reach new code are kept: to go on from next time, or to be made again.
  const found = resolve(built, seconds ? 'corpus' : 'made-again');
  if (!seconds) rmSync(found, { recursive: true, force: true });
  mkdirSync(found, { recursive: true });
  const options = [
    ...(seconds ? [`-max_total_time=${seconds}`] : ['-runs=20000', '-seed=1']),
    '-max_len=2000',
    '-timeout=300', // A text takes milliseconds: this is an endless loop even on a busy machine.
    `-dict=${resolve(fuzz, 'parse.dict')}`,
    `-artifact_prefix=${built}/`,
    '-print_final_stats=1',
  ];
  const program = resolve(built, 'tests/fuzz/parse_fuzz');
  await run(program, [...options, found, resolve(fuzz, 'corpus/parse')], { cwd: built, onLine });
});
