// axe, as a script of the page: WebKit's inspector breaks off at a message as long as axe is.
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** What axe finds wrong on the page: each rule, and the elements that break it. */
export async function axeFindings(page: Page): Promise<[rule: string, elements: string[]][]> {
  await page.addScriptTag({ url: '/axe.min.js' });
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
}
