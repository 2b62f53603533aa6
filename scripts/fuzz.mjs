// `node scripts/fuzz.mjs [seconds]`: reads the texts of the corpus, then ones made from them at
// random, and stops at the first that harms parse(). What it finds is left in build/fuzz.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { run } from './commands.mjs';
import { main } from './steps.mjs';

const built = resolve('build/fuzz');
const fuzz = resolve('tests/fuzz');

await main(import.meta.url, async () => {
  const [seconds = '10'] = process.argv.slice(2);
  const onLine = console.log;
  await buildPreset('fuzz', { target: 'parse_fuzz', onLine });

  // The first folder is where texts that reach new code are kept.
  const found = resolve(built, 'corpus');
  mkdirSync(found, { recursive: true });
  const options = [
    `-max_total_time=${seconds}`,
    '-max_len=2000',
    '-timeout=10',
    `-dict=${resolve(fuzz, 'parse.dict')}`,
    `-artifact_prefix=${built}/`,
    '-print_final_stats=1',
  ];
  const program = resolve(built, 'tests/fuzz/parse_fuzz');
  await run(program, [...options, found, resolve(fuzz, 'corpus/parse')], { cwd: built, onLine });
});
