// The line of draws: where each dot stands, and p, dragged through them by a mouse, a finger and keys.
import type { Locator, Page } from '@playwright/test';
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

const SEED_42 = { input: '[[1, 2, 3, 4], [5, 6, 7, 8]]', seed: '42', p: '0.5' };

const lineOf = (page: Page) => page.locator('dropout-playground dropout-draws');
const dots = (page: Page) => lineOf(page).getByRole('option');
const handle = (page: Page) => lineOf(page).getByRole('slider');
const chosen = (page: Page) => lineOf(page).getByRole('option', { selected: true });

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on view');
  return box;
}

/** Where on the line, 0 to 1, the middle of each element is. */
async function placesOf(page: Page, elements: Locator): Promise<number[]> {
  const { left, width } = await lineOf(page)
    .locator('.strip')
    .evaluate((strip) => strip.getBoundingClientRect());
  return elements.evaluateAll(
    (all, [left, width]) =>
      all.map((one) => {
        const box = one.getBoundingClientRect();
        return (box.left + box.width / 2 - (left as number)) / (width as number);
      }),
    [left, width],
  );
}

const fates = (page: Page) =>
  dots(page).evaluateAll((all) => all.map((one) => (one.dataset.fate === 'kept' ? '1' : '0')));

test('each dot stands where its draw is, on the side of its decision', {
  tag: '@engines',
}, async ({ playground }) => {
  const { page } = playground;
  await checkRows(
    [
      { engine: 'torch-cpu', p: '0.3' },
      { engine: 'torch-cpu-mkl', p: '0.3' },
      { engine: 'torch-cuda', p: '0.6' },
      { engine: 'jax', p: '0.5' },
      { engine: 'tfjs', p: '0.3' },
      { engine: 'numpy,form=rand>p', p: '0.4' },
    ],
    { title: ({ engine, p }) => `${engine}, p = ${p}` },
    async (settings) => {
      await playground.set({ ...SEED_42, ...settings });
      await expect(dots(page)).toHaveCount(8);
      const places = await placesOf(page, dots(page));
      const { x, width } = await boxOf(lineOf(page).locator('.strip'));
      const covered = await boxOf(lineOf(page).locator('.strip > .dropped'));
      const from = (covered.x - x) / width;
      const to = (covered.x + covered.width - x) / width;
      expect(to - from).toBeCloseTo(Number(settings.p), 2);
      const mask = await playground.grid('mask');
      expect(await fates(page)).toEqual(mask);
      for (const [i, place] of places.entries()) {
        await playground.gridNamed('mask').getByRole('gridcell').nth(i).hover();
        // The derivation's number; the dot says it as well.
        const text = await page.locator('cell-derivation b').first().textContent();
        expect(place).toBeCloseTo(Number(text?.split(/\s/)[0]), 2);
        await expect(chosen(page)).toHaveAttribute('data-index', String(i));
        expect(place > from && place < to).toBe(mask[i] === '0');
      }
    },
  );
});

test('dots are called by their numbers, or by their places', async ({ playground }) => {
  const { page } = playground;
  await playground.set(SEED_42);
  await expect(dots(page)).toHaveText(['1', '2', '3', '4', '5', '6', '7', '8']);
  await playground.set({ input: 'torch.ones(2, 2)' });
  await expect(dots(page)).toHaveText(['[0,0]', '[0,1]', '[1,0]', '[1,1]']);
  await playground.set({ input: 'torch.ones(2, 3, 2, 2)', layer: 'Dropout2d' });
  await expect(dots(page)).toHaveCount(6);
  // A dot for each channel: each of its cells chooses it.
  await playground.gridNamed('mask').getByRole('gridcell').nth(11).hover();
  await expect(chosen(page)).toHaveText('[0,2]');
  await playground.set({ input: 'torch.ones(5, 5)', layer: 'Dropout' });
  await expect(dots(page)).toHaveCount(25);
  await expect(dots(page).first()).toHaveText('');
  await playground.set({ input: 'torch.ones(21, 20)' });
  await expect(dots(page)).toHaveCount(0);
  await expect(lineOf(page).locator('.columns')).toBeVisible();
  // Of so many, the chosen one alone stands on the line.
  const [place] = await placesOf(page, lineOf(page).locator('.mark'));
  expect(place).toBeCloseTo(Number(await lineOf(page).locator('.number').textContent()), 2);
});

test('where nothing is drawn the line is empty, and says so', async ({ playground }) => {
  const { page } = playground;
  for (const p of ['0', '1']) {
    await playground.set({ ...SEED_42, p });
    await expect(lineOf(page)).toContainText(`nothing is drawn for p = ${p}`);
    await expect(dots(page)).toHaveCount(0);
    await expect(lineOf(page).locator('.strip > .dropped')).toHaveCount(0);
    await expect(handle(page)).toHaveAttribute('aria-valuetext', /^p = [01]: [08] of 8 dropped$/);
  }
  // NumPy's lines of code draw then, too.
  await playground.set({ engine: 'numpy', p: '1' });
  await expect(dots(page)).toHaveCount(8);
});

test('the bytes of fast stand before their table', async ({ playground }) => {
  const { page } = playground;
  await playground.set({ ...SEED_42, engine: 'fast', p: '0.3' });
  await expect(dots(page)).toHaveCount(8);
  const rows = lineOf(page).locator('.table > div');
  await expect(rows).toHaveCount(4);
  // They fall, since they are drawn anew.
  await lineOf(page).evaluate(async ({ shadowRoot }) => {
    await Promise.all((shadowRoot?.getAnimations() ?? []).map(({ finished }) => finished));
  });
  const isHatched = await dots(page).evaluateAll((all) =>
    all.map((dot) => {
      const { left, width, top, height } = dot.getBoundingClientRect();
      const [x, y] = [left + width / 2 + 1, top + height / 2];
      const root = dot.getRootNode() as ShadowRoot;
      return [...root.querySelectorAll('.table .dropped')].some((one) => {
        const box = one.getBoundingClientRect();
        return x >= box.left && x < box.right && y > box.top && y < box.bottom;
      });
    }),
  );
  // None of these bytes is one that does not decide.
  expect(isHatched.map((hatched) => (hatched ? '0' : '1'))).toEqual(await fates(page));
  expect(await fates(page)).toEqual(await playground.grid('mask'));
});

test.describe('p', () => {
  test.beforeEach(async ({ playground }) => {
    await playground.set(SEED_42);
    await expect(dots(playground.page)).toHaveCount(8);
  });

  test('is dragged through the dots by a mouse', {
    tag: ['@engines', '@real-input'],
  }, async ({ playground }) => {
    const { page } = playground;
    await lineOf(page).scrollIntoViewIfNeeded();
    const knob = await boxOf(lineOf(page).locator('.knob'));
    const strip = await boxOf(lineOf(page).locator('.strip'));
    const [x, y] = [knob.x + knob.width / 2, knob.y + knob.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    // To the left of the sixth draw, which is 0.4768.
    await page.mouse.move(x - 0.05 * strip.width, y, { steps: 5 });
    await expect(playground.p).toHaveValue('0.55');
    expect(await playground.grid('mask')).toEqual([...'11110000']);
    await page.mouse.move(strip.x + 0.7 * strip.width, y, { steps: 5 });
    await expect(playground.p).toHaveValue('0.3');
    expect(await playground.grid('mask')).toEqual([...'11111100']);
    expect(await fates(page)).toEqual([...'11111100']);
    // Beyond its ends it stays at them.
    await page.mouse.move(strip.x - 40, y);
    await expect(playground.p).toHaveValue('1');
    await page.mouse.up();
    await page.mouse.move(x, y);
    await expect(playground.p).toHaveValue('1');
  });

  test('comes to where the line is pressed', { tag: ['@engines', '@real-input'] }, async ({
    playground,
  }) => {
    const { page } = playground;
    await lineOf(page).scrollIntoViewIfNeeded();
    const { x, y, width, height } = await boxOf(lineOf(page).locator('.strip'));
    await page.mouse.click(x + 0.8 * width, y + 0.2 * height);
    await expect(playground.p).toHaveValue('0.2');
  });

  test('is moved by keys as it is seen, and told in words', { tag: '@engines' }, async ({
    playground,
  }) => {
    const { page } = playground;
    await expect(handle(page)).toHaveAttribute('aria-valuetext', 'p = 0.5: 3 of 8 dropped');
    await handle(page).focus();
    for (const [key, p] of [
      ['ArrowUp', '0.51'],
      ['ArrowLeft', '0.52'],
      ['ArrowRight', '0.51'],
      ['ArrowDown', '0.5'],
      ['PageUp', '0.6'],
      ['End', '1'],
      ['Home', '0'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(playground.p).toHaveValue(p);
    }
    await playground.set({ engine: 'tfjs', p: '0.5' });
    await page.keyboard.press('ArrowRight');
    await expect(playground.p).toHaveValue('0.51');
    await expect(handle(page)).toBeFocused();
  });

  test('and all that follows from it change in the same frame', async ({ playground }) => {
    const { page } = playground;
    const changes = await lineOf(page).evaluate(async (line) => {
      const root = line.getRootNode() as ShadowRoot;
      const handle = line.shadowRoot?.querySelector('.handle');
      const shown = () => {
        const mask = root
          .querySelector('dropout-equation')
          ?.shadowRoot?.querySelector('.mask tensor-grid')?.shadowRoot;
        const cells = [...(mask?.querySelectorAll('td[data-index]') ?? [])];
        const dots = [...(line.shadowRoot?.querySelectorAll<HTMLElement>('.dot') ?? [])];
        return [
          cells.map((cell) => cell.textContent).join(''),
          dots.map((dot) => (dot.dataset.fate === 'kept' ? 1 : 0)).join(''),
        ];
      };
      await new Promise(requestAnimationFrame);
      handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp', cancelable: true }));
      // All in microtasks: no frame passes.
      for (let i = 0; i < 50; ++i) await null;
      return shown();
    });
    expect(changes).toEqual(['11110000', '11110000']);
  });

  test('is dragged by a finger, which may scroll elsewhere, and taps dots', {
    tag: '@touch',
  }, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      hasTouch: true,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(`${baseURL}#input=${encodeURIComponent(SEED_42.input)}&seed=42`);
    await expect(dots(page)).toHaveCount(8);
    const strip = await boxOf(lineOf(page).locator('.strip'));
    const knob = await boxOf(lineOf(page).locator('.knob'));
    const client = await context.newCDPSession(page);
    const touch = (type: string, x?: number) =>
      client.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: x === undefined ? [] : [{ x, y: knob.y + knob.height / 2 }],
      });
    const middle = knob.x + knob.width / 2;
    await touch('touchStart', middle);
    await touch('touchMove', middle + 0.1 * strip.width);
    await touch('touchMove', middle + 0.2 * strip.width);
    await touch('touchEnd');
    await expect(handle(page)).toHaveAttribute('aria-valuenow', '0.3');
    await dots(page).nth(2).tap();
    await expect(chosen(page)).toHaveText('3');
    await expect(page.locator('cell-derivation')).toContainText('0.1236');
    await context.close();
  });

  test('has no other control but its number, and a slider where there is no line', async ({
    playground,
  }) => {
    const { page, figure } = playground;
    const sliders = figure.getByRole('slider');
    await expect(sliders).toHaveCount(1);
    await page.getByRole('button', { name: 'Increase p' }).click();
    await expect(playground.p).toHaveValue('0.51');
    await playground.p.press('ArrowDown');
    await playground.p.press('ArrowDown');
    await expect(handle(page)).toHaveAttribute('aria-valuenow', '0.49');
    await playground.set({ input: '[]' });
    await expect(handle(page)).toHaveCount(0);
    await sliders.press('End');
    await expect(playground.p).toHaveValue('1');
  });

  test('is dragged in the bar as well, where the dots follow', {
    tag: ['@engines', '@real-input'],
  }, async ({ playground }) => {
    const { page } = playground;
    await expect(page.locator('take-away')).toBeAttached();
    await page.locator('#practice').evaluate((section) => section.scrollIntoView());
    const bar = page.getByRole('group', { name: 'The figure’s p and seed' });
    await expect(bar.locator('.dot')).toHaveCount(8);
    const strip = await boxOf(bar.locator('.strip'));
    await page.mouse.click(strip.x + 0.7 * strip.width, strip.y + 5);
    await expect(bar.locator('#p')).toHaveValue('0.3');
    await expect(bar.locator('.dot[data-fate=dropped]')).toHaveCount(2);
    await expect(bar.getByRole('slider')).toHaveAttribute('aria-valuetext', /2 of 8 dropped/);
  });

  test('cannot be moved where it is locked', async ({ playground }) => {
    const { page } = playground;
    await page.locator('dropout-playground').evaluate((figure) => {
      figure.setAttribute('controls', 'p:locked draws');
    });
    await expect(handle(page)).toHaveAttribute('aria-disabled', 'true');
    await handle(page).focus();
    await page.keyboard.press('ArrowUp');
    await expect(handle(page)).toHaveAttribute('aria-valuenow', '0.5');
    await page
      .locator('dropout-playground')
      .evaluate((figure) => figure.removeAttribute('controls'));
  });
});

test('a cell chooses its dot, and a dot its cell', { tag: '@engines' }, async ({ playground }) => {
  const { page } = playground;
  await playground.set(SEED_42);
  await playground.gridNamed('train output').getByRole('gridcell').nth(5).hover();
  await expect(chosen(page)).toHaveText('6');
  await expect(lineOf(page).locator('.number')).toHaveText('0.4768');
  await dots(page).nth(6).hover();
  await expect(page.locator('td[data-pointed][data-index="6"]')).toHaveCount(4);
  await expect(lineOf(page).locator('.number')).toHaveText('0.9552');
});

test('no text stands where threads lead from the mask', { tag: '@viewport' }, async ({
  playground,
}) => {
  const { page } = playground;
  await page.setViewportSize({ width: 1280, height: 800 });
  await playground.set(SEED_42);
  const equation = page.locator('dropout-playground dropout-equation');
  const mask = await boxOf(playground.gridNamed('mask'));
  const count = await boxOf(equation.locator('.mask .sum'));
  expect(count.y + count.height).toBeLessThanOrEqual(mask.y);
  // Nor does p move the tensors, or a gap stand between train and eval.
  const lefts = () =>
    equation
      .locator('figure')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  const before = await lefts();
  const [train, unchanged] = await Promise.all([
    boxOf(playground.gridNamed('train output')),
    boxOf(playground.gridNamed('eval output')),
  ]);
  expect(unchanged.x - train.x - train.width).toBeLessThan(40);
  await playground.set({ p: '0.3' });
  await expect(playground.train).toContainText('1.4286');
  expect(await lefts()).toEqual(before);
});

test('the arrow keys lead from dot to dot along the line', { tag: '@engines' }, async ({
  playground,
}) => {
  const { page } = playground;
  await playground.set(SEED_42);
  await dots(page).nth(3).focus();
  for (const [key, name] of [
    ['ArrowRight', '1'],
    ['ArrowRight', '2'],
    ['ArrowRight', '3'],
    ['ArrowLeft', '2'],
    ['End', '7'],
    ['ArrowRight', '7'],
    ['Home', '4'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(chosen(page)).toHaveText(name);
  }
  await expect(page.locator('cell-derivation')).toContainText('0.0526');
  await expect(chosen(page)).toBeFocused();
  await expect(chosen(page)).toHaveAccessibleName('4: 0.0526, kept');
});

test('a thread leads from the chosen cell to its dot, on a wide page alone', {
  tag: '@viewport',
}, async ({ playground }) => {
  const { page } = playground;
  await page.setViewportSize({ width: 1280, height: 800 });
  await playground.set(SEED_42);
  await playground.gridNamed('mask').getByRole('gridcell').nth(1).hover();
  const thread = lineOf(page).locator('.thread');
  const ends = () =>
    thread.evaluate((path: SVGPathElement) => {
      const matrix = path.getScreenCTM() as DOMMatrix;
      const at = (length: number) => path.getPointAtLength(length).matrixTransform(matrix);
      const [start, end] = [at(0), at(path.getTotalLength())];
      return [start.x, start.y, end.x, end.y];
    });
  await expect.poll(async () => (await ends())[2]).toBeGreaterThan(0);
  const cell = await boxOf(playground.gridNamed('mask').getByRole('gridcell').nth(1));
  await expect
    .poll(async () => {
      const dot = await boxOf(chosen(page));
      const [startX = 0, startY = 0, endX = 0, endY = 0] = await ends();
      return (
        // Between its column and the next one, from its lower edge on.
        Math.abs(startX - (cell.x + cell.width)) < 4 &&
        Math.abs(startY - (cell.y + cell.height)) < 4 &&
        Math.abs(endX - (dot.x + dot.width / 2)) < 1 &&
        Math.abs(endY - dot.y) < 5
      );
    })
    .toBe(true);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(thread).toHaveAttribute('d', '');
  await expect(chosen(page)).toBeVisible();
});

test('the dots of a large tensor are counted in the worker', { tag: '@engines' }, async ({
  playground,
}) => {
  const { page } = playground;
  await playground.set({ input: 'torch.ones(300, 300)', p: '0.3', seed: '1' });
  const columns = lineOf(page).locator('.columns');
  await expect(columns).toBeVisible();
  const count = await page.locator('.mask .sum').first().textContent();
  const dropped = /[\d,]{3,}/.exec(count ?? '')?.[0] as string;
  await expect(lineOf(page)).toContainText(`${dropped} dropped`);
  await expect(lineOf(page)).toContainText('draws below 1 − p = 0.70');
});

test('nothing moves where motion is reduced', { tag: '@reduced-motion' }, async ({
  playground,
}) => {
  const { page } = playground;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await playground.set({ ...SEED_42, call: '2' });
  await expect(dots(page).first()).toHaveAttribute('data-falls', /[01]/);
  const moving = await lineOf(page).evaluate((line) => line.shadowRoot?.getAnimations().length);
  expect(moving).toBe(0);
});

test('dots fall once when they are drawn anew, and not for another p', async ({ playground }) => {
  const { page } = playground;
  await playground.set(SEED_42);
  const falls = () => dots(page).evaluateAll((all) => all.map((one) => one.dataset.falls));
  const before = await falls();
  await playground.set({ p: '0.3' });
  expect(await falls()).toEqual(before);
  await playground.set({ call: '2' });
  const after = await falls();
  expect(after.every((one, i) => one !== undefined && one !== before[i])).toBe(true);
});

test('kept and dropped are told apart in forced colours', async ({ playground }) => {
  const { page } = playground;
  await playground.set(SEED_42);
  await page.emulateMedia({ forcedColors: 'active' });
  const looks = await dots(page).evaluateAll((all) =>
    [all[0], all[4]].map((dot) => {
      const { backgroundColor, borderStyle } = getComputedStyle(dot?.firstElementChild as Element);
      return `${backgroundColor} ${borderStyle}`;
    }),
  );
  expect(looks[0]).not.toBe(looks[1]);
  expect(looks[1]).toContain('dashed');
  const border = await lineOf(page)
    .locator('.strip > .dropped')
    .evaluate((zone) => getComputedStyle(zone).borderStyle);
  expect(border).toBe('dashed');
});

test('reads from left to right on any page, in the words of its language', async ({
  playground,
}: {
  playground: PlaygroundPage;
}) => {
  const { page } = playground;
  await playground.set(SEED_42);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const [first = 0, last = 0] = await placesOf(page, dots(page).nth(3).or(dots(page).nth(6)));
  expect(first).toBeLessThan(last);
  await page.evaluate(() => {
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'de';
  });
  await expect(lineOf(page)).toContainText('3 verworfen');
  await expect(lineOf(page)).toContainText('Ziehungen unter');
  await expect(handle(page)).toHaveAttribute('aria-valuetext', 'p = 0.5: 3 von 8 verworfen');
});
