// A browser that opens no second page when it is told to: each test gets the one it has, emptied.
import type { Browser, BrowserContext, Page } from '@playwright/test';

/** Has Playwright's fixtures take the browser's only context and page for new ones. */
export function withOnePage(browser: Browser): Browser {
  const [context] = browser.contexts() as [BrowserContext];
  const [page] = context.pages() as [Page];
  browser.newContext = async () => context;
  context.newPage = async () => page;
  context.close = () => empty(page);
  return browser;
}

/** Takes back what a test did to the page; its profile is private, and stores nothing on the disk. */
async function empty(page: Page) {
  page.removeAllListeners();
  await page.unrouteAll();
  await page.evaluate(forgetWhatIsStored);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.goto('about:blank');
}

/**
 * Of the origin that the page is on. Service workers would answer what the next test routes, or serves
 * anew. Other origins are servers of one test each, whose ports no later test has.
 */
async function forgetWhatIsStored() {
  const known = await navigator.serviceWorker?.getRegistrations();
  for (const registration of known ?? []) await registration.unregister();
}
