// What is drawn between the seed and the layer, in the fold of the page and by links.

import { expect, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

test('settings before the layer are folded away, and found by keyboard', async ({ playground }) => {
  const { page } = playground;
  await playground.text.fill('torch.ones(3, 4)');
  await playground.seed.fill('0');
  const skip = page.getByRole('textbox', { name: 'words drawn first' });
  await expect(skip).toBeHidden();
  await page.getByText('More settings').focus();
  await page.keyboard.press('Enter');
  await skip.fill('16');
  // torch.manual_seed(0); nn.Linear(3, 4); nn.Dropout(0.5)(torch.ones(3, 4))
  await expect(playground.train).toHaveText(
    'tensor([[0., 2., 2., 2.],\n        [2., 0., 2., 2.],\n        [2., 2., 0., 0.]])',
  );
  await expect(page).toHaveURL(/[#&]skip=16/);
  await skip.fill('many');
  await expect(page.locator('#skip-error')).toContainText("but got 'many'");
  await expect(skip).toHaveAttribute('aria-invalid', 'true');
});

test('a link says what is drawn before the layer, and shows it', async ({ playground }) => {
  const { page } = playground;
  // tests/fixtures/torch-before-layer.json and jax-keys.json
  await checkRows(
    [
      {
        link: '#input=torch.randn(5)&earlier=0.3',
        name: 'p of a layer before',
        value: '0.3',
        train: 'tensor([0.6734, 0.0000, 0.0000, 0.4607, -0.0000])',
      },
      {
        link: '#input=torch.rand(2,3)&seed=1&skip=9&reseed=7',
        name: 'seed again',
        value: '7',
        train: 'tensor([[0.0000, 0.5586, 0.0000],\n        [0.0000, 0.0000, 0.0000]])',
      },
      {
        link: '#input=torch.ones(1,4)&seed=0&engine=flax-nnx&skip=2',
        name: 'keys taken first',
        value: '2',
        train: 'tensor([[2., 2., 2., 2.]])',
      },
      {
        link: '#input=torch.ones(8)&seed=split(key(0))[1]&engine=jax',
        name: 'seed',
        value: 'split(key(0))[1]',
        train: 'tensor([2., 2., 0., 2., 2., 2., 2., 0.])',
      },
    ],
    { title: ({ link }) => link },
    async ({ link, name, value, train }) => {
      await page.goto('about:blank');
      await playground.open(link);
      await expect(playground.train).toHaveText(train);
      const field = playground.figure.getByRole('textbox', { name, exact: true });
      await expect(field).toHaveValue(value);
    },
  );
});
