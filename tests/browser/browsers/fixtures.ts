// Playwright's `test`, for all three browsers. Playwright launches Chromium and Firefox; WebKitGTK's
// MiniBrowser opens no second page when it is told to, so every test starts one of its own.
import { type Browser, test as base, expect } from '@playwright/test';
import { withMiniBrowser } from './mini-browser.ts';
import { lackOf } from './needs.ts';
import { withDisplay } from './xvfb.ts';

const none = undefined as unknown as Browser;

interface Options {
  /** Whether pages are kept for when there is no network: else each test would fetch all files first. */
  isKeptOffline: boolean;
}

export const test = base.extend<Options & { needs: undefined }, { display: string | undefined }>({
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

  context: async ({ browser, display, launchOptions }, use) => {
    if (display) {
      await withMiniBrowser({ path: launchOptions.executablePath as string, display }, use);
    } else {
      const context = await browser.newContext();
      await use(context);
      await context.close();
    }
  },

  page: async ({ context, baseURL, isKeptOffline }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    // Playwright's own way, serviceWorkers: 'block', warns on the console, which no page here may do.
    if (!isKeptOffline) {
      await page.addInitScript(() => {
        delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
      });
    }
    // The context of a browser that was started elsewhere knows no base of its own.
    const goto = page.goto.bind(page);
    page.goto = (url, options) => goto(new URL(url, baseURL).href, options);
    await use(page);
  },
});

export { expect };
