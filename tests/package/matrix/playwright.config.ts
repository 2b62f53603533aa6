// The browsers of tests/browser, for what is bundled here.
import { defineConfig } from '@playwright/test';
import browsers from '../../browser/playwright.config.ts';

const { webServer, ...config } = browsers;

export default defineConfig({
  ...config,
  testDir: '.',
  outputDir: '../../../test-results',
  timeout: 180_000,
  retries: 0,
  workers: 1,
  // Only of all of them.
  reporter: process.env.KEEP_RESULTS ? [['list'], ['./results.ts']] : [['list']],
});
