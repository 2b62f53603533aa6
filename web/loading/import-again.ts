// Imports a chunk and, where that fails, tries again: a reader may be offline for a moment.

/** Milliseconds before each further attempt. */
const WAITS = [400, 1600, 5000];

/**
 * Resolves with the module of the first attempt that succeeds.
 *
 * @param load  as bundlers know it: `() => import('./chunk.ts')`
 * @throws The error of the last attempt.
 */
export async function importAgain<Module>(load: () => Promise<Module>): Promise<Module> {
  for (const wait of WAITS) {
    try {
      return await importOnce(load);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return await importOnce(load);
}

async function importOnce<Module>(load: () => Promise<Module>): Promise<Module> {
  if (isFirefox()) await isThere(load);
  return await load();
}

/**
 * Firefox never imports again what failed once, nor what imports it. So there a chunk is fetched first, as often as it
 * takes, and imported from the browser's cache.
 *
 * @throws TypeError if it is not there.
 */
async function isThere(load: () => unknown): Promise<void> {
  // Bundlers put chunks into one folder and write their names in here, or have a way of their own to load them.
  const [, , file] = /\bimport\((["'`])\.\/(.+?)\1/.exec(String(load)) ?? [];
  if (file === undefined) return;
  // As a URL made of a name and import.meta.url it would be a file to them, which they look for.
  const response = await fetch(import.meta.url.replace(/[^/]*$/, file));
  if (!response.ok) throw new TypeError(`${response.url}: ${response.status}`);
  await response.blob();
}

function isFirefox(): boolean {
  return CSS.supports('-moz-orient', 'inline');
}
