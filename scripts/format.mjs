// `npm run format`: writes every file as biome.json and .clang-format want it. With --check it only
// says what is wrong, and lints.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands.mjs';
import { main } from './steps.mjs';

await main(import.meta.url, async () => {
  const check = process.argv.includes('--check');
  const biome = 'node_modules/.bin/biome';
  const options = { onLine: console.log };
  await run(biome, check ? ['check', '--error-on-warnings'] : ['check', '--write'], options);
  await run('clang-format-19', [...(check ? ['--dry-run', '-Werror'] : ['-i']), ...cpp()], options);
});

/** The C++ files of the project. */
function cpp() {
  return ['src', 'tests/cpp', 'tests/fuzz', 'bench/wasm'].flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder, { recursive: true }) : [])
      .map((name) => join(folder, `${name}`))
      .filter((path) => /\.[ch]pp$/.test(path)),
  );
}
