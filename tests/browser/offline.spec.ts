// The page without a network, and its updates: it opens and works with its server stopped, and no page
// ever has some files of one version and some of another.
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { writeServiceWorker } from '../../scripts/service-worker.mjs';
import { expect, test } from './browsers/fixtures.ts';
import { PlaygroundPage } from './playground-page.ts';
import { pythonParts } from './python-parts.ts';
import { SiteServer } from './site-server.ts';

const SITE = fileURLToPath(new URL('../../dist/site', import.meta.url));

const LEDE = 'Training drops each number with probability p';

// Of a context of its own each: files that a page keeps are no storage that is emptied between tests.
test.use({ isKeptOffline: true, reuseContext: false });

/** Opens the site, and waits until it is kept. */
async function openAndKeep(page: Page, url: string) {
  await page.goto(url);
  await expect(new PlaygroundPage(page).printed('print(x)')).not.toBeEmpty();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** All that needs files of its own: languages, both workers, the pictures below. */
async function expectToWork(page: Page) {
  const playground = new PlaygroundPage(page);
  await playground.unfold();
  await playground.text.fill('torch.rand(1000, 1000)');
  await expect(
    page.locator('dropout-playground dropout-equation tensor-heat-map .caption').first(),
  ).toContainText(/1.000 × 1.000/);
  await playground.text.fill('[1, 2, 3, 4]');
  await playground.p.fill('0');
  await expect(page.locator('#average')).toBeAttached();
  const average = page.locator('on-average');
  // What stands above it may still get another height, with which WebKit moves it out of sight.
  await expect(async () => {
    await average.evaluate((part) => part.scrollIntoView({ block: 'start' }));
    await expect(average.locator('.head b').last()).not.toHaveText('0', { timeout: 2000 });
  }).toPass();
  await expect(average.locator('data-chart canvas').first()).toBeVisible();
  for (const [language, word] of [
    ['hi', 'ड्रॉप'],
    ['fr', 'probabilité'],
    ['de', 'Wahrscheinlichkeit'],
  ] as const) {
    await playground.speak(language);
    await expect(page.locator('main > .lede').first()).toContainText(word);
  }
}

test.describe('with its server stopped', { tag: '@engines' }, () => {
  for (const path of ['/', '/some/where/']) {
    test(`the page at ${path} opens and works`, async ({ page }) => {
      test.slow();
      const server = new SiteServer(SITE, path);
      await server.start();
      try {
        await openAndKeep(page, server.url);
        await server.stop();
        await page.goto(`${server.url}?lang=de#input=[[1,-2],[0.5,4]]&p=0&seed=7`);
        const playground = new PlaygroundPage(page);
        await expect(page.locator('html')).toHaveAttribute('lang', 'de');
        await expect(playground.train).toContainText('[ 1.0000, -2.0000]');
        await expectToWork(page);
        // A page in a language of its own, and one in the language asked for.
        await page.goto(`${server.url}fr/#p=0&seed=1`);
        await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
        await expect(playground.train).toContainText('tensor([1., 2., 3., 4.])');
        await page.goto(`${server.url}fr/index.html?lang=hi#p=0&seed=1`);
        await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
        await expect(playground.train).toContainText('tensor([1., 2., 3., 4.])');
      } finally {
        await server.stop();
      }
    });
  }

  test('what programs run in is there once it has been used', async ({ page }) => {
    test.slow();
    const server = new SiteServer(SITE);
    await server.start();
    const { library, restOfLibrary } = pythonParts();
    const isThere = (path: string) =>
      page.evaluate(async (url) => (await fetch(url).catch(() => null))?.ok === true, path);
    try {
      await page.goto(server.url);
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
      expect(await isThere(server.url + library)).toBe(true);
      await page.waitForFunction(
        async (url) => (await caches.match(url)) !== undefined,
        server.url + library,
      );
      await server.stop();
      expect(await isThere(server.url + library)).toBe(true);
      expect(await isThere(server.url + restOfLibrary)).toBe(false);
    } finally {
      await server.stop();
    }
  });

  test('a page that was opened once goes on', async ({ page }) => {
    test.slow();
    const server = new SiteServer(SITE);
    await server.start();
    try {
      await openAndKeep(page, server.url);
      await server.stop();
      await expectToWork(page);
    } finally {
      await server.stop();
    }
  });
});

test.describe('an update', { tag: '@engines' }, () => {
  let folder: string;
  let server: SiteServer;
  /** The path of the script that is another in the second edition. */
  let script: string;
  /** What a page says of its version. */
  const edition = (page: Page) => page.locator('main > .lede').first();

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'site-'));
    await cp(SITE, join(folder, '1'), { recursive: true });
    await cp(SITE, join(folder, '2'), { recursive: true });
    script = await makeSecondEdition(join(folder, '2'));
    server = new SiteServer(join(folder, '1'));
    await server.start();
  });

  test.afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('leaves open pages their version, and comes when all are closed', async ({
    page,
    context,
    browserName,
  }) => {
    test.slow();
    await openAndKeep(page, server.url);
    await expect(edition(page)).toContainText(LEDE);
    server.folder = join(folder, '2');

    // Opened again the old version is still shown, while the new one is fetched.
    await page.reload();
    await expect(edition(page)).toContainText(LEDE);
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.waiting?.state === 'installed';
    });
    await page.reload();
    await expect(edition(page)).toContainText(LEDE);
    // Files that it loads only now are those of its own version, which the server has no more.
    await expectToWork(page);
    await new PlaygroundPage(page).speak('en');
    await expect(edition(page)).toContainText(LEDE);

    let last = page;
    await expect(async () => {
      last = await closed(last, context, browserName);
      await last.goto(server.url);
      await expect(edition(last)).toContainText('Second edition.', { timeout: 2000 });
    }).toPass();
    await server.stop();
    await last.reload();
    await expect(edition(last)).toContainText('Second edition.');
    await expectToWork(last);
  });

  test('that has not arrived as a whole is none', async ({ page }) => {
    test.slow();
    await openAndKeep(page, server.url);
    server.folder = join(folder, '2');
    server.lost.add(script);
    // Whoever opens the page again has the browser look for a new version.
    await page.reload();
    await expect.poll(() => [...server.missed]).toEqual([script]);
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active && !registration.installing && !registration.waiting;
    });
    await page.goto('about:blank');
    await page.goto(server.url);
    await expect(edition(page)).toContainText(LEDE);
    await expectToWork(page);
  });
});

/** An empty page in its stead. WebKit has only the one, and Firefox keeps one that was left to go back. */
async function closed(page: Page, context: BrowserContext, browserName: string): Promise<Page> {
  const other = browserName === 'firefox' ? await context.newPage() : page;
  if (other !== page) await page.close();
  else await page.goto('about:blank');
  return other;
}

/** A build of the page with another text: its script has another name, and its pages another content. */
async function makeSecondEdition(site: string) {
  const assets = join(site, 'assets');
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => readFile(join(assets, name), 'utf8')));
  const changed = scripts.filter((_, i) => texts[i]?.includes(LEDE));
  expect(changed).toHaveLength(1);
  const [from = ''] = changed;
  const to = from.replace(/-[\w-]{8}\.js$/, '-edition2.js');
  for (const [i, name] of scripts.entries()) {
    const text = (texts[i] as string).replaceAll(from, to).replaceAll(LEDE, 'Second edition.');
    await writeFile(join(assets, name), text);
  }
  await rename(join(assets, from), join(assets, to));
  const pages = (await readdir(site, { recursive: true })).filter((name) =>
    name.endsWith('index.html'),
  );
  for (const name of pages) {
    const text = await readFile(join(site, name), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(site, name), text.replaceAll(from, to));
  }
  await writeServiceWorker(site);
  return `assets/${to}`;
}
