// The service worker's part that keeps files once they have been used: what only some readers need, and is large.

/** As browsers send it to a service worker. */
interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
  waitUntil(task: Promise<unknown>): void;
}

const CACHE = 'kept-after-use';

/**
 * From now on keeps these files of the site when they have been fetched, and forgets those of earlier versions.
 *
 * @param paths From the site's top. Each names a content for ever, by a hash or a version in it.
 */
export function keepAfterUse(paths: readonly string[]): void {
  const addresses = new Set(paths.map((path) => new URL(path, location.href).href));
  addEventListener('activate', (event) =>
    (event as FetchEvent).waitUntil(forget((address) => !addresses.has(address))),
  );
  addEventListener('fetch', (event) => {
    const asked = event as FetchEvent;
    if (addresses.has(asked.request.url)) asked.respondWith(keptOrFetched(asked));
  });
}

async function keptOrFetched(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  // Where there is no room, it is fetched again.
  if (response.ok) event.waitUntil(cache.put(request.url, response.clone()).catch(() => {}));
  return response;
}

async function forget(isOld: (address: string) => boolean): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) if (isOld(url)) await cache.delete(url);
}
