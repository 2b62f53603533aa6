// Writes a file unless it already says the same, so that nothing is rebuilt or reloaded for it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @param {string} path
 * @param {string | Buffer} content
 */
export function writeIfChanged(path, content) {
  const bytes = Buffer.from(content);
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
}
