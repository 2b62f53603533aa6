// ccache, if there is one: what one clone has compiled, no other clone compiles again.
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cachedFolder } from './cache.mjs';
import { onPath, run } from './commands.mjs';
import { writeIfChanged } from './write-if-changed.mjs';

/** The settings that all compilers share. Paths below base_dir are hashed as relative ones. */
const settings = () => `# Written by \`npm run setup\`.
cache_dir = ${cachedFolder('ccache')}
base_dir = ${resolve('.')}
# What uses a precompiled header is cached, by the sum beside it; the header itself never is, since
# it holds paths of its clone. (With pch_defines here it would be.)
sloppiness = time_macros
pch_external_checksum = true
max_size = 2G
`;

/**
 * Writes ccache's configuration, and returns the line of CMake that puts ccache before a compiler;
 * none without ccache, or where its folder cannot be written.
 *
 * @param {Record<string, string>} [environment]  further settings, for this compiler alone
 */
export function compilerCache(environment = {}) {
  if (!onPath('ccache')) return '';
  try {
    mkdirSync(cachedFolder('ccache'), { recursive: true });
  } catch {
    return '';
  }
  const path = resolve('build/toolchain/ccache.conf');
  writeIfChanged(path, settings());
  const variables = Object.entries({ CCACHE_CONFIGPATH: path, ...environment });
  const assignments = variables.map(([name, value]) => `${name}=${value}`);
  const launcher = ['env', ...assignments, 'ccache'].join(';');
  return `set(CMAKE_CXX_COMPILER_LAUNCHER "${launcher}" CACHE STRING "")\n`;
}

/**
 * ccache recognises em++ neither as the Clang that it is nor by the Clang behind it.
 *
 * @param {string | undefined} emscripten  where em++ is
 */
export async function settingsForEmscripten(emscripten) {
  if (!emscripten || !onPath('ccache')) return {};
  const llvm = (await run(join(emscripten, 'em-config'), ['LLVM_ROOT'])).trim();
  const { mtimeMs, size } = statSync(join(llvm, 'clang++'));
  return {
    CCACHE_COMPILERTYPE: 'clang',
    CCACHE_COMPILERCHECK: `string:${emscripten} ${mtimeMs} ${size}`,
  };
}
