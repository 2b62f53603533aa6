// The bundle of each bundler, in a browser, under a policy without eval.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../../browser/browsers/fixtures.ts';
import { freePort } from '../../browser/browsers/free-port.ts';
import { bundlers, POLICY, sizesOf } from './bundlers.ts';
import { withFiles } from './file-server.ts';
import { errorsOn } from './page-errors.ts';
import { expected, numbersIn, type Program, programs, rounded } from './posts.ts';
import { versionOf, withTool } from './programs.ts';
import { withProject } from './project.ts';

interface Bundle {
  printed(programs: Program[]): Promise<string[]>;
  inWorker(programs: Program[]): Promise<number[][]>;
}

/** What the bundle on this page prints, on the page and in a worker, is what was posted. */
async function printsWhatWasPosted(page: Page, address: string): Promise<void> {
  const errors = errorsOn(page);
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
    await withProject('program', async (folder) => {
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
  await withProject('program', async (folder) => {
    await withTool('vite', ['--port', `${await freePort()}`, '--strictPort'], folder, (address) =>
      printsWhatWasPosted(page, address),
    );
  });
});
