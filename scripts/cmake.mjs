// `node scripts/cmake.mjs <preset> [--test]`: configures if needed, builds, and runs the C++ tests.
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from './commands.mjs';
import { root } from './root.mjs';
import { main } from './steps.mjs';

/**
 * Builds a target of a preset, or all.
 *
 * @param {string} preset
 * @param {{ target?: string, onLine?: (line: string) => void }} [options]
 */
export async function buildPreset(preset, { target = 'all', onLine } = {}) {
  // Ninja itself configures again when a CMakeLists.txt changes, but knows neither of these files.
  const kind = preset.startsWith('wasm') ? 'wasm' : 'native';
  const sources = ['CMakePresets.json', `build/toolchain/${kind}.cmake`];
  const configured = modified(`build/${preset}/build.ninja`);
  if (sources.some((path) => modified(path) >= configured)) {
    await run('cmake', ['--preset', preset, '--fresh'], { cwd: root, onLine });
  }
  await run('cmake', ['--build', '--preset', preset, '--target', target], { cwd: root, onLine });
}

/** When a file of the clone was changed, or 0 if it is absent. @param {string} path */
const modified = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

await main(import.meta.url, async () => {
  const [preset, ...options] = process.argv.slice(2);
  const onLine = console.log;
  await buildPreset(preset, { onLine });
  if (options.includes('--test')) {
    const jobs = `${availableParallelism()}`;
    const args = ['--preset', preset, '--no-tests=error', '--parallel', jobs];
    await run('ctest', args, { cwd: root, onLine });
  }
});
