// Playwright's `test`, for all three browsers. Playwright launches Chromium and Firefox; WebKitGTK's
// MiniBrowser opens no second page when it is told to, so its tests have one page, one after the other.
import { type Browser, type BrowserContext, test as base, expect } from '@playwright/test';
import { withMiniBrowser } from './mini-browser.ts';
import { lackOf } from './needs.ts';
import { withDisplay } from './xvfb.ts';

const none = undefined as unknown as Browser;

interface Options {
  /** Whether pages are kept for when there is no network: else each test would fetch all files first. */
  isKeptOffline: boolean;
}

interface PerWorker {
  display: string | undefined;
  miniBrowser: BrowserContext | undefined;
}

export const test = base.extend<Options & { needs: undefined }, PerWorker>({
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
    async ({ playwright, browserName }, use) => {
      if (browserName === 'webkit') return use(none);
      const browser = await playwright[browserName].launch();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  miniBrowser: [
    async ({ display, launchOptions }, use) => {
      if (!display) return use(undefined);
      await withMiniBrowser({ path: launchOptions.executablePath as string, display }, use);
    },
    { scope: 'worker' },
  ],

  context: async ({ browser, miniBrowser }, use) => {
    const context = miniBrowser ?? (await browser.newContext());
    await use(context);
    await (miniBrowser ? asNew(miniBrowser) : context.close());
  },

  page: async ({ context, miniBrowser, baseURL, isKeptOffline }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    // Playwright's own way, serviceWorkers: 'block', warns on the console, which no page here may do.
    // In WebKit one page serves all tests, and asNew() takes the workers back.
    if (!isKeptOffline && !miniBrowser) {
      await page.addInitScript(() => {
        delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
      });
    }
    const goto = page.goto;
    page.goto = async (path, options) => {
      // The context of a browser that was started elsewhere knows no base of its own.
      const { href, hash } = new URL(path, baseURL);
      // WebKit tells of no load where only the fragment changes, which Playwright would wait for.
      if (miniBrowser && hash && withoutHash(href) === withoutHash(page.url())) {
        await page.evaluate((url) => location.assign(url), href);
        return null;
      }
      return goto.call(page, href, options);
    };
    await use(page);
    page.goto = goto;
  },
});

const withoutHash = (url: string) => url.replace(/#.*/, '');

/** Takes back what a test did to the only page there is. */
async function asNew(context: BrowserContext) {
  for (const page of context.pages()) {
    page.removeAllListeners();
    await page.unrouteAll();
    await page.evaluate(forgetServiceWorkers);
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    await page.goto('about:blank');
  }
}

/** Of the page: they would answer what the next test routes, or serves anew. */
async function forgetServiceWorkers() {
  const known = await navigator.serviceWorker?.getRegistrations();
  for (const registration of known ?? []) await registration.unregister();
}

export { expect };
