// `node scripts/fuzz.mjs [seconds]`: gives each fuzzer the inputs of its corpus, and then random variations of them, and
// stops at the first input that does harm: texts for parse(), and bytes as programs of operations, and as operations of
// views, which are compared with plain copies. The inputs that it finds are left in build/fuzz.
//
// Without seconds these are the same inputs on every machine, however busy it is: about a minute of a processor for each
// fuzzer.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildPreset } from './cmake.mjs';
import { run } from './commands.mjs';
import { main } from './steps.mjs';

const built = resolve('build/fuzz');
const fuzz = resolve('tests/fuzz');

// By their names: how many inputs without seconds, and their most bytes.
const FUZZERS = {
  parse: { runs: 20000, bytes: 2000 },
  operations: { runs: 4000, bytes: 600 },
  views: { runs: 4000, bytes: 300 },
};

await main(import.meta.url, async () => {
  const [seconds] = process.argv.slice(2);
  const onLine = console.log;
  for (const [name, { runs, bytes }] of Object.entries(FUZZERS)) {
    await buildPreset('fuzz', { target: `${name}_fuzz`, onLine });

    // Where inputs that reach new code are kept: to go on from next time, or to be made again.
    const found = resolve(built, seconds ? 'corpus' : 'made-again', name);
    if (!seconds) rmSync(found, { recursive: true, force: true });
    mkdirSync(found, { recursive: true });
    const corpus = resolve(fuzz, 'corpus', name);
    const dictionary = resolve(fuzz, `${name}.dict`);
    const options = [
      ...(seconds ? [`-max_total_time=${seconds}`] : [`-runs=${runs}`, '-seed=1']),
      `-max_len=${bytes}`,
      '-timeout=300', // An input takes milliseconds: this is an endless loop even on a busy machine.
      ...(existsSync(dictionary) ? [`-dict=${dictionary}`] : []),
      `-artifact_prefix=${built}/`,
      '-print_final_stats=1',
    ];
    const program = resolve(built, `tests/fuzz/${name}_fuzz`);
    const folders = [found, ...(existsSync(corpus) ? [corpus] : [])];
    await run(program, [...options, ...folders], { cwd: built, onLine });
  }
});
