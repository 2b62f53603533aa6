// What keeps the page quick, by its causes: who works when. The times are measured by npm run bench.
import type { Locator, Page } from '@playwright/test';
import type { DropoutDraws } from '../../web/figure/draws/dropout-draws.ts';
import type { ExperimentElement } from '../../web/figure/experiment-element.ts';
import type { TensorGrid } from '../../web/figure/grids/tensor-grid.ts';
import type { TensorHeatMap } from '../../web/figure/grids/tensor-heat-map.ts';
import { expect, test } from './playground-page.ts';

test.use({ isLoaded: true });

function cellsOf(grid: Locator) {
  return grid.evaluateHandle((one) => (one as TensorGrid).cells);
}

/** Moves p on its line, and tells p of each part and of the line when the playground is done. */
function slideTo(page: Page, p: string) {
  return page.evaluate(async (p) => {
    const playground = document.querySelector<ExperimentElement>(
      'dropout-playground',
    ) as ExperimentElement;
    const draws = playground.shadowRoot?.querySelector<DropoutDraws>('dropout-draws');
    const handle = draws?.shadowRoot?.querySelector('.handle');
    // A key for each hundredth.
    const steps = Math.round(100 * (Number(p) - Number(playground.p)));
    for (let i = 0; i < Math.abs(steps); ++i) {
      const key = steps < 0 ? 'ArrowDown' : 'ArrowUp';
      handle?.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
      await playground.updateComplete;
    }
    await draws?.updateComplete;
    const parts = ['dropout-playground', 'machine-comparison', 'seed-search', 'take-away'];
    const found = parts.map((name) => (document.querySelector(name) as ExperimentElement).p);
    return { parts: found, slider: handle?.getAttribute('aria-valuenow') };
  }, p);
}

test('an edit is drawn by the playground, and the parts below follow after the frame', {
  tag: '@engines',
}, async ({ playground: { page } }) => {
  await expect(page.locator('take-away')).toBeAttached();
  expect((await slideTo(page, '0.31')).parts).toEqual(['0.31', '0.5', '0.5', '0.5']);
  for (const part of ['machine-comparison', 'seed-search', 'take-away']) {
    await expect(page.locator(part)).toHaveJSProperty('p', '0.31');
  }
});

test('the comparison makes nothing anew while it is off view', {
  tag: ['@engines', '@viewport'],
}, async ({ playground: { page } }) => {
  await page.setViewportSize({ width: 800, height: 500 });
  const grids = page.locator('machine-comparison tensor-grid');
  await page.locator('machine-comparison').scrollIntoViewIfNeeded();
  await expect(grids).not.toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 0));
  let cells = await cellsOf(grids.first());
  const isSame = () =>
    grids.first().evaluate((grid, cells) => (grid as TensorGrid).cells === cells, cells);
  // An observer tells of it a frame later, and what was begun in sight ends after it.
  await expect(async () => {
    cells = await cellsOf(grids.first());
    await page.waitForTimeout(300);
    expect(await isSame()).toBe(true);
  }).toPass();
  for (const p of ['0.2', '0.3', '0.4']) {
    await slideTo(page, p);
    await expect(page.locator('machine-comparison')).toHaveAttribute('p', p);
  }
  expect(await isSame()).toBe(true);
  await page.locator('machine-comparison').scrollIntoViewIfNeeded();
  await expect.poll(isSame).toBe(false);
});

test('a large tensor does not stand in for a wrong one, and the handle stays where it is', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.text.fill('torch.rand(300, 300)');
  const map = page.locator('dropout-playground dropout-equation tensor-heat-map').first();
  await expect(map.locator('.caption')).toContainText('300 × 300');
  const values = await map.evaluateHandle((one) => (one as TensorHeatMap).values);
  const isSame = () =>
    map.evaluate((one, values) => (one as TensorHeatMap).values === values, values);
  await playground.text.fill('[1, 2');
  await expect(playground.errorOf('input')).toContainText("']'");
  expect(await isSame()).toBe(true);
  await playground.text.fill('torch.rand(300, 300)');
  await expect.poll(isSame).toBe(false);
  // Its result is still that of the p before.
  expect((await slideTo(page, '0.31')).slider).toBe('0.31');
});
