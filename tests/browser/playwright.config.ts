// Browser tests run on the built page, served with the security policy it is meant to live under, in
// the browsers of the system. Debian has three: Chromium, Firefox and WebKitGTK's MiniBrowser.
import { defineConfig, type Project } from '@playwright/test';
import * as paths from '../../scripts/browsers.mjs';
import { ofEveryEngine } from './browsers/needs.ts';

const ofWebKit = 'webkit-*.spec.ts';

// Far from 4173, from which `npm start` counts up.
const PORT = 4273;

// Of Chromium and Firefox, for two cores. WebKit's inspector waits 40 ms of each call for its own
// sockets, while other browsers have the time.
const MOST_BUSY = 2;

/** Of Firefox and WebKit; scripts/test-browser.mjs says when it is every test. */
const grep = process.env.EVERY_TEST ? /./ : ofEveryEngine;

/** Playwright's own where the system has none. */
function chromium(executablePath: string | undefined): Project {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const launchOptions = { ...(executablePath && { executablePath }), args };
  return {
    name: 'chromium',
    testIgnore: ofWebKit,
    workers: MOST_BUSY,
    use: { browserName: 'chromium', launchOptions, reuseContext: true },
  };
}

/** As Mozilla or Debian build it, by WebDriver BiDi. */
function firefox(executablePath: string): Project {
  const launchOptions = { executablePath };
  return {
    name: 'firefox',
    testIgnore: ofWebKit,
    grep,
    workers: MOST_BUSY,
    use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions, reuseContext: true },
  };
}

/** MiniBrowser, which browsers/fixtures.ts starts. */
function webkit(executablePath: string): Project {
  return {
    name: 'webkit',
    grep,
    use: { browserName: 'webkit', launchOptions: { executablePath } },
  };
}

const firefoxPath = paths.firefox();
const miniBrowserPath = paths.miniBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: MOST_BUSY + 1,
  // A machine may be slow: what is waited for comes, or it does not.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  retries: 1,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    // A press that nothing takes would otherwise last as long as its test, which rows make long.
    actionTimeout: 30_000,
    locale: 'en-US',
    screenshot: 'only-on-failure',
  },
  // WebKit, which can do one test at a time, begins at once, so that it is not alone at the end.
  projects: [
    ...(miniBrowserPath ? [webkit(miniBrowserPath)] : []),
    chromium(paths.chromium()),
    ...(firefoxPath ? [firefox(firefoxPath)] : []),
  ],
  webServer: {
    command: `node tests/browser/serve.mjs ${PORT}`,
    cwd: '../..',
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
