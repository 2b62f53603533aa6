// Registers the service worker, which keeps the page, after everything in sight has been loaded.

export function keepOffline(): void {
  // Without a service worker the page works as well, but needs the network.
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  // An async function turns every failure into a rejection. In some sandboxes the mere access to the service
  // workers throws.
  const register = async () => {
    // The service worker lies at the top of the site, beside the manifest. The page may lie in a folder.
    const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    if (!manifest) return;
    await navigator.serviceWorker.register(new URL('service-worker.js', manifest.href));
  };
  const tryToRegister = () => void register().catch(() => {});
  if (document.readyState === 'complete') tryToRegister();
  else window.addEventListener('load', tryToRegister, { once: true });
}
