// How tensors stand together: read as a product, compared cell by cell, and never cut off without a sign.
import type { Locator } from '@playwright/test';
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

test.use({ viewport: { width: 1280, height: 900 } });

const equation = ({ page }: PlaygroundPage) =>
  page.locator('dropout-playground dropout-equation .equation');

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The boxes of the cells of a grid, by their index. */
function cellsOf(grid: Locator): Promise<Box[]> {
  return grid.evaluate((element) => {
    const root = element.shadowRoot as ShadowRoot;
    return [...root.querySelectorAll<HTMLElement>('td[data-index]')]
      .sort((one, other) => Number(one.dataset.index) - Number(other.dataset.index))
      .map((cell) => {
        const { x, y, width, height } = cell.getBoundingClientRect();
        return { x, y, width, height };
      });
  });
}

/** Those of x, mask, train and eval. */
async function cellsOfAll(playground: PlaygroundPage): Promise<Box[][]> {
  const found: Box[][] = [];
  for (const part of ['.input', '.mask', '.train', '.eval']) {
    const grid = equation(playground).locator(`${part} > :is(tensor-grid, tensor-editor)`);
    found.push(await cellsOf(grid));
  }
  return found;
}

/** Inputs, and how their four tensors stand: each element in one row of the page, or in one column. */
const TENSORS: readonly [settings: string, by: 'row' | 'column'][] = [
  ['input=[1,2,3,4]&seed=42', 'row'],
  ['input=[[1,2,3,4],[5,6,7,8]]&seed=42', 'row'],
  ['input=torch.ones(2,3,4)&seed=42', 'row'],
  ['input=torch.ones(2,4,3,3)&layer=Dropout2d&seed=42', 'row'],
  ['input=torch.ones(2,2,2,2,2)&seed=42', 'row'],
  ['input=torch.ones(8,1,4)&seed=42', 'row'],
  ['input=[[1,2,3,4],[5,6,7,8]]&layer=AlphaDropout&seed=42', 'row'],
  ['input=[[1,0.5,-1.5,2],[0.5,3,2,0.5],[1.5,-1,-0.5,1]]&layer=AlphaDropout&seed=42', 'row'],
  ['input=torch.ones(10)&seed=42', 'column'],
  ['input=torch.rand(10)&seed=42', 'column'],
  ['input=torch.arange(12.)&seed=42', 'column'],
  ['input=torch.ones(1,12)&seed=42', 'column'],
  ['input=torch.ones(2,9)&seed=42', 'column'],
];

test('tensors of any shape are read as a product', { tag: ['@engines', '@viewport'] }, async ({
  playground,
}) => {
  // Cells move a little when they change.
  await playground.page.emulateMedia({ reducedMotion: 'reduce' });
  await checkRows(TENSORS, { title: ([settings]) => settings }, async ([settings, by]) => {
    await playground.open(`#${settings}`);
    const [x = [], ...others] = await cellsOfAll(playground);
    expect(x.length).toBeGreaterThan(3);
    for (const cells of others) {
      expect(cells).toHaveLength(x.length);
      for (const [i, cell] of cells.entries()) {
        const own = x[i] as Box;
        const off = by === 'row' ? cell.y - own.y : cell.x - own.x;
        expect(Math.abs(off), `${i}`).toBeLessThan(1.5);
        if (by === 'column') expect(Math.abs(cell.width - own.width)).toBeLessThan(1.5);
      }
    }
    for (const operator of ['.times', '.scale', '.equals']) {
      await expect(equation(playground).locator(operator)).toBeVisible();
    }
    const { x: left, width } = (await equation(playground).boundingBox()) as Box;
    for (const cell of [x, ...others].flat()) {
      expect(cell.x).toBeGreaterThan(left);
      expect(cell.x + cell.width).toBeLessThan(left + width + 1);
    }
  });
});

test('alpha dropout has its two numbers for the one', async ({ playground }) => {
  await playground.open('#input=[[1,2,3,4],[5,6,7,8]]&layer=AlphaDropout&seed=42');
  await expect(equation(playground).locator('.mask figcaption')).toContainText('mask');
  await expect(equation(playground).locator('.scale')).toHaveText(
    /×\s*a \+ b\s*a · \(x \| −α′\) \+ b/,
  );
});

const COMPARED: readonly [settings: string, by: 'row' | 'column'][] = [
  ['input=[[1,2,3,4],[5,6,7,8]]&seed=42', 'row'],
  ['input=torch.ones(2,3,4)&seed=42', 'row'],
  ['input=torch.ones(2,4,3,3)&seed=42', 'row'],
  ['input=torch.rand(10)&seed=42', 'column'],
  ['input=torch.ones(1,12)&seed=42', 'column'],
];

test('machines are compared cell by cell', { tag: '@viewport' }, async ({ playground }) => {
  const { page } = playground;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await checkRows(COMPARED, { title: ([settings]) => settings }, async ([settings, by]) => {
    await playground.open(`#machines=torch-cpu/torch-cpu-mkl&${settings}`);
    const grids = page.locator('machine-comparison tensor-grid');
    await expect(grids).toHaveCount(2);
    await page.locator('machine-comparison summary').first().click();
    const [one = [], other = []] = [await cellsOf(grids.nth(0)), await cellsOf(grids.nth(1))];
    for (const [i, cell] of other.entries()) {
      const first = one[i] as Box;
      const off = by === 'row' ? cell.y - first.y : cell.x - first.x;
      expect(Math.abs(off), `${i}`).toBeLessThan(1.5);
    }
  });
});

test.describe('the explained cell', () => {
  test('is marked in all grids from the beginning, and stays so', { tag: '@engines' }, async ({
    playground,
  }) => {
    const { page } = playground;
    const marked = () =>
      page
        .locator('dropout-playground dropout-equation, gradient-flow')
        .locator(':is(tensor-grid, tensor-editor)')
        .evaluateAll((grids) =>
          grids.map((grid) =>
            [
              ...(grid.shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>('[data-pointed]'),
            ].map(({ dataset }) => dataset.index),
          ),
        );
    await playground.open('#input=[[1,2,3,4],[5,6,7,8]]&seed=42');
    await page.locator('gradient-flow summary').click();
    await expect(page.locator('gradient-flow tensor-grid')).toHaveCount(2);
    await expect.poll(marked).toEqual(Array(7).fill(['0']));
    await page.locator('dropout-playground dropout-equation .train td[data-index="5"]').hover();
    await page.mouse.move(0, 0);
    await expect(page.locator('cell-derivation .title')).toContainText('Why row 2, column 2?');
    await expect.poll(marked).toEqual(Array(7).fill(['5']));
    // Of a smaller tensor the last one is explained.
    await playground.text.fill('[1, 2, 3]');
    await expect(page.locator('cell-derivation .title')).toContainText('Why element 3?');
    await expect.poll(marked).toEqual(Array(7).fill(['2']));
  });

  test('is none where there is no cell', async ({ playground }) => {
    const { page } = playground;
    await playground.set({ input: 'torch.ones(0)' });
    await expect(playground.train).toHaveText('tensor([])');
    await expect(page.locator('dropout-playground dropout-equation [data-pointed]')).toHaveCount(0);
  });
});

test.describe('prints', () => {
  const wide = '#input=torch.randn(6,6)&p=0.3&seed=1';

  /** How many pixels of a print are out of its sight. */
  const cut = (print: Locator) => print.evaluate((pre) => pre.scrollWidth - pre.clientWidth);

  test('of six columns of four decimals are not cut at 1280', { tag: '@viewport' }, async ({
    playground,
  }) => {
    await playground.open(wide);
    for (const print of [playground.printed('print(x)'), playground.train, playground.eval]) {
      expect(await cut(print)).toBe(0);
    }
  });

  test('that are cut say so by a shadow, and scroll by keyboard', {
    tag: ['@viewport', '@real-input'],
  }, async ({ playground }) => {
    const { page } = playground;
    await page.setViewportSize({ width: 390, height: 844 });
    await playground.open(wide);
    const print = playground.train;
    expect(await cut(print)).toBeGreaterThan(50);
    await expect(print).toHaveCSS('background-attachment', /local.*scroll/);
    await print.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => print.evaluate((pre) => pre.scrollLeft)).toBeGreaterThan(0);
  });
});

test('PyTorch’s warning stands beside its prints', async ({ playground }) => {
  const { page } = playground;
  await playground.open('#input=torch.ones(2,3,4)&layer=Dropout2d&seed=0');
  await expect(page.locator('dropout-playground .warning')).toHaveText(
    /^UserWarning: dropout2d: Received a 3D input to dropout2d and assuming/,
  );
  await playground.open('#input=torch.ones(1,2,3,4)&layer=Dropout2d&seed=0');
  await expect(page.locator('dropout-playground .warning')).toHaveCount(0);
});

test('a large heat map begins with a part in which cells are seen', async ({ playground }) => {
  const { page } = playground;
  await playground.open('#input=torch.rand(2000,2000)&seed=1');
  const maps = page.locator('dropout-playground dropout-equation tensor-heat-map');
  await expect(maps).toHaveCount(4, { timeout: 60_000 });
  for (const i of [0, 1, 2, 3]) {
    await expect(maps.nth(i).locator('.caption')).toHaveText('[0:64, 0:64] · 2,000 × 2,000');
    const { width } = (await maps.nth(i).locator('.frame').boundingBox()) as Box;
    expect(width).toBeGreaterThan(480);
  }
  await maps.nth(0).hover();
  await maps.nth(0).getByRole('button', { name: 'Show all' }).click();
  await expect(maps.nth(1).locator('.caption')).toHaveText(/^2,000 × 2,000 · \d+ a pixel$/);
});

test('every small picture of a call can be seen', async ({ playground }) => {
  const { page } = playground;
  for (const shape of ['2,4,3,3', '8,2,2,2', '3,3,4', '2,2,2,2,2']) {
    await playground.open(`#input=torch.ones(${shape})&seed=1`);
    const box = (await page.locator('call-strip svg').boundingBox()) as Box;
    expect(box.width, shape).toBeGreaterThan(15);
    expect(box.width, shape).toBeLessThan(49);
  }
});

test('numbers have the decimal sign of the cells above them', async ({ playground }) => {
  const { page } = playground;
  for (const [language, sums] of [
    ['de', 'Summe 1\u202f250.5 Mittelwert 625.25'],
    ['fr', 'somme 1\u202f250.5 moyenne 625.25'],
    ['hi', 'योग 1,250.5 औसत 625.25'],
    ['en', 'sum 1,250.5 mean 625.25'],
  ] as const) {
    await page.goto(`./?lang=${language}#input=[1000.5,250]&seed=42`);
    await expect(equation(playground).locator('.input .sum')).toHaveText(sums);
  }
});

test('two tensors of five columns stand side by side at 390 px, and none is cut off', async ({
  playground,
}) => {
  const { page } = playground;
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.text.fill('torch.ones(2, 5)');
  await expect(playground.train).toContainText('2.');
  await expect(equation(playground)).toHaveAttribute('data-pairs');
  const cut = await equation(playground).evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(cut).toBe(0);
});
