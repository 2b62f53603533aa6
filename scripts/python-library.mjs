// The Python files of web/python/library/ as one zip, which Python imports from. Not compressed: hosts compress
// what they serve, and better.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = 'web/python/library';

/** A date in every zip, so that the same files give the same bytes. */
const DATE = new Date('2000-01-01T00:00:00');

/** @returns {Promise<Uint8Array>} */
export async function pythonLibrary() {
  // Set-up installs it, and begins with this file.
  const { zipSync } = await import('fflate');
  const files = readdirSync(SOURCE, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.py'))
    .sort();
  const contents = Object.fromEntries(
    files.map((name) => [name, readFileSync(join(SOURCE, name))]),
  );
  return zipSync(contents, { level: 0, mtime: DATE });
}

/** @param {string} folder */
export async function writePythonLibrary(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'library.zip'), await pythonLibrary());
}
