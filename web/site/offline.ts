// Has the service worker keep the page, once everything that is on view has been loaded.

export function keepOffline(): void {
  // Where it is not allowed, the page needs the network, and that is all.
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const register = () => {
    // It lies at the top of the site, beside the manifest; the page may lie in its language's folder.
    const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    if (!manifest) return;
    navigator.serviceWorker.register(new URL('service-worker.js', manifest.href)).catch(() => {});
  };
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
