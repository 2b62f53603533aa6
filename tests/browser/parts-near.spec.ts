// When the parts of the page come: each by itself, when it is nearly in sight or somebody needs it, into room that was
// kept for it.
import type { Page } from '@playwright/test';
import { expect, PARTS, type PlaygroundPage, test } from './playground-page.ts';

test.use({ isLoaded: true });

/** The sections of the same parts. */
const SECTIONS = [
  'why',
  'places',
  'code',
  'average',
  'practice',
  'machines',
  'search',
  'take-away',
];

/** A word in the address of each part's own script. */
const SCRIPTS = [
  'lab-define',
  'dropout-places',
  'dropout-program',
  'on-average',
  'dropout-mistakes',
  'machine-comparison',
  'seed-search',
  'take-away',
];

/** The parts whose element there is, and those whose script was fetched. */
async function come({ page }: PlaygroundPage) {
  return page.evaluate(
    ([parts, scripts]) => {
      const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
      return {
        there: parts.filter((part) => document.querySelector(part)),
        fetched: parts.filter((_, i) =>
          fetched.some((name) => name.includes(`/${scripts[i]}`) && name.endsWith('.js')),
        ),
      };
    },
    [PARTS, SCRIPTS] as const,
  );
}

/** Layout shifts from now on, also after keys and presses. Chromium alone tells of them. */
function watchShifts(page: Page) {
  return page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.push((entry as PerformanceEntry & { value: number }).value);
      }
    }).observe({ type: 'layout-shift' });
  });
}

const shifted = (page: Page) =>
  page.evaluate(() => {
    const { shifts } = window as unknown as { shifts: number[] };
    return shifts.reduce((sum, one) => sum + one, 0);
  });

/** Until nothing changes its height any more. */
async function rest({ page }: PlaygroundPage) {
  let before = -1;
  await expect(async () => {
    const height = await page.evaluate(() => document.body.scrollHeight);
    const isSame = height === before;
    before = height;
    expect(isSame).toBe(true);
  }).toPass({ intervals: [600] });
}

async function openOnPhone(playground: PlaygroundPage, address = '') {
  const { page } = playground;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('about:blank');
  await page.goto(`./${address}`);
  await playground.beThere();
  await expect(page.locator('#take-away')).toBeAttached();
}

test.describe('on a phone', { tag: '@viewport' }, () => {
  test('no part is fetched or rendered before it is near, and each has its heading', {
    tag: '@engines',
  }, async ({ playground }) => {
    const { page } = playground;
    await openOnPhone(playground);
    await rest(playground);
    expect(await come(playground)).toEqual({ there: [], fetched: [] });
    await expect(page.locator('section > h2')).toHaveCount(PARTS.length);
    await page.locator('#average').evaluate((section) => section.scrollIntoView());
    await expect(page.locator('on-average')).toBeAttached();
    await rest(playground);
    // With what stands beside it.
    const { there, fetched } = await come(playground);
    expect(there).toEqual(['dropout-program', 'on-average']);
    expect(fetched).toEqual(there);
  });

  for (const [i, part] of SECTIONS.entries()) {
    test(`a link to #${part} lands on it, and it stays there`, {
      tag: '@engines',
    }, async ({ playground }) => {
      const { page } = playground;
      await openOnPhone(playground, `#${part}`);
      await expect(page.locator(PARTS[i] as string)).toBeAttached();
      await rest(playground);
      const found = await page.locator(`#${part}`).evaluate((section) => {
        const padding = getComputedStyle(document.documentElement).scrollPaddingTop;
        return section.getBoundingClientRect().top - Number.parseFloat(padding);
      });
      expect(Math.abs(found)).toBeLessThan(2);
    });
  }

  test('nothing moves while one scrolls to the end', async ({ playground, browserName }) => {
    test.skip(browserName !== 'chromium', 'no other browser tells of shifts');
    const { page } = playground;
    await openOnPhone(playground);
    await watchShifts(page);
    await page.evaluate(async () => {
      while (scrollY + innerHeight < document.body.scrollHeight - 1) {
        scrollBy({ top: 200, behavior: 'instant' });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
    await rest(playground);
    for (const part of PARTS) await expect(page.locator(part)).toBeAttached();
    await expect(page.locator('section[data-room]')).toHaveCount(0);
    expect(await shifted(page)).toBeLessThan(0.01);
  });
});

test('Tab and the keys of a search in the page bring all parts', {
  tag: ['@engines', '@viewport'],
}, async ({ playground }) => {
  const { page } = playground;
  for (const key of ['Tab', 'F3']) {
    await openOnPhone(playground);
    await page.evaluate((key) => dispatchEvent(new KeyboardEvent('keydown', { key })), key);
    for (const part of PARTS) await expect(page.locator(part)).toBeAttached();
  }
});

test('without IntersectionObserver all parts come', async ({ playground }) => {
  const { page } = playground;
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'IntersectionObserver');
  });
  await openOnPhone(playground);
  for (const part of PARTS) await expect(page.locator(part)).toBeAttached();
});
