// What programs for writing make of the figure that the command line writes, and of the guide's: what stands in the
// element stays in it, and it comes to life.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../../browser/browsers/fixtures.ts';
import { withFiles } from './file-server.ts';
import { errorsOn } from './page-errors.ts';
import { run, runTool, tools, versionOf } from './programs.ts';
import { withProject } from './project.ts';

const INPUT = '[[1, 2], [3, 4]]';
const guide = new URL('../../../docs/embed.md', import.meta.url);

async function link(folder: string, ...packages: string[]): Promise<void> {
  for (const name of packages) {
    const path = join(folder, 'node_modules', name);
    await mkdir(dirname(path), { recursive: true });
    await symlink(join(tools, name), path);
  }
}

/** A post of two figures: the command line's, and the one with which the guide begins. */
async function writePost(folder: string): Promise<void> {
  const bin = join(folder, 'node_modules/.bin/dropout-playground');
  const html = await run(bin, [INPUT, '--seed', '42', '--html'], folder);
  const [, example = ''] =
    /```html\n<script[^\n]*\n\n(<div>.*?<\/div>)\n```/s.exec(await readFile(guide, 'utf8')) ?? [];
  expect(example).toContain('<dropout-playground');
  const post = [
    '# A post',
    'Text before *it*.',
    html.trim(),
    'Text between.',
    example,
    'Text after it.',
  ];
  await writeFile(join(folder, 'post.md'), `${post.join('\n\n')}\n`);
}

/** Puts what was made of the post into the page, and looks at it there, before its script has come and after. */
async function comesToLife(page: Page, folder: string, html: string): Promise<void> {
  const index = join(folder, 'index.html');
  const written = (await readFile(index, 'utf8')).replace('<!--post-->', () => html);
  await writeFile(index, written);
  await withFiles(folder, {}, (address) => isAlive(page, `${address}/`));
}

async function isAlive(page: Page, address: string): Promise<void> {
  const errors = errorsOn(page);
  await page.goto(address);
  const figures = page.locator('dropout-playground');
  await expect(figures).toHaveCount(2);
  await expect(figures.first().locator('figure.dropout-figure table')).toHaveCount(4);
  // pandoc adds an empty one.
  const fallback = figures.last().locator(':scope > p', { hasText: 'tensor(' });
  await expect(fallback).toHaveCount(1);
  await figures.last().scrollIntoViewIfNeeded();
  for (const figure of await figures.all()) {
    const grid = figure.getByRole('grid', { name: 'train output', exact: true });
    await expect(grid.getByRole('gridcell')).toHaveText(['2', '4', '6', '8']);
  }
  // What stands in it has made room for it.
  await expect(page.locator('figure.dropout-figure')).toBeHidden();
  await expect(page.getByText('tensor(')).toBeHidden();
  await expect(page.getByText('Text after it.')).toBeVisible();
  expect(errors).toEqual([]);
}

const python = (...args: string[]) => spawnSync('/usr/bin/python3', args, { encoding: 'utf8' });

interface Program {
  name: string;
  version: () => string | undefined;
  /** The HTML that it makes of post.md. */
  html: (folder: string) => Promise<string>;
}

const pandoc = (from: string): Program => ({
  name: `pandoc, from ${from}`,
  version: () =>
    /[\d.]+/.exec(spawnSync('pandoc', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[0],
  html: (folder) => run('pandoc', ['--from', from, '--to', 'html', 'post.md'], folder),
});

const PROGRAMS: Program[] = [
  {
    name: 'Python-Markdown',
    version: () =>
      python('-c', 'import markdown; print(markdown.__version__)').stdout.trim() || undefined,
    html: (folder) => run('/usr/bin/python3', ['-m', 'markdown', 'post.md'], folder),
  },
  {
    name: 'Python-Markdown, with the extensions of MkDocs',
    version: () =>
      python('-c', 'import markdown; print(markdown.__version__)').stdout.trim() || undefined,
    html: (folder) =>
      run('/usr/bin/python3', ['-m', 'markdown', '-x', 'extra', '-x', 'toc', 'post.md'], folder),
  },
  pandoc('markdown'),
  pandoc('gfm'),
  pandoc('commonmark'),
  {
    name: 'MDX and React',
    version: () => versionOf('@mdx-js/mdx'),
    html: async (folder) => {
      await link(folder, '@mdx-js/mdx', 'react', 'react-dom');
      return await run(process.execPath, ['mdx.mjs'], folder);
    },
  },
];

for (const { name, version, html } of PROGRAMS) {
  test(`a post, by ${name}`, async ({ page }) => {
    const installed = version();
    test.skip(installed === undefined, 'it is not installed');
    test.info().annotations.push({ type: 'version', description: installed ?? '' });
    await withProject('writing', async (folder) => {
      await writePost(folder);
      await comesToLife(page, folder, await html(folder));
    });
  });
}

test('a post, by Vue', async ({ page }) => {
  test.info().annotations.push({ type: 'version', description: versionOf('vue') ?? '' });
  await withProject('writing', async (folder) => {
    await writePost(folder);
    await link(folder, 'vue');
    await comesToLife(page, folder, await run(process.execPath, ['vue.mjs'], folder));
  });
});

test('a deck, by reveal.js', async ({ page }) => {
  test.info().annotations.push({ type: 'version', description: versionOf('reveal.js') ?? '' });
  await withProject('writing', async (folder) => {
    await writePost(folder);
    await link(folder, 'reveal.js');
    const [, slide = ''] = /(<div.*)Text after it/s.exec(
      await readFile(join(folder, 'post.md'), 'utf8'),
    ) as RegExpExecArray;
    const deck = `<div class="reveal"><div class="slides">
        <section>First</section><section>${slide}</section><section>Text after it.</section>
      </div></div>
      <link rel="stylesheet" href="node_modules/reveal.js/dist/reveal.css" />
      <script src="node_modules/reveal.js/dist/reveal.js"></script>
      <script>Reveal.initialize({ transition: 'none' });</script>`;
    const index = join(folder, 'index.html');
    await writeFile(
      index,
      (await readFile(index, 'utf8')).replace('<!--post-->', () => deck),
    );
    await withFiles(folder, {}, async (address) => {
      const errors = errorsOn(page);
      await page.goto(`${address}/`);
      await page.keyboard.press('ArrowRight');
      const figure = page.locator('dropout-playground').last();
      const grid = figure.getByRole('grid', { name: 'train output', exact: true });
      await expect(grid.getByRole('gridcell')).toHaveText(['2', '4', '6', '8']);
      // A key in a field of the figure turns no slide, and outside of it does.
      await figure.locator('#seed').press('ArrowRight');
      await expect(grid).toBeVisible();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('ArrowRight');
      await expect(page.locator('section', { hasText: 'Text after it.' })).toBeVisible();
      await expect(grid).toBeHidden();
      expect(errors).toEqual([]);
    });
  });
});

test('a post, by VitePress', async ({ page }) => {
  test.info().annotations.push({ type: 'version', description: versionOf('vitepress') ?? '' });
  await withProject('writing', async (folder) => {
    await writePost(folder);
    await link(folder, 'vitepress', 'vue');
    const config = `
      export default {
        head: [['script', { type: 'module', src: '/embed/embed/1/dropout-playground.js' }]],
        vue: { template: { compilerOptions: { isCustomElement: (name) => name === 'dropout-playground' } } },
      };`;
    await mkdir(join(folder, '.vitepress'));
    await writeFile(join(folder, '.vitepress/config.mjs'), config);
    await mkdir(join(folder, 'public'));
    await symlink(
      join(folder, 'node_modules/dropout-playground/dist'),
      join(folder, 'public/embed'),
    );
    await runTool('vitepress', ['build'], folder);
    await withFiles(join(folder, '.vitepress/dist'), {}, (address) =>
      isAlive(page, `${address}/post.html`),
    );
  });
});
