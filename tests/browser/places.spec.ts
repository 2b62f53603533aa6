// <dropout-places>: a place of dropout is pressed, and its figure, its program and its way to the page's figure are there.
import type { Page } from '@playwright/test';
import { axeFindingsInBothSchemes } from './axe.ts';
import { expect, test } from './playground-page.ts';

const part = (page: Page) => page.locator('dropout-places');
const spot = (page: Page, title: string) => part(page).getByTitle(title, { exact: true });
const detail = (page: Page) => part(page).getByRole('region');

test('a place shows its tensor, its mask and its outputs, by mouse', async ({ playground }) => {
  const { page } = playground;
  await part(page).scrollIntoViewIfNeeded();
  await expect(detail(page)).toHaveAccessibleName('Transformer block › attention weights');
  await expect(part(page).getByText('1 · 1 · 1 · 1')).toBeVisible();
  await expect(part(page).getByText('1.11 · 0.56 · 1.11 · 1.11')).toBeVisible();
  await spot(page, 'between two layers').first().click();
  await expect(detail(page)).toHaveAccessibleName('RNN, LSTM, GRU › between two layers');
  await expect(spot(page, 'between two layers')).toHaveCount(3);
  for (const one of await spot(page, 'between two layers').all()) {
    await expect(one).toHaveAttribute('aria-pressed', 'true');
  }
  await expect(detail(page)).toContainText('nn.LSTM(4, 4, num_layers=2, dropout=0.5)');
  await expect(detail(page).getByText('dropped: 3 of 12')).toBeVisible();
});

test('a place is opened in the figure by keys, and there is a way back', async ({ playground }) => {
  const { page } = playground;
  await part(page).scrollIntoViewIfNeeded();
  await spot(page, 'hidden units').first().focus();
  await page.keyboard.press('Enter');
  await expect(detail(page)).toHaveAccessibleName('MLP › hidden units');
  await detail(page).getByRole('button', { name: 'Open in the figure' }).focus();
  await page.keyboard.press('Enter');
  const banner = page.getByRole('complementary', { name: 'What is shown' });
  await expect(banner).toContainText('Shown: MLP, hidden units');
  await expect.poll(() => new URL(page.url()).hash).toContain('1.7');
  await banner.getByRole('button', { name: 'Back to my experiment' }).click();
  await expect(banner).toHaveCount(0);
});

test('the program of a place goes to “Your code”', async ({ playground }) => {
  const { page } = playground;
  await part(page).scrollIntoViewIfNeeded();
  await spot(page, 'the words that come in').first().click();
  await detail(page).getByRole('button', { name: 'Run it as a program' }).click();
  const program = page.locator('section#code dropout-program');
  await expect
    .poll(() => program.evaluate((one) => (one as { source?: string }).source))
    .toContain('nn.Embedding(10, 4)');
});

test('on a phone what a place says comes in sight', async ({ playground }) => {
  const { page } = playground;
  await page.setViewportSize({ width: 390, height: 844 });
  await spot(page, 'hidden units').first().scrollIntoViewIfNeeded();
  await spot(page, 'hidden units').first().click();
  await expect(detail(page).getByRole('button', { name: 'Open in the figure' })).toBeInViewport();
});

test('who put dropout there is a link away', async ({ playground: { page } }) => {
  const links = await part(page)
    .getByRole('link')
    .evaluateAll((all) =>
      all.map((link) => {
        const { href, target, rel, textContent } = link as HTMLAnchorElement;
        return [textContent, href, target, rel];
      }),
    );
  expect(links).toEqual(
    [
      ['Srivastava et al. 2014', 'https://jmlr.org/papers/v15/srivastava14a.html'],
      ['Zaremba et al. 2014', 'https://arxiv.org/abs/1409.2329'],
      ['Gal, Ghahramani 2016', 'https://arxiv.org/abs/1512.05287'],
      ['Vaswani et al. 2017', 'https://arxiv.org/abs/1706.03762'],
    ].map((link) => [...link, '_blank', 'noopener']),
  );
});

test('nothing is wrong with it for who cannot see it', async ({ playground }) => {
  const { page } = playground;
  await part(page).scrollIntoViewIfNeeded();
  expect(await axeFindingsInBothSchemes(page, 'dropout-places')).toEqual([]);
});
