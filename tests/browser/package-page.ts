// The package on a page of the tests: it lies outside the site, and serve.mjs hands it out from the same
// origin.
import type { Page } from '@playwright/test';

/** Opens the page, beside which `package/` is then what npm would install. */
export const openPackage = (page: Page) => page.goto('./');
