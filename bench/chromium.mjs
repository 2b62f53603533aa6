// Runs the suite in Chromium, headless, on a page like any other: no special response headers, hence
// no threads for anyone.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as playwright from '@playwright/test';
import { chromium } from '../scripts/browsers.mjs';

const ORIGIN = 'http://bench.localhost/';

const TYPES = { '.wasm': 'application/wasm', '.js': 'text/javascript', '.mjs': 'text/javascript' };

/** The system's, or Playwright's own where there is none. */
export function launch() {
  const executablePath = chromium();
  return playwright.chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    ...(executablePath && { executablePath }),
  });
}

/**
 * Its version, and what the suite gives.
 *
 * @param {import('./suite.mjs').Options} options
 * @param {{ module: string, addresses: object }} files  paths from the root
 * @param {(text: string) => void} progress
 */
export async function inChromium(options, { module, addresses }, progress) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    // Files of the clone, without a server.
    await page.route(`${ORIGIN}**`, async (route) => {
      const path = join('.', decodeURIComponent(new URL(route.request().url()).pathname));
      if (path === './') {
        await route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
      } else if (existsSync(path)) {
        await route.fulfill({ contentType: TYPES[extname(path)], body: readFileSync(path) });
      } else {
        await route.fulfill({ status: 404 });
      }
    });
    await page.goto(ORIGIN);
    await page.exposeFunction('progress', progress);
    const results = await page.evaluate(
      async ({ module, options, addresses }) => {
        const { run } = await import(new URL(module, location.href).href);
        return run(options, addresses, globalThis.progress);
      },
      { module, options, addresses },
    );
    return { version: `Chromium ${browser.version()}`, results };
  } finally {
    await browser.close();
  }
}
