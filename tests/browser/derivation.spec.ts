// Why a cell is what it is, and what comes back through the mask.
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

const derivation = ({ page }: PlaygroundPage) => page.locator('cell-derivation');

/** Points at a cell of the train output, by its row-major index. */
async function point(playground: PlaygroundPage, index: number) {
  await playground.gridNamed('train output').getByRole('gridcell').nth(index).hover();
}

test('shows draw, threshold, scale, product and bits of the cell under the pointer', async ({
  playground,
}) => {
  await playground.set({ input: '[[1, 0.5, -1.5, 2]]', seed: '123' });
  await point(playground, 0);
  const shown = derivation(playground);
  await expect(shown).toContainText('Why row 1, column 1?');
  await expect(shown).toContainText('x[0, 0]');
  // The first words of mt19937 seeded with 123 are 2991312382 and 3062119789: their low 53 bits / 2^53.
  const [high, low] = [2991312382n, 3062119789n];
  const draw = Number(((high << 32n) | low) % 2n ** 53n) / 2 ** 53;
  await expect(shown).toContainText(`${draw.toFixed(4)} < 0.5`);
  await expect(shown).toContainText('= 1 − p → kept');
  await expect(shown).toContainText('1 / (1 − p) = 2');
  await expect(shown).toContainText('1 × 1 × 2 = 2');
  await expect(shown).toContainText('3f800000 → 40000000');
});

test('by the arrow keys in an output, and stays when the focus leaves', {
  tag: '@engines',
}, async ({ playground }) => {
  const { page } = playground;
  await playground.set({ input: '[[1, 2], [3, 4]]', seed: '1' });
  await playground.gridNamed('train output').getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(derivation(playground)).toContainText('Why row 2, column 1?');
  await page.keyboard.press('End');
  await expect(derivation(playground)).toContainText('Why row 2, column 2?');
  await expect(page.locator('td[data-pointed]')).toHaveCount(4);
  await playground.seed.focus();
  await expect(derivation(playground)).toContainText('Why row 2, column 2?');
});

test('by the focus in the input', async ({ playground }) => {
  await playground.cell(1, 3).focus();
  await expect(derivation(playground)).toContainText('Why element 3?');
});

test('of nothing there is none', async ({ playground }) => {
  await expect(derivation(playground)).toBeVisible();
  await playground.set({ input: '[]' });
  await expect(derivation(playground)).toHaveCount(0);
});

test('by touch', { tag: '@touch' }, async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(`${baseURL}#seed=42`);
  const figure = page.locator('dropout-playground');
  await figure.getByRole('grid', { name: 'train output' }).getByRole('gridcell').nth(1).tap();
  await expect(page.locator('cell-derivation')).toContainText('Why element 2?');
  await context.close();
});

const SURPRISES = [
  ['a dropped negative is -0', { input: '[-3]', p: '1' }, 0, 'keeps its sign'],
  ['a dropped inf is nan', { input: '[inf]', p: '1' }, 0, 'a dropped inf becomes nan'],
  ['JAX selects 0', { input: '[-3, -3, -3, -3]', engine: 'jax', p: '0.999' }, 0, 'without a sign'],
  ['p = 0 draws nothing', { p: '0' }, 0, 'nothing is drawn for p = 0'],
  [
    'a channel shares its draw',
    { input: 'torch.ones(1, 2, 3)', layer: 'Dropout1d' },
    4,
    'its 3 elements share',
  ],
  ['overflow', { input: '[3e38]', seed: '42' }, 0, 'becomes inf'],
  ['a kept zero', { input: '[0, 1]', seed: '42' }, 0, '0 stays 0'],
  ['alpha dropout', { layer: 'AlphaDropout', p: '0.99' }, 0, 'negative saturation of SELU'],
  ['fast compares nothing', { engine: 'fast' }, 0, 'decides four elements'],
] as const;

test('says what surprises', async ({ playground }) => {
  await checkRows(
    SURPRISES,
    { title: ([what]) => what, renew: (hasFailed) => playground.renew(hasFailed) },
    async ([, settings, index, text]) => {
      await playground.set(settings);
      await point(playground, index);
      await expect(derivation(playground)).toContainText(text);
    },
  );
});

test('a draw that is kept by a hair does not look equal to its threshold', async ({
  playground,
}) => {
  // torch.manual_seed(105776) with MKL: element 41 is dropped by the rounding to float32.
  await playground.set({ input: 'torch.ones(42)', seed: '105776', engine: 'torch-cpu-mkl' });
  await point(playground, 41);
  await expect(derivation(playground)).toContainText('dropped');
  await expect(derivation(playground)).toContainText('0.5 ≥ 0.5');
  await playground.set({ engine: 'torch-cpu', seed: '42', input: '[1, 2, 3, 4]', p: '0.1179' });
  await point(playground, 0);
  const comparison = await derivation(playground).locator('dd b').first().textContent();
  const [left, right] = comparison?.split(/ [<≥] /) ?? [];
  expect(left).not.toBe(right);
});

test('the scale is what the framework rounds it to', async ({ playground }) => {
  // float32(1 / float32(0.85)) is one bit below float32(1 / 0.85): reference, section 2.
  await playground.set({ p: '0.15', input: '[1]', seed: '42' });
  await point(playground, 0);
  await expect(derivation(playground)).toContainText('3f800000 → 3f969696');
});

test('nothing moves while one goes from cell to cell', { tag: '@engines' }, async ({
  playground,
}) => {
  const { page } = playground;
  await playground.set({ input: '[[1, -2, 0], [inf, nan, 3e38]]', seed: '5' });
  const heights = new Set<number>();
  for (let i = 0; i < 6; ++i) {
    await point(playground, i);
    await expect(page.locator('td[data-pointed]')).toHaveCount(4);
    heights.add((await derivation(playground).boundingBox())?.height ?? 0);
  }
  expect(heights.size).toBe(1);
});

test.describe('the gradient', () => {
  const cell = ({ page }: PlaygroundPage, column: number) =>
    page.locator('gradient-flow').getByRole('textbox', { name: `row 1, column ${column}` });

  test('comes back through the mask and the scale', async ({ playground }) => {
    const { page } = playground;
    await playground.set({ input: '[1, 2, 3, 4]', seed: '0', p: '0.5' });
    // torch.manual_seed(0): of four, the third is kept.
    await expect(playground.train).toHaveText('tensor([0., 0., 6., 0.])');
    await page.getByText('Gradient', { exact: true }).click();
    await expect.poll(() => playground.grid('gradient of x')).toEqual(['0', '0', '2', '0']);
    await cell(playground, 3).fill('-0.25');
    await expect
      .poll(() => playground.grid('gradient of x'))
      .toEqual(['0.0', '0.0', '-0.5', '0.0']);
    await page.getByRole('button', { name: 'all ones' }).click();
    await expect.poll(() => playground.grid('gradient of x')).toEqual(['0', '0', '2', '0']);
  });

  test('is edited by keyboard alone', { tag: ['@engines', '@real-input'] }, async ({
    playground,
  }) => {
    const { page } = playground;
    await page.locator('gradient-flow summary').focus();
    await page.keyboard.press('Enter');
    await expect(cell(playground, 1)).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.type('5');
    await page.keyboard.press('Tab');
    await expect(cell(playground, 2)).toBeFocused();
    await expect.poll(() => playground.grid('gradient of x')).toEqual(['10', '2', '2', '2']);
  });

  test('of another shape than the input is explained', async ({ playground }) => {
    await playground.page.getByText('Gradient', { exact: true }).click();
    await playground.set({ gradient: '[1, 2]' });
    await expect(playground.errorOf('gradient')).toContainText('shape');
    await expect(playground.train).toHaveText('tensor([2., 4., 6., 8.])');
  });

  test.describe('that fits no longer', () => {
    const add = ({ page }: PlaygroundPage) => page.getByRole('button', { name: 'Add a column' });

    test('says so while it is closed, and all else goes on', async ({ playground }) => {
      await playground.set({ gradient: '[5, 1, 1, 1]' });
      await add(playground).click();
      await expect(playground.train).toHaveText('tensor([2., 4., 6., 8., 0.])');
      await expect(playground.cell(1, 5)).toHaveValue('5');
      await expect(playground.errorOf('gradient')).toBeVisible();
      await playground.page.getByRole('button', { name: 'Remove the last column' }).click();
      await expect(playground.errorOf('gradient')).toHaveCount(0);
    });

    test('has ones in its place, which are made its own', async ({ playground }) => {
      const { page } = playground;
      await playground.set({ gradient: '[5, 1, 1, 1]' });
      await add(playground).click();
      await page.getByText('Gradient', { exact: true }).click();
      await expect.poll(() => playground.grid('gradient of x')).toEqual(['2', '2', '2', '2', '0']);
      await page.getByRole('button', { name: 'all ones' }).click();
      await expect(playground.errorOf('gradient')).toHaveCount(0);
      await expect(page.locator('dropout-playground')).toHaveJSProperty('gradient', '');
    });

    test('stops no large tensor either', async ({ playground }) => {
      await playground.set({ gradient: '[5, 1, 1, 1]', input: 'torch.ones(300, 300)' });
      await expect(playground.errorOf('gradient')).toContainText('shape');
      await expect(playground.eval).toContainText('[1., 1., 1.,  ..., 1., 1., 1.]');
    });
  });
});
