// `node scripts/fuzz.mjs [seconds]`: reads the texts of the corpus, then ones made from them at
// random, and stops at the first that harms parse(). What it finds is left in build/fuzz.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { run } from './commands.mjs';
import { root } from './root.mjs';
import { main } from './steps.mjs';

const built = join(root, 'build/fuzz');
const fuzz = join(root, 'tests/fuzz');

await main(import.meta.url, async () => {
  const [seconds = '10'] = process.argv.slice(2);
  const onLine = console.log;
  await buildPreset('fuzz', { target: 'parse_fuzz', onLine });

  // The first folder is where texts that reach new code are kept.
  const found = join(built, 'corpus');
  mkdirSync(found, { recursive: true });
  const options = [
    `-max_total_time=${seconds}`,
    '-max_len=2000',
    '-timeout=10',
    `-dict=${join(fuzz, 'parse.dict')}`,
    `-artifact_prefix=${built}/`,
    '-print_final_stats=1',
  ];
  const program = join(built, 'tests/fuzz/parse_fuzz');
  await run(program, [...options, found, join(fuzz, 'corpus/parse')], { cwd: built, onLine });
});
