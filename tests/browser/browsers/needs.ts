// Where a test is skipped, and why: its tags say what it needs of the way its browser is driven, and
// not every way has it. These are limits of automation, none of the page. A test that is tagged @once
// is one of many alike, or runs in no browser at all.

type Reasons = Record<`@${string}`, string>;

const chromium: Reasons = {};

const others: Reasons = {
  '@once': 'Chromium has answered for every browser',
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
