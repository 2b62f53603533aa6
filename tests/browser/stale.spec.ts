// While a field is wrong: what the figure still shows is dimmed and named, and the address stays as it was.
import { axeFindingsInBothSchemes } from './axe.ts';
import { expect, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

const OWN = '#input=[[1,2],[3,4]]&p=0.25&seed=7';

/** A wrong text, the field that it is written into, and what is shown in its place. */
const WRONG: readonly [field: 'text' | 'p' | 'seed', text: string, shown: string][] = [
  ['text', 'import torch\nx = nn.Dropout(', 'input = [[1, 2], [3, 4]]'],
  ['text', '[[1, 2], [3]]', 'input = [[1, 2], [3, 4]]'],
  ['text', 'torch.arange(5)', 'input = [[1, 2], [3, 4]]'],
  ['p', '1.5', 'p = 0.25'],
  ['p', '', 'p = 0.25'],
  ['p', 'nan', 'p = 0.25'],
  ['seed', 'abc', 'seed = 7'],
  ['seed', '1e99', 'seed = 7'],
];

test('what is stale says so, and the address stays clean', { tag: '@engines' }, async ({
  playground,
}) => {
  const { page } = playground;
  const note = page.locator('.still');
  await playground.open(OWN);
  const before = await playground.train.textContent();
  await checkRows(
    WRONG,
    { title: ([field, text]) => `${field} ${text}` },
    async ([field, text, shown]) => {
      const right = await playground[field].inputValue();
      await playground.fill(playground[field], text);
      await expect(note).toHaveText(
        `Until this is corrected, the figure shows the last valid experiment: ${shown}`,
      );
      await expect(playground.train).toHaveText(before as string, { useInnerText: true });
      for (const part of ['dropout-equation', '.printed', 'cell-derivation', 'call-strip']) {
        await expect(page.locator(`dropout-playground ${part}`)).toHaveCSS('opacity', '0.7');
      }
      for (const part of ['#average', '#take-away']) {
        await expect(page.locator(`${part} .stale`)).toHaveText(
          'Still of the last valid experiment.',
        );
      }
      // Longer than the pause after which an edit goes into the address.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
      expect(new URL(page.url()).hash).toBe(OWN);
      await playground[field].fill(right);
      await expect(note).toHaveCount(0);
      await expect(page.locator('dropout-playground dropout-equation')).toHaveCSS('opacity', '1');
      await expect(page.locator('.stale')).toHaveCount(0);
    },
  );
});

test('of two edits the valid one goes into the address', async ({ playground }) => {
  const { page } = playground;
  await playground.open(OWN);
  await playground.text.fill('[[1, 2], [3');
  await playground.p.fill('0.75');
  await expect(page).toHaveURL(/#input=\[\[1,2\],\[3,4\]\]&p=0\.75&seed=7$/);
});

test('a wrong gradient leaves the figure as it is', async ({ playground }) => {
  await playground.set({ gradient: '[1, 2, 3' });
  await expect(playground.errorOf('gradient')).toBeVisible();
  await expect(playground.page.locator('.still')).toHaveCount(0);
});

test('axe finds nothing while the figure is dimmed', async ({ playground }) => {
  await playground.text.fill('[[1, 2], [3]]');
  await expect(playground.page.locator('.still')).toBeVisible();
  expect(await axeFindingsInBothSchemes(playground.page)).toEqual([]);
});
