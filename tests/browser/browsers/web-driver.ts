// MiniBrowser, driven by WebKitWebDriver: its keys are real ones, which is why it is here.
import { Builder, type WebDriver } from 'selenium-webdriver';
import { freePort } from './free-port.ts';
import { withProgram } from './webkit-program.ts';

/** Starts the MiniBrowser at `path`, and passes the driver of its only page to `use`. */
export async function withWebDriver(
  { path, display }: { path: string; display: string },
  use: (driver: WebDriver) => Promise<void>,
) {
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  const program = {
    path: 'WebKitWebDriver',
    args: [`--port=${port}`],
    display,
    isReady: async () => (await fetch(`${server}/status`)).ok,
  };
  await withProgram(program, async () => {
    const driver = await new Builder()
      .usingServer(server)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: path, args: ['--automation'] },
      })
      .build();
    try {
      await use(driver);
    } finally {
      await driver.quit();
    }
  });
}
