// Links: the page's own address while one edits, and what the page makes of the address that it is
// opened at.
import type { Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { LONGEST_LINK } from '../../web/experiment/link.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../web/experiment/settings.ts';
import type * as Address from '../../web/site/address.ts';
import { expect, test } from './playground-page.ts';

// The module by itself: the page that stands around it has a test of its own.
async function openAddress(page: Page) {
  const bundle = await rolldown({
    input: new URL('../../web/site/address.ts', import.meta.url).pathname,
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'address' });
  await bundle.close();
  // Not by the network, where a service worker would stand between the page and what it is given.
  await page.evaluate(`(() => { ${output[0].code}; Object.assign(window, { address }); })()`);
  await page.evaluate(() => {
    Object.assign(window, { seen: [], times: 0 });
    const replace = history.replaceState.bind(history);
    history.replaceState = (...state) => {
      (window as unknown as Watched).times += 1;
      replace(...state);
    };
  });
}

interface Watched {
  address: typeof Address;
  seen: Settings[];
  times: number;
}

test.describe("the page's address", () => {
  test('follows the edits when they rest, without entries in the history', {
    tag: '@engines',
  }, async ({ playground }) => {
    const { page } = playground;
    await page.goto('./?lang=de');
    await openAddress(page);
    const before = await page.evaluate(() => history.length);
    await page.evaluate((settings) => {
      const { address } = window as unknown as Watched;
      for (let seed = 0; seed <= 300; ++seed) {
        const edited = { ...settings, input: '[1, 2]', seed: String(seed) };
        address.writeAddress({
          settings: edited,
          machines: '',
          program: { packed: '', engine: '' },
          lab: '',
          lesson: '',
        });
      }
    }, DEFAULT_SETTINGS);
    await expect(page).toHaveURL(/\?lang=de#input=\[1,2\]&seed=300$/);
    expect(await page.evaluate(() => (window as unknown as Watched).times)).toBe(1);
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(
      await page.evaluate(() => (window as unknown as Watched).address.readAddress()),
    ).toMatchObject({
      settings: { input: '[1, 2]', seed: '300' },
      machines: '',
      program: { packed: '', engine: '' },
      lab: '',
      lesson: '',
    });
    await page.evaluate((settings) => {
      const { address } = window as unknown as Watched;
      address.writeAddress({
        settings,
        machines: 'torch-cpu jax',
        program: { packed: '', engine: '' },
        lab: '',
        lesson: '',
      });
    }, DEFAULT_SETTINGS);
    await expect(page).toHaveURL(/\?lang=de#machines=torch-cpu\/jax&input=.*&seed=42$/);
  });

  test('tells of a link that is opened in it, and of going back', { tag: '@engines' }, async ({
    playground,
  }) => {
    const { page } = playground;
    await openAddress(page);
    await page.evaluate((settings) => {
      const { address, seen } = window as unknown as Watched;
      address.watchAddress(({ settings }) => seen.push(settings));
      // An edit that did not rest gives way to the link.
      address.writeAddress({
        settings: { ...settings, seed: '1' },
        machines: '',
        program: { packed: '', engine: '' },
        lab: '',
        lesson: '',
      });
      location.hash = '#seed=8';
    }, DEFAULT_SETTINGS);
    const seeds = () =>
      page.evaluate(() => (window as unknown as Watched).seen.map(({ seed }) => seed));
    await expect.poll(seeds).toEqual(['8']);
    await page.evaluate(() => {
      location.hash = '#main';
    });
    await page.evaluate(() => {
      location.hash = '#seed=9';
    });
    await expect.poll(seeds).toEqual(['8', '9']);
    // The browser tells of a step in a task of its own, which two quick steps may come before.
    for (let step = 0; step < 2; ++step) {
      await page.evaluate(async () => {
        const isTold = new Promise((resolve) => {
          addEventListener('hashchange', resolve, { once: true });
        });
        history.back();
        await isTold;
      });
    }
    await expect.poll(seeds).toEqual(['8', '9', '8']);
    await page.waitForTimeout(500);
    await expect(page).toHaveURL(/#seed=8$/);
  });

  test('says in a sentence that a link cannot be read', async ({ playground }) => {
    const { page } = playground;
    await openAddress(page);
    const problemOf = (hash: string) =>
      page.evaluate((hash) => {
        location.hash = hash;
        const { address } = window as unknown as Watched;
        return [address.addressProblem(), address.readAddress().settings.seed];
      }, hash);
    expect(await problemOf('#seed=7')).toEqual(['', '7']);
    expect(await problemOf('#v=3&seed=7')).toEqual([
      expect.stringContaining('newer version of this page'),
      DEFAULT_SETTINGS.seed,
    ]);
    expect(await problemOf(`#input=${'1'.repeat(LONGEST_LINK)}`)).toEqual([
      expect.stringContaining('too long'),
      DEFAULT_SETTINGS.seed,
    ]);
  });
});

test('the page opens with its own experiment, and by a link with that of the link', async ({
  playground,
}) => {
  const { page } = playground;
  await page.goto('./');
  await playground.unfold();
  await expect(playground.text).toHaveValue(DEFAULT_SETTINGS.input);
  await expect(playground.seed).toHaveValue(DEFAULT_SETTINGS.seed);
  await page.goto('./#input=[1,2]&seed=7');
  await expect(playground.text).toHaveValue('[1, 2]');
  // Playwright's own goBack waits in Firefox for a load, which there is none of.
  await page.evaluate(() => history.back());
  await expect(playground.text).toHaveValue(DEFAULT_SETTINGS.input);
});

test('a link to machines that there are not opens with the usual ones', async ({ playground }) => {
  const { page } = playground;
  await playground.open('#machines=foo/bar&seed=7');
  const comparison = page.locator('machine-comparison');
  await expect(comparison.getByRole('article')).toHaveCount(3);
  await expect(comparison.getByRole('alert')).toHaveCount(0);
});

test('the logo leads to the page as it opens, in the language that is shown', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open('de/?lang=en#seed=7');
  const logo = page.getByRole('link', { name: 'Dropout Playground' });
  await logo.click();
  await playground.unfold();
  await expect(playground.seed).toHaveValue(DEFAULT_SETTINGS.seed);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await playground.speak('fr');
  await expect(logo).toHaveAttribute('href', './?lang=fr');
  await page.goto('./de/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(logo).toHaveAttribute('href', './');
});

test('a link that names machines opens at their comparison, as it was posted', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open();
  await page.getByRole('button', { name: 'JAX', exact: true }).click();
  await expect(page).toHaveURL(/#machines=torch-cpu\/torch-cpu-mkl\/torch-cuda\/jax$/);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  const jax = page.getByRole('button', { name: 'JAX', exact: true });
  await expect(jax).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('heading', { name: 'Same seed, another machine' })).toBeInViewport();
  await expect(jax).toBeInViewport();
  await expect(page.getByRole('group', { name: 'print(drop(x)), JAX' })).toContainText('tensor([');
});
