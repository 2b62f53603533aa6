// The bundle of each bundler, in a browser, under a policy without eval.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../../browser/browsers/fixtures.ts';
import { freePort } from '../../browser/browsers/free-port.ts';
import { bundlers } from './bundlers.ts';
import { withFiles } from './file-server.ts';
import { expected, numbersIn, type Program, programs, rounded } from './posts.ts';
import { versionOf, withTool } from './programs.ts';
import { withProject } from './project.ts';

interface Bundle {
  printed(programs: Program[]): Promise<string[]>;
  inWorker(programs: Program[]): Promise<number[][]>;
}

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/** What the bundle on this page prints, on the page and in a worker, is what was posted. */
async function printsWhatWasPosted(page: Page, address: string): Promise<void> {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address);
  await expect
    .poll(() => page.evaluate('typeof printed'), { message: `${errors}` })
    .toBe('function');
  const printed = await page.evaluate(
    (programs) => (globalThis as unknown as Bundle).printed(programs),
    programs,
  );
  expect(printed.map(numbersIn)).toEqual(expected);
  const values = await page.evaluate(
    (programs) => (globalThis as unknown as Bundle).inWorker(programs),
    programs,
  );
  expect(values.map(rounded)).toEqual(expected);
}

for (const { name, bundle } of bundlers) {
  test(`${name}`, { tag: '@once' }, async ({ page }) => {
    test.info().annotations.push({ type: 'version', description: versionOf(name) ?? '' });
    await withProject(async (folder) => {
      await bundle(folder);
      test.info().annotations.push({ type: 'note', description: await sizesOf(folder) });
      const headers = { 'Content-Security-Policy': POLICY };
      await withFiles(join(folder, 'dist'), headers, (address) =>
        printsWhatWasPosted(page, `${address}/`),
      );
    });
  });
}

test('vite, while developing', { tag: '@once' }, async ({ page }) => {
  test.info().annotations.push({ type: 'version', description: versionOf('vite') ?? '' });
  await withProject(async (folder) => {
    await withTool('vite', ['--port', `${await freePort()}`, '--strictPort'], folder, (address) =>
      printsWhatWasPosted(page, address),
    );
  });
});

/** How much a bundler has made. */
async function sizesOf(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'dist'), { recursive: true });
  const files = await Promise.all(names.map((name) => stat(join(folder, 'dist', name))));
  const bytes = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  return `${Math.round(bytes / 1000)} KB in ${files.filter((file) => file.isFile()).length} files`;
}
