// Imports a chunk and, where that fails, tries again: a reader may be offline for a moment.

/** Milliseconds before each further attempt. */
const WAITS = [400, 1600, 5000];

/** Counts the addresses that are made up, so that none is asked for twice. */
let again = 0;

/**
 * Resolves with the module of the first attempt that succeeds.
 *
 * @param load  as bundlers know it: `() => import('./chunk.ts')`
 * @throws The error of the last attempt.
 */
export async function importAgain<Module>(load: () => Promise<Module>): Promise<Module> {
  let attempt = load;
  for (const wait of WAITS) {
    try {
      return await attempt();
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      const [address] = /\b(?:https?|file):\S+/.exec(String(error)) ?? [];
      // Firefox, whose error has the address, never asks for the same one again. Other browsers do.
      if (address && isFirefox()) {
        const another = `${address.replace(/[?#].*/, '')}?again=${++again}`;
        attempt = () => import(/* @vite-ignore */ /* webpackIgnore: true */ another);
      }
    }
  }
  return await attempt();
}

function isFirefox(): boolean {
  return CSS.supports('-moz-orient', 'inline');
}
