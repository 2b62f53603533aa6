// Writes a file only if its content changes, so that nothing is rebuilt or reloaded without need.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @param {string} path
 * @param {string | Buffer} content
 */
export function writeIfChanged(path, content) {
  const bytes = Buffer.from(content);
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
}
