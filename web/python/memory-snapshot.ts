// The memory of an interpreter that has just started, kept in the browser: the next one starts from it in a third of
// the time. It is 31 MB, so that only the site keeps it, and only for this one version.

const CACHE = 'python-snapshot';

/** Where an interpreter finds the memory of an earlier one. */
export interface SnapshotStore {
  read(): Promise<Uint8Array | undefined>;
  /** @throws Error, by a rejection, where there is no room. */
  keep(snapshot: Uint8Array): Promise<void>;
}

/**
 * The browser's Cache Storage.
 *
 * @param address What stands for the version of all that is in the memory. Nothing is ever fetched from there.
 */
export function keptSnapshots(address: string): SnapshotStore {
  return {
    async read() {
      const cache = await caches.open(CACHE);
      const kept = await cache.match(address);
      return kept && new Uint8Array(await kept.arrayBuffer());
    },
    async keep(snapshot) {
      const cache = await caches.open(CACHE);
      for (const earlier of await cache.keys()) await cache.delete(earlier);
      await cache.put(address, new Response(snapshot as Uint8Array<ArrayBuffer>));
    },
  };
}
