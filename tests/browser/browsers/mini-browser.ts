// MiniBrowser, the browser that comes with WebKitGTK, driven by Playwright over its web inspector.
import { type Browser, webkit } from '@playwright/test';
import { freePort } from './free-port.ts';
import { inspectorPages, withPagesAsJson } from './inspector-pages.ts';
import { withOnePage } from './one-page.ts';
import { withProgram } from './webkit-program.ts';

/** Starts the MiniBrowser at `path`, and passes it to `use`. */
export async function withMiniBrowser(
  { path, display }: { path: string; display: string },
  use: (browser: Browser) => Promise<void>,
) {
  const inspector = `127.0.0.1:${await freePort()}`;
  const program = {
    path,
    args: ['--private', 'about:blank'],
    display,
    env: { WEBKIT_INSPECTOR_HTTP_SERVER: inspector },
    isReady: async () => (await inspectorPages(inspector)).length > 0,
  };
  await withProgram(program, () =>
    withPagesAsJson(inspector, async (url) => {
      const browser = await webkit.connectOverCDP(url);
      await use(withOnePage(browser));
      await browser.close();
    }),
  );
}
