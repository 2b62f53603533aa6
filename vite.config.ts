// The page: web/site and all it imports, as static files for any host and any sub-path.
import { defineConfig } from 'vite';
import { bundledPackages } from './scripts/bundled-packages.mjs';
import { pythonFiles } from './scripts/python-files.mjs';
import { serviceWorker } from './scripts/service-worker.mjs';
import { shortLiterals } from './scripts/short-literals.mjs';
import { sitePages } from './scripts/site-pages.mjs';

/** The policy of the page, also in its tests: no eval, no inline style, no other host. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
].join('; ');

export default defineConfig({
  root: 'web/site',
  base: './',
  plugins: [
    // Runs before Vite's own plugins, which turn the TypeScript that it reads into JavaScript.
    { ...shortLiterals(), apply: 'build', enforce: 'pre' },
    sitePages(),
    pythonFiles(),
    serviceWorker(),
    bundledPackages('site', 'page'),
  ],
  build: {
    outDir: '../../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    // Inlines nothing, since the policy allows no data: URLs.
    assetsInlineLimit: 0,
    // Old versions of Safari without modulepreload are not worth a polyfill.
    modulePreload: { polyfill: false },
  },
  // The worker is a module like those of the page, and loads the same wasm file.
  worker: { format: 'es', plugins: () => [bundledPackages('site', 'workers')] },
  preview: {
    headers: {
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    },
  },
});
