// `node scripts/fuzz.mjs [seconds]`: gives parse() the texts of the corpus, and then random variations of them, and
// stops at the first text that does harm. The texts that it finds are left in build/fuzz.
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

  // libFuzzer keeps texts that reach new code in the first folder.
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
