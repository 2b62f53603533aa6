// Where a test runs, by its tags.
//
// Every test runs in Chromium. In Firefox and WebKit run those that are tagged @engines: whose claim a
// browser can break by itself, since it is about keys, focus, paste, pointer, layout at 390 and 1280 px,
// canvas, policies, workers, the service worker, loading of modules, clipboard, history, memory or
// numbers as text; and of each part of the page one test that it works at all. With --all they run
// every test.
//
// Of those a test is skipped where the way its browser is driven lacks what its other tags say it needs.
// These are limits of automation, none of the page.

/** Which tests run in Firefox and WebKit; those of webkit-*.spec.ts are of WebKit alone. */
export const ofEveryEngine = [/@engines/, /webkit-.*\.spec\.ts/];

type Reasons = Record<`@${string}`, string>;

const chromium: Reasons = {};

const others: Reasons = {
  '@touch': 'Playwright has fingers in Chromium only',
  '@tracing': 'only Chromium tells how long its tasks took',
};

const firefox: Reasons = {
  ...others,
  '@color-scheme': 'Firefox over WebDriver BiDi keeps its own color scheme',
  '@double-click': 'Firefox over WebDriver BiDi counts each click as the first',
  '@download': 'Firefox over WebDriver BiDi tells of no download',
  '@reduced-motion': 'Firefox over WebDriver BiDi does not tell the page to reduce motion',
  '@made-paste': 'in Firefox a paste that a script makes holds nothing',
};

const webkit: Reasons = {
  ...others,
  '@download': 'WebKit over its inspector tells of no download',
  '@own-context': 'WebKit over its inspector has one context, whose options are its own',
  '@real-input':
    'WebKit over its inspector gets events made by a script: they move no focus and no slider',
  '@scriptless-frame': 'WebKit over its inspector reads a frame by a script in it',
  '@viewport': 'WebKit over its inspector keeps the size of its window',
};

const lacking: Record<string, Reasons> = { chromium, firefox, webkit };

/** Why a test with these tags cannot run in that browser; undefined if it can. */
export function lackOf(browserName: string, tags: readonly string[]): string | undefined {
  const [, reason] =
    Object.entries(lacking[browserName] ?? {}).find(([tag]) => tags.includes(tag)) ?? [];
  return reason;
}
