// axe, as a script of the page: WebKit's inspector breaks off at a message as long as axe is.
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

type Findings = [rule: string, elements: string[]][];

/** Of axe's usual rules those that a colour scheme has a part in; they take most of its time. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong on the page, or in one element of it: each rule, and what breaks it. */
export function axeFindings(page: Page, within?: string): Promise<Findings> {
  return findingsOf(page, {}, within);
}

/** The same but for colours, which are those of any language. */
export function axeFindingsButOfColours(page: Page): Promise<Findings> {
  const rules = Object.fromEntries(OF_COLOURS.map((rule) => [rule, { enabled: false }]));
  return findingsOf(page, { rules });
}

/**
 * Those of `axeFindings` in light, and what is wrong with colours in dark, which differs by nothing else; without
 * motion. Firefox keeps its own colours.
 */
export async function axeFindingsInBothSchemes(page: Page, within?: string): Promise<Findings> {
  await inScheme(page, 'dark');
  const ofColours = await findingsOf(page, { runOnly: OF_COLOURS }, within);
  await inScheme(page, 'light');
  return [...(await axeFindings(page, within)), ...ofColours];
}

/** Heat maps are drawn anew in the next frame. */
async function inScheme(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() => new Promise(requestAnimationFrame));
}

async function findingsOf(page: Page, options: axe.RunOptions, within = 'html'): Promise<Findings> {
  await page.addScriptTag({ url: '/axe.min.js' });
  return page.evaluate(
    async ([options, within]) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(within, options);
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    },
    [options, within] as const,
  );
}
