// What a reader sees before scrolling, on each screen and in each language: the figure, p and another call.
import type { Page } from '@playwright/test';
import { expect, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

const USUAL = '#input=[[1,2,3,4],[5,6,7,8]]&seed=42';
const LANGUAGES = ['en', 'de', 'fr', 'hi'];
const SIZES = [13, 15, 17, 22, 32];
/** From this width on everything is larger by so much. */
const LARGE = { from: 1600, by: 1.3 };

const WINDOWS = [
  [320, 700],
  [390, 844],
  [820, 1180],
  [1366, 650],
  [1280, 900],
  [1920, 1080],
] as const;

/** What is in the window, in pixels from its edges. */
function seen(page: Page) {
  return page.evaluate(() => {
    const figure = document.querySelector('dropout-playground')?.shadowRoot as ShadowRoot;
    const equation = figure.querySelector('dropout-equation')?.shadowRoot as ShadowRoot;
    const boxOf = (element: Element | null | undefined) => {
      const { top, bottom, left, right } = (element as Element).getBoundingClientRect();
      return { top, bottom, left, right };
    };
    const hands = figure.querySelector('.hands') as HTMLElement;
    const sticks = getComputedStyle(hands).position === 'sticky';
    const heading = document.querySelector('h1') as Element;
    const wayOf = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? wayOf(one.shadowRoot) : []),
      ]);
    const texts = wayOf(document).flatMap((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      if (!element.checkVisibility() || bottom < 0 || top > innerHeight) return [];
      return [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? '');
    });
    return {
      top: boxOf(document.querySelector('header')).bottom,
      bottom: sticks ? boxOf(hands).top : innerHeight,
      width: innerWidth,
      window: innerHeight,
      tensors: Object.fromEntries(
        ['input', 'mask', 'train', 'eval'].map((name) => [
          name,
          boxOf(equation.querySelector(`.${name} :is(tensor-grid, tensor-editor)`)),
        ]),
      ),
      hands: [
        boxOf(hands.querySelector('dropout-draws')?.shadowRoot?.querySelector('.knob')),
        boxOf(hands.querySelector('experiment-controls')?.shadowRoot?.querySelector('#p')),
        boxOf(hands.querySelector('.primary')),
      ],
      headingLines: Math.round(
        heading.getBoundingClientRect().height /
          Number.parseFloat(getComputedStyle(heading).lineHeight),
      ),
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      texts: texts.join(' '),
    };
  });
}

for (const [width, height] of WINDOWS) {
  const tag = ['@viewport', ...([390, 1280].includes(width) ? ['@engines'] : [])];
  test(`the figure comes first at ${width} × ${height}`, { tag }, async ({ playground }) => {
    const { page } = playground;
    await page.setViewportSize({ width, height });
    await checkRows(LANGUAGES, { title: (language) => language }, async (language) => {
      await playground.open(`?lang=${language}${USUAL}`, { isFolded: true });
      const { tensors, hands, top, bottom, headingLines, overflow, texts, window } =
        await seen(page);
      const { input, mask, train, eval: unchanged } = tensors as Record<string, DOMRect>;
      for (const [name, box] of Object.entries(tensors)) {
        expect(box.top, `the top of ${name}`).toBeGreaterThanOrEqual(top);
        expect(box.bottom, `the lower edge of ${name}`).toBeLessThanOrEqual(bottom);
        expect(box.left, `the left of ${name}`).toBeGreaterThanOrEqual(0);
        expect(box.right, `the right of ${name}`).toBeLessThanOrEqual(width);
      }
      for (const box of hands) expect(box.bottom).toBeLessThanOrEqual(window);
      // Two by two, or all in one line.
      expect(Math.abs((input?.top ?? 0) - (mask?.top ?? 9))).toBeLessThan(4);
      expect(Math.abs((train?.top ?? 0) - (unchanged?.top ?? 9))).toBeLessThan(4);
      if (width >= 1280) expect(Math.abs((input?.top ?? 0) - (train?.top ?? 9))).toBeLessThan(4);
      if (width >= 820) expect(headingLines).toBe(1);
      expect(overflow).toBe(0);
      // What only those want who ask for every digit.
      expect(texts).not.toMatch(/-0\.|\b[0-9a-f]{8}\b/);
    });
  });
}

for (const width of [320, 390, 1280, 1920]) {
  test(`texts have five sizes at ${width} px`, { tag: '@viewport' }, async ({ playground }) => {
    const { page } = playground;
    await page.setViewportSize({ width, height: 900 });
    await playground.open(USUAL);
    await expect(page.locator('take-away')).toBeAttached();
    const found = await page.evaluate(() => {
      const sizes: Record<string, string> = {};
      const look = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) look(element.shadowRoot);
          const isText = [...element.childNodes].some(
            ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
          );
          // A picture has measures of its own.
          if (!isText || element.closest('svg, style, script') || !element.checkVisibility())
            continue;
          sizes[getComputedStyle(element).fontSize] ??= element.outerHTML.slice(0, 80);
        }
      };
      look(document.body);
      return sizes;
    });
    const by = width >= LARGE.from ? LARGE.by : 1;
    const others = Object.entries(found).filter(
      ([size]) => !SIZES.some((one) => Math.abs(Number.parseFloat(size) - one * by) < 0.01),
    );
    expect(others).toEqual([]);
  });
}

test('from 1600 px on everything is larger rather than wider', { tag: '@viewport' }, async ({
  playground: { page },
}) => {
  const widthAt = async (width: number) => {
    await page.setViewportSize({ width, height: 900 });
    return page.locator('main').evaluate((main) => main.getBoundingClientRect().width);
  };
  const before = await widthAt(1500);
  expect((await widthAt(1920)) / before).toBeCloseTo(LARGE.by, 2);
});
