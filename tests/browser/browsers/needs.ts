// What a test may need of the way its browser is driven, said by a tag: where that is lacking, the
// test is skipped, with the reason. All of these are limits of automation, none is one of the page.

type Reasons = Record<`@${string}`, string>;

const chromium: Reasons = {};

const firefox: Reasons = {
  '@color-scheme': 'Firefox over WebDriver BiDi keeps its own color scheme',
};

const webkit: Reasons = {
  '@real-input':
    'WebKit over its inspector gets events made by a script: they move no focus and no slider',
  '@viewport': 'WebKit over its inspector keeps the size of its window',
};

const lacking: Record<string, Reasons> = { chromium, firefox, webkit };

/** Why a test with these tags cannot run in that browser; undefined if it can. */
export function lackOf(browserName: string, tags: readonly string[]): string | undefined {
  const [, reason] =
    Object.entries(lacking[browserName] ?? {}).find(([tag]) => tags.includes(tag)) ?? [];
  return reason;
}
