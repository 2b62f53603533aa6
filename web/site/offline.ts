// Has the service worker keep the page, once everything that is on view has been loaded.

export function keepOffline(): void {
  // Where it is not allowed, the page needs the network, and that is all.
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  // What fails is a rejection: in some sandboxes the service workers cannot even be asked for.
  const register = async () => {
    // It lies at the top of the site, beside the manifest; the page may lie in its language's folder.
    const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    if (!manifest) return;
    await navigator.serviceWorker.register(new URL('service-worker.js', manifest.href));
  };
  const tryToRegister = () => void register().catch(() => {});
  if (document.readyState === 'complete') tryToRegister();
  else window.addEventListener('load', tryToRegister, { once: true });
}
