// Builds the site's service worker, which knows all files of the site: a Vite plugin.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

const SITE = 'dist/site/';
const SOURCE = 'web/site/service-worker.ts';

/** Vite puts a hash of what a file holds into its name, but for what has a fixed address. */
const HASHED = /^assets\//;

/** Shown by others only, when somebody posts a link. */
const NOT_KEPT = /^(?:social\.png|sitemap\.xml|robots\.txt)$/;

/** @returns {import('vite').Plugin} */
export function serviceWorker() {
  return {
    name: 'service-worker',
    apply: 'build',
    async closeBundle() {
      const files = readdirSync(SITE, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          `${entry.parentPath}/${entry.name}`.replaceAll('//', '/').slice(SITE.length),
        )
        .filter((path) => !NOT_KEPT.test(path) && path !== 'service-worker.js')
        .sort();
      const listed = files.map((url) => ({
        url,
        revision: HASHED.test(url) ? null : hashOf(readFileSync(SITE + url)),
      }));
      const bundle = await rolldown({
        input: SOURCE,
        transform: {
          define: {
            SITE_FILES: JSON.stringify(listed),
            'process.env.NODE_ENV': '"production"',
          },
        },
      });
      await bundle.write({ file: `${SITE}service-worker.js`, format: 'iife', minify: true });
      await bundle.close();
    },
  };
}

/** @param {Buffer} content */
function hashOf(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
