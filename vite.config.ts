// The page: web/site and all it imports, as static files for any host and any sub-path.
import { defineConfig } from 'vite';
import { serviceWorker } from './scripts/service-worker.mjs';
import { shortLiterals } from './scripts/short-literals.mjs';
import { sitePages } from './scripts/site-pages.mjs';

/** What the page runs under, here and in its tests: no eval, no inline style, no other host. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
].join('; ');

export default defineConfig({
  root: 'web/site',
  base: './',
  plugins: [
    // Before Vite's own, which bring what it reads out of TypeScript.
    { ...shortLiterals(), apply: 'build', enforce: 'pre' },
    sitePages(),
    serviceWorker(),
  ],
  build: {
    outDir: '../../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    // The policy allows no data: URLs.
    assetsInlineLimit: 0,
    // Safari's missing modulepreload is not worth a polyfill.
    modulePreload: { polyfill: false },
  },
  // As the page's own modules: it shares their wasm.
  worker: { format: 'es' },
  preview: {
    headers: {
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    },
  },
});
