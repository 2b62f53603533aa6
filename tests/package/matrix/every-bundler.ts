// The tests of one project in every bundler's bundle, under a policy without eval, and in Vite's own
// server.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../../browser/browsers/fixtures.ts';
import { freePort } from '../../browser/browsers/free-port.ts';
import { bundlers, POLICY, sizesOf, WORKERS } from './bundlers.ts';
import { withFiles } from './file-server.ts';
import { versionOf, withTool } from './programs.ts';
import { withProject } from './project.ts';

/** @param title Of a test, by the bundler's name. */
export function testEveryBundler(
  project: keyof typeof WORKERS,
  title: (bundler: string) => string,
  check: (page: Page, address: string) => Promise<void>,
): void {
  for (const { name, bundle } of bundlers) {
    test(title(name), async ({ page }) => {
      test.info().annotations.push({ type: 'version', description: versionOf(name) ?? '' });
      await withProject(project, async (folder) => {
        await bundle(folder, WORKERS[project]);
        test.info().annotations.push({ type: 'note', description: await sizesOf(folder) });
        const headers = { 'Content-Security-Policy': POLICY };
        await withFiles(join(folder, 'dist'), headers, (address) => check(page, `${address}/`));
      });
    });
  }

  test(title('vite, while developing'), async ({ page }) => {
    test.info().annotations.push({ type: 'version', description: versionOf('vite') ?? '' });
    await withProject(project, async (folder) => {
      const options = ['--port', `${await freePort()}`, '--strictPort'];
      await withTool('vite', options, folder, (address) => check(page, address));
    });
  });
}
