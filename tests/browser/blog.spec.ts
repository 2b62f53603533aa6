// The demo blog of examples/blog, as it is built: its figures live, in the language of each post, under
// the policy of its pages, and all of it without a script.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { areWritten, POSTS, SECOND_CALL } from '../node/blog-posts.mjs';
import { axeFindingsInBothSchemes } from './axe.ts';
import { test as base, expect } from './browsers/fixtures.ts';
import { SiteServer } from './site-server.ts';

const SITE = fileURLToPath(new URL('../../examples/blog/_site', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What the train output is called. */
const TRAIN = { en: 'train output', de: 'Train-Ausgabe', fr: 'sortie train', hi: 'train आउटपुट' };

type Post = (typeof POSTS)[number];

class Blog {
  readonly page: Page;
  /** What the console said of errors, and what went wrong in the page. */
  readonly errors: string[] = [];
  readonly #server: SiteServer;
  readonly #asked: string[] = [];

  constructor(page: Page, server: SiteServer) {
    this.page = page;
    this.#server = server;
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('request', (request) => this.#asked.push(request.url()));
  }

  addressOf(path: string): string {
    return new URL(path, this.#server.url).href;
  }

  async open({ lang, slug }: Post): Promise<void> {
    await this.page.goto(this.addressOf(`/${lang}/${slug}/`));
  }

  /** The hosts that were asked for anything. */
  get hosts(): string[] {
    return [...new Set(this.#asked.map((url) => new URL(url).host))];
  }

  get host(): string {
    return new URL(this.#server.url).host;
  }

  figure(i: number): Locator {
    return this.page.locator('dropout-playground').nth(i);
  }

  /** The cells of a figure that has come to life. */
  cells(i: number, { lang }: Post): Locator {
    const grid = this.figure(i).getByRole('grid', { name: TRAIN[lang], exact: true });
    return grid.getByRole('gridcell');
  }

  async expectTrain(i: number, post: Post, output: readonly number[]): Promise<void> {
    await this.figure(i).scrollIntoViewIfNeeded();
    const cells = this.cells(i, post);
    await expect(cells).toHaveCount(output.length);
    await expect
      .poll(async () => {
        const texts = await cells.allTextContents();
        return areWritten(texts, output) ? 'as the framework' : texts;
      })
      .toBe('as the framework');
  }
}

const test = base.extend<{ blog: Blog }, { server: SiteServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants one.
    async ({}, use) => {
      if (!existsSync(SITE)) throw new Error('npm test and npm run blog build what is tested here');
      const server = new SiteServer(SITE);
      server.also.set('axe.min.js', AXE);
      await server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  blog: async ({ page, server }, use) => {
    const blog = new Blog(page, server);
    await use(blog);
    expect(blog.errors).toEqual([]);
    expect(blog.hosts).toEqual([blog.host]);
  },
});

const [ENGLISH, GERMAN, FRENCH, HINDI] = POSTS as [Post, Post, Post, Post];

// A busy machine takes its time to start Python.
const STARTS = { timeout: 150_000 };

for (const post of POSTS) {
  const tag = post === ENGLISH ? '@engines' : [];
  test.describe(post.slug, () => {
    test('its figures show what a framework gave, in its language', { tag }, async ({ blog }) => {
      await blog.open(post);
      await expect(blog.page.locator('html')).toHaveAttribute('lang', post.lang);
      await expect(blog.page.locator('dropout-playground')).toHaveCount(post.outputs.length);
      for (const [i, output] of post.outputs.entries()) await blog.expectTrain(i, post, output);
    });

    test('axe finds nothing, light or dark', async ({ blog }) => {
      await blog.page.emulateMedia({ reducedMotion: 'reduce' });
      await blog.open(post);
      for (const [i, output] of post.outputs.entries()) await blog.expectTrain(i, post, output);
      expect(await axeFindingsInBothSchemes(blog.page)).toEqual([]);
    });

    test('says the same without a script', { tag: '@own-context' }, async ({ browser, server }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(new URL(`/${post.lang}/${post.slug}/`, server.url).href);
      for (const [i, output] of post.outputs.entries()) {
        const figure = page.locator('dropout-playground').nth(i);
        const print = figure.locator('pre');
        const table = figure.getByRole('table', { name: TRAIN[post.lang], exact: true });
        const isPrint = (await print.count()) > 0;
        const texts = isPrint
          ? ((await print.textContent()) ?? '').match(/[\d.]+/g)
          : await table.getByRole('cell').allTextContents();
        expect(areWritten(texts ?? [], output), `${texts}`).toBe(true);
        await expect(isPrint ? print : table).toBeVisible();
      }
      await context.close();
    });

    test('fits a narrow phone', { tag: '@viewport' }, async ({ blog }) => {
      await blog.page.setViewportSize({ width: 320, height: 700 });
      await blog.open(post);
      for (const [i, output] of post.outputs.entries()) await blog.expectTrain(i, post, output);
      const excess = () =>
        blog.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await excess()).toBe(0);
    });
  });
}

test('another call gives what PyTorch gives in its second', async ({ blog }) => {
  await blog.open(FRENCH);
  await blog.expectTrain(0, FRENCH, FRENCH.outputs[0] as number[]);
  await blog.figure(0).getByRole('button', { name: 'Appeler à nouveau' }).click();
  await blog.expectTrain(0, FRENCH, SECOND_CALL);
});

test('its figures are played with by keyboard', {
  tag: ['@engines', '@real-input'],
}, async ({ blog }) => {
  await blog.open(FRENCH);
  await blog.expectTrain(0, FRENCH, FRENCH.outputs[0] as number[]);
  await blog.figure(0).getByRole('button', { name: 'Appeler à nouveau' }).focus();
  await blog.page.keyboard.press('Enter');
  await blog.expectTrain(0, FRENCH, SECOND_CALL);

  await blog.open(ENGLISH);
  const [, before] = ENGLISH.outputs as [number[], number[]];
  await blog.expectTrain(1, ENGLISH, before);
  await blog.figure(1).getByRole('slider').focus();
  await blog.page.keyboard.press('End');
  // At p = 1 nothing survives.
  await blog.expectTrain(
    1,
    ENGLISH,
    before.map(() => 0),
  );
});

// Of those in German the post claims nothing in text.
for (const post of [ENGLISH, FRENCH, HINDI]) {
  test(`the programs of ${post.slug} print what it says`, async ({ blog }) => {
    test.setTimeout(300_000);
    await blog.open(post);
    const claims = await blog.page.locator('article > pre').allTextContents();
    expect(claims.length).toBeGreaterThan(0);
    for (const [i, claim] of claims.entries()) {
      const program = blog.page.locator('dropout-program').nth(i);
      await program.getByRole('button').first().click();
      await expect(program.locator('.all pre')).toHaveText(`${claim.trimEnd()}\n`, STARTS);
      await expect(program.locator(`a[href^="${blog.addressOf('/playground/')}"]`)).toHaveCount(1);
    }
  });
}

test(`the program of ${GERMAN.slug} prints what its first figure shows`, async ({ blog }) => {
  test.setTimeout(300_000);
  await blog.open(GERMAN);
  const program = blog.page.locator('dropout-program');
  await program.getByRole('button', { name: 'Ausführen' }).click();
  const print = program.locator('.all pre');
  await expect(print).toContainText('tensor(', STARTS);
  const texts = ((await print.textContent()) ?? '').match(/\d+\./g) ?? [];
  expect(areWritten(texts, GERMAN.outputs[0] as number[])).toBe(true);
});

test('the front page leads to every post, in its language', async ({ blog }) => {
  const { page } = blog;
  for (const { lang, slug } of POSTS) {
    await page.goto(blog.addressOf('/'));
    const item = page.locator(`li[lang="${lang}"]`);
    const title = await item.getByRole('heading').textContent();
    await item.getByRole('link').click();
    await expect(page).toHaveURL(blog.addressOf(`/${lang}/${slug}/`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  }
  expect(new Set(POSTS.map(({ lang }) => lang)).size).toBe(4);
});

test('axe finds nothing on the front page, light or dark', async ({ blog }) => {
  await blog.page.goto(blog.addressOf('/'));
  expect(await axeFindingsInBothSchemes(blog.page)).toEqual([]);
});

test('the feed has every post whole, with its numbers', async ({ blog }) => {
  await blog.page.goto(blog.addressOf('/'));
  const feed = await blog.page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[type="application/atom+xml"]');
    const text = await (await fetch(link?.href ?? '')).text();
    const xml = new DOMParser().parseFromString(text, 'application/xml');
    const content = (entry: Element) =>
      new DOMParser().parseFromString(
        entry.querySelector('content')?.textContent ?? '',
        'text/html',
      );
    return {
      wrong: xml.querySelector('parsererror')?.textContent ?? null,
      entries: Array.from(xml.querySelectorAll('entry'), (entry) => ({
        path: new URL(entry.querySelector('link')?.getAttribute('href') ?? '').pathname,
        lang: entry.getAttribute('xml:lang'),
        updated: entry.querySelector('updated')?.textContent ?? '',
        figures: Array.from(content(entry).querySelectorAll('dropout-playground'), (figure) => {
          const cells = Array.from(
            figure.querySelectorAll('table')[2]?.querySelectorAll('td') ?? [],
          );
          const print = figure.querySelector('pre')?.textContent?.match(/[\d.]+/g);
          return print ?? cells.map(({ textContent }) => textContent ?? '');
        }),
      })),
    };
  });
  expect(feed.wrong).toBeNull();
  const newest = [...feed.entries].sort((a, b) => b.updated.localeCompare(a.updated));
  expect(feed.entries).toEqual(newest);
  expect(feed.entries).toHaveLength(POSTS.length);
  for (const { lang, slug, outputs } of POSTS) {
    const entry = feed.entries.find((one) => one.lang === lang);
    expect(entry?.path).toBe(`/${lang}/${slug}/`);
    for (const [i, output] of outputs.entries()) {
      expect(areWritten(entry?.figures[i] ?? [], output), `${entry?.figures[i]}`).toBe(true);
    }
  }
});
