// A Vite plugin that builds the site's service worker with the lists of all files of the site.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { bundledPackages } from './bundled-packages.mjs';

const SOURCE = fileURLToPath(new URL('../web/site/service-worker.ts', import.meta.url));

const NAME = 'service-worker.js';

/** Files whose names have a hash of their content. Vite gives one to all files without a fixed address. */
const HASHED = /^assets\//;

/** Files that only other sites, search engines and lawyers read, and what programs in posts run in. */
const NOT_KEPT =
  /^(?:social\.png|sitemap\.xml|robots\.txt|(?:embed\/)?THIRD-PARTY-NOTICES\.txt|embed\/python-.*)$/;

/** Files that are kept when they have been used: each has a hash or a version in its name. */
const OF_PYTHON = /^python\//;

/** @returns {import('vite').Plugin} */
export function serviceWorker() {
  let site = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ root, build }) {
      site = resolve(root, build.outDir);
    },
    closeBundle: () => writeServiceWorker(site),
  };
}

/**
 * Writes the service worker for the files that are in the site's folder now.
 *
 * @param {string} site
 */
export async function writeServiceWorker(site) {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !NOT_KEPT.test(path) && path !== NAME)
    .sort();
  const ofPage = files.filter((path) => !OF_PYTHON.test(path));
  const listed = ofPage.map((url) => ({
    url,
    revision: HASHED.test(url) ? null : hashOf(readFileSync(join(site, url))),
  }));
  const bundle = await rolldown({
    input: SOURCE,
    plugins: [bundledPackages('site', 'service-worker')],
    transform: {
      define: {
        SITE_FILES: JSON.stringify(listed),
        PYTHON_FILES: JSON.stringify(files.filter((path) => OF_PYTHON.test(path))),
        'process.env.NODE_ENV': '"production"',
      },
    },
  });
  await bundle.write({ file: join(site, NAME), format: 'iife', minify: true });
  await bundle.close();
}

/** @param {Buffer} content */
function hashOf(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
