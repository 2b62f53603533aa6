// The package on a page of the tests: it lies outside the site, so a route hands it out from the same
// origin.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

const dist = new URL('../../dist/', import.meta.url);

/** Opens the page, beside which `package/` is then what npm would install. */
export async function openPackage(page: Page): Promise<void> {
  await page.route('**/package/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace(/^.*\/package\//, '');
    const contentType = path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
    await route.fulfill({ contentType, body: readFileSync(new URL(path, dist)) });
  });
  await page.goto('./');
}
