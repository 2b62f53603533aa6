// The cache outside of the clone: folders that all clones share. Each of them is either complete or absent.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { Failure } from './steps.mjs';

const base =
  process.env.DROPOUT_PLAYGROUND_CACHE ||
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dropout-playground');

/** @param {string} name */
export const cachedFolder = (name) => join(base, name);

/** @param {string} name */
export const isCached = (name) => existsSync(cachedFolder(name));

/**
 * Returns the folder `name` of the cache. If it is absent, `fill` fills a folder beside it, which is renamed when it
 * is complete, so that neither a killed run nor a second one can spoil it.
 *
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 */
export async function cached(name, fill) {
  const folder = cachedFolder(name);
  if (existsSync(folder)) return folder;

  const unfinished = join(base, `unfinished-${hostname()}-${process.pid}`);
  try {
    removeAbandoned();
    mkdirSync(unfinished, { recursive: true });
  } catch (error) {
    throw new Failure(
      `The cache folder ${base} cannot be written: ${/** @type {Error} */ (error).message}`,
      'Set DROPOUT_PLAYGROUND_CACHE to a folder that can.',
    );
  }
  try {
    await fill(unfinished);
    try {
      renameSync(unfinished, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error; // If it exists, another clone was quicker: its folder is used.
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 5 });
  }
  return folder;
}

/** Removes what killed runs on this machine left unfinished. */
function removeAbandoned() {
  const mine = `unfinished-${hostname()}-`;
  for (const name of existsSync(base) ? readdirSync(base) : []) {
    if (name.startsWith(mine) && !isRunning(Number(name.slice(mine.length)))) {
      rmSync(join(base, name), { recursive: true, force: true });
    }
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
