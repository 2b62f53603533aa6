// `node scripts/cmake.mjs <preset> [--test]`: configures if needed, builds, and runs the C++ tests.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from './commands.mjs';
import { main } from './steps.mjs';

/**
 * Builds a target of a preset, or all.
 *
 * @param {string} preset
 * @param {{ target?: string, onLine?: (line: string) => void }} [options]
 */
export async function buildPreset(preset, { target = 'all', onLine } = {}) {
  if (!isConfigured(preset)) await run('cmake', ['--preset', preset, '--fresh'], { onLine });
  await run('cmake', ['--build', '--preset', preset, '--target', target], { onLine });
}

/**
 * Whether the build folder is configured. Ninja itself configures again when a CMakeLists.txt changes, but not when
 * one of these files changes, nor when a clone has been moved.
 *
 * @param {string} preset
 */
function isConfigured(preset) {
  const kind = preset.startsWith('wasm') ? 'wasm' : 'native';
  const sources = ['CMakePresets.json', `build/toolchain/${kind}.cmake`];
  try {
    const configured = statSync(`build/${preset}/build.ninja`).mtimeMs;
    const cache = readFileSync(`build/${preset}/CMakeCache.txt`, 'utf8');
    const home = /^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$/m.exec(cache)?.[1] ?? '';
    const isHere = realpathSync(home) === realpathSync('.');
    return isHere && sources.every((path) => statSync(path).mtimeMs < configured);
  } catch {
    return false; // One of the files is missing.
  }
}

await main(import.meta.url, async () => {
  const [preset, ...options] = process.argv.slice(2);
  const onLine = console.log;
  await buildPreset(preset, { onLine });
  if (options.includes('--test')) {
    const jobs = `${availableParallelism()}`;
    const args = ['--preset', preset, '--no-tests=error', '--parallel', jobs];
    await run('ctest', args, { onLine });
  }
});
