// Has the service worker keep the page, once everything that is on view has been loaded.

/** Beside the pages; this module lies in a folder below. */
const ADDRESS = '../service-worker.js';

export function keepOffline(): void {
  // Where it is not allowed, the page needs the network, and that is all.
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const register = () => {
    const address = new URL(/* @vite-ignore */ ADDRESS, import.meta.url);
    navigator.serviceWorker.register(address).catch(() => {});
  };
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
