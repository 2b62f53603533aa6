// A page that the tests of a worker share: what a load costs is paid once, and after a failure, since Playwright
// ends the worker then. Its context is none of Playwright's `reuseContext`, which leaves the page before each test.
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

export class KeptPage {
  readonly page: Page;
  readonly #browserName: string;
  readonly #size: { width: number; height: number } | null;

  private constructor(page: Page, browserName: string) {
    this.page = page;
    this.#browserName = browserName;
    this.#size = page.viewportSize();
  }

  /** Opens an empty page in a context of its own. */
  static async of(browser: Browser, options: BrowserContextOptions): Promise<KeptPage> {
    const context = await browser.newContext(options);
    return new KeptPage(await context.newPage(), browser.browserType().name());
  }

  /** Takes back what a test did around the document. */
  async takeBack(): Promise<void> {
    const { page } = this;
    page.removeAllListeners();
    await page.unrouteAll();
    // Another page may have been opened above it, and one out of sight gets no frames.
    await page.bringToFront();
    const size = page.viewportSize();
    if (
      this.#size &&
      size &&
      (size.width !== this.#size.width || size.height !== this.#size.height)
    )
      await page.setViewportSize(this.#size);
    if (this.#browserName === 'firefox') {
      // It comes a moment later; and not at all if a test left it in a bar of the browser.
      const hasFocus = () => document.hasFocus();
      await page.waitForFunction(hasFocus, undefined, { timeout: 3000 }).catch(() => {});
      return;
    }
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
    if (this.#browserName === 'webkit') return;
    await page.emulateMedia({ forcedColors: null });
    await page.mouse.move(0, 0);
  }
}
