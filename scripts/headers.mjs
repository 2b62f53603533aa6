// Finds header-only libraries that are installed in the system, on systems other than Debian.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const includeFolders = ['/usr/local/include', '/opt/homebrew/include', '/usr/include'];
if (process.env.DROPOUT_PLAYGROUND_INCLUDE_DIR) {
  includeFolders.unshift(process.env.DROPOUT_PLAYGROUND_INCLUDE_DIR);
}

/** The folder of xsimd's headers, if they are of version 13 or later. */
export function findXsimd() {
  const config = 'xsimd/config/xsimd_config.hpp';
  const folder = includeFolders.find((name) => existsSync(join(name, config)));
  if (!folder) return undefined;
  const major = /XSIMD_VERSION_MAJOR (\d+)/.exec(readFileSync(join(folder, config), 'utf8'))?.[1];
  return Number(major) >= 13 ? join(folder, 'xsimd') : undefined;
}

/** The folder of nlohmann-json's headers. */
export function findNlohmann() {
  const folder = includeFolders.find((name) => existsSync(join(name, 'nlohmann/json.hpp')));
  return folder && join(folder, 'nlohmann');
}
