// Playwright's `test`, for all three browsers: Playwright launches Chromium and Firefox, and WebKitGTK's
// MiniBrowser is started here.
//
// Tests of the open page share it, see kept-page.ts. The other tests of a worker share one context, which
// Playwright's `reuseContext` empties before each: it
// closes further pages and takes back routes, init scripts, bindings, listeners, viewport, emulated
// media, the mouse, cookies, storage and service workers. It does not take back permissions, headers
// and being offline: a test that wants those makes a context of its own with `browser.newContext()`.
// The cache of files stays, which is what makes it quick; the server says that each is asked for anew.
// After a failure nothing is shared: Playwright ends the worker, and its browser with it.
import { test as base, expect, type Page } from '@playwright/test';
import { KeptPage } from './kept-page.ts';
import { withMiniBrowser } from './mini-browser.ts';
import { lackOf } from './needs.ts';
import { withDisplay } from './xvfb.ts';

interface Options {
  /** Whether pages are kept for when there is no network: else each test would fetch all files first. */
  isKeptOffline: boolean;
}

interface OfWorker {
  display: string | undefined;
  /** For tests that share a page. */
  keptPage: KeptPage;
}

export const test = base.extend<Options & { needs: undefined }, OfWorker>({
  isKeptOffline: [false, { option: true }],

  needs: [
    async ({ browserName }, use, testInfo) => {
      const lack = lackOf(browserName, testInfo.tags);
      testInfo.skip(lack !== undefined, lack);
      await use(undefined);
    },
    { auto: true },
  ],

  display: [
    async ({ browserName }, use) => {
      await (browserName === 'webkit' ? withDisplay(use) : use(undefined));
    },
    { scope: 'worker' },
  ],

  browser: [
    async ({ playwright, browserName, display, launchOptions }, use) => {
      if (display) {
        await withMiniBrowser({ path: launchOptions.executablePath as string, display }, use);
        return;
      }
      const browser = await playwright[browserName].launch();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  keptPage: [
    async ({ browser }, use, { project }) => {
      const { baseURL = '', locale = '' } = project.use;
      const kept = await KeptPage.of(browser, { baseURL, locale });
      if (project.name !== 'webkit') await withoutServiceWorkers(kept.page);
      await use(kept);
      await kept.page.context().close();
    },
    { scope: 'worker' },
  ],

  page: async ({ page, browserName, baseURL, isKeptOffline }, use) => {
    if (browserName === 'webkit') {
      await withGoto(page, baseURL as string, use);
      return;
    }
    if (!isKeptOffline) await withoutServiceWorkers(page);
    await use(page);
  },
});

/** Playwright's own way, serviceWorkers: 'block', warns on the console, which no page here may do. */
async function withoutServiceWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
  });
}

/** Has WebKit's page go where Playwright's goes. */
export async function withGoto(
  page: Page,
  baseURL: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const goto = page.goto;
  page.goto = async (path, options) => {
    // The context of a browser that was started elsewhere knows no base of its own.
    const { href, hash } = new URL(path, baseURL);
    // WebKit tells of no load where only the fragment changes, which Playwright would wait for.
    if (hash && withoutHash(href) === withoutHash(page.url())) {
      await page.evaluate((url) => location.assign(url), href);
      return null;
    }
    return goto.call(page, href, options);
  };
  await use(page);
  page.goto = goto;
}

const withoutHash = (url: string) => url.replace(/#.*/, '');

export { expect };
