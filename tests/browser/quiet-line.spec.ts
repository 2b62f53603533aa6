// The quiet line: it says what is chosen, and unfolds the fields in place, by press, touch and keys.
import { expect, type PlaygroundPage, test } from './playground-page.ts';

const fold = ({ figure }: PlaygroundPage, name: string | RegExp) =>
  figure.getByRole('group', { name: 'What is chosen' }).getByRole('button', { name });

test('says what is chosen', async ({ playground }) => {
  const line = playground.figure.getByRole('group', { name: 'What is chosen' });
  await expect(line).toContainText('PyTorch CPU 2.7+');
  await expect(line).toContainText('nn.Dropout');
  await expect(line).toContainText('seed 42');
  await playground.set({ engine: 'jax', seed: '7', skip: '3', call: '2', inplace: 'true' });
  await expect(line).toContainText('JAX');
  await expect(line).toContainText('Dropout, inplace');
  await expect(line).toContainText('seed 7 · skip 3');
  await expect(line).toContainText('call 2');
});

test('unfolds and folds each field, by mouse and by keys', {
  tag: ['@engines', '@real-input'],
}, async ({ playground }) => {
  const { page, figure } = playground;
  await playground.open('#seed=42', { isFolded: true });
  for (const [name, field] of [
    ['random numbers of: PyTorch CPU 2.7+', '#engine'],
    ['layer: nn.Dropout', '#layer'],
    ['seed 42', '#seed'],
    ['call 1', 'call-strip'],
    ['text', '#input'],
  ] as const) {
    const button = fold(playground, name);
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await expect(figure.locator(field)).toHaveCount(0);
    await button.click();
    await expect(figure.locator(field)).toBeVisible();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Enter');
    await expect(figure.locator(field)).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(figure.locator(field)).toBeVisible();
    await button.click();
    await expect(button).toBeFocused();
  }
});

test('by touch', { tag: '@touch' }, async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(`${baseURL}#seed=42`);
  await page.getByRole('button', { name: 'seed 42', exact: true }).tap();
  await page.getByRole('button', { name: 'Next seed' }).tap();
  await expect(page.getByRole('button', { name: 'seed 43', exact: true })).toBeVisible();
  await context.close();
});

test('a field that is wrong comes into sight, and stays until it is mended', async ({
  playground,
}) => {
  await playground.open('#seed=42', { isFolded: true });
  await playground.set({ seed: 'abc' });
  await expect(playground.errorOf('seed')).toBeVisible();
  await fold(playground, 'seed abc').click();
  await expect(playground.errorOf('seed')).toBeVisible();
});

test('every digit is told to who asks for it', { tag: '@engines' }, async ({ playground }) => {
  const digits = playground.figure.locator('cell-derivation');
  await expect(digits.getByText('3f800000')).toBeHidden();
  await digits.getByText('every digit').click();
  await expect(digits.getByText('3f800000')).toBeVisible();
});
