// axe, as a script of the page: WebKit's inspector breaks off at a message as long as axe is.
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

type Findings = [rule: string, elements: string[]][];

/** What axe finds wrong on the page: each rule, and the elements that break it. */
export async function axeFindings(page: Page): Promise<Findings> {
  await page.addScriptTag({ url: '/axe.min.js' });
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
}

/** The same in light and in dark, which differ by colours alone; without motion. Firefox keeps its own. */
export async function axeFindingsInBothSchemes(page: Page): Promise<Findings> {
  const findings: Findings = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Heat maps are drawn anew in the next frame.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    for (const [rule, elements] of await axeFindings(page)) {
      findings.push([`${rule}, ${colorScheme}`, elements]);
    }
  }
  return findings;
}
