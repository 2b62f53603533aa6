// The ways through the page: the navigation, the skip link, the bar that stays in sight, and the projector mode.
import type { Page } from '@playwright/test';
import { expect, type PlaygroundPage, test } from './playground-page.ts';

const way = ({ page }: PlaygroundPage, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true });

const bar = ({ page }: PlaygroundPage) =>
  page.getByRole('group', { name: 'The figure’s p and seed' });

async function goTo({ page }: PlaygroundPage, part: string) {
  await expect(page.locator('take-away')).toBeAttached();
  await page.locator(`#${part}`).evaluate((section) => section.scrollIntoView());
}

test.describe('the navigation', () => {
  test('leads to a part, says so in the address, and knows where one is', async ({
    playground,
  }) => {
    const { page } = playground;
    await page.goto('./');
    await playground.unfold();
    await expect(page.locator('take-away')).toBeAttached();
    await expect(page.locator('nav [aria-current]')).toHaveCount(0);
    await way(playground, 'What goes wrong').click();
    await expect(page).toHaveURL(/\/#practice$/);
    await expect(page.locator('#practice')).toBeFocused();
    await expect(page.locator('nav [aria-current]')).toHaveText('What goes wrong');
    await page.locator('#machines').evaluate((section) => section.scrollIntoView());
    await expect(page.locator('nav [aria-current]')).toHaveText('Machines');
  });

  test('keeps the experiment in the address, and on the way back', async ({ playground }) => {
    const { page } = playground;
    await playground.open('#input=[9,8]&p=0.25&seed=7');
    await expect(page.locator('take-away')).toBeAttached();
    await way(playground, 'Which seed?').click();
    await expect(page).toHaveURL(/#search&input=\[9,8\]&p=0\.25&seed=7$/);
    await page.reload();
    await playground.unfold();
    await expect(playground.text).toHaveValue('[9, 8]');
    await expect(page.locator('#search')).toBeInViewport();
    await page.evaluate(() => history.back());
    await expect(page).toHaveURL(/#input=\[9,8\]&p=0\.25&seed=7$/);
    await expect(playground.text).toHaveValue('[9, 8]');
  });

  test('goes back to the usual experiment that a part was reached with', async ({ playground }) => {
    const { page } = playground;
    await page.goto('./');
    await playground.unfold();
    await expect(page.locator('take-away')).toBeAttached();
    await way(playground, 'What goes wrong').click();
    await page.getByRole('button', { name: 'p = 0.95', exact: true }).click();
    await expect(playground.p).toHaveValue('0.95');
    await page.evaluate(() => history.back());
    await expect(page).toHaveURL(/#practice$/);
    await expect(playground.p).toHaveValue('0.5');
  });

  test('has the lesson first, also by an address', { tag: '@engines' }, async ({ playground }) => {
    const { page } = playground;
    await expect(page.getByRole('navigation').getByRole('link').first()).toHaveText(
      /Learn it in five minutes/,
    );
    await page.goto('about:blank');
    await page.goto('./#lesson');
    await expect(page.locator('dropout-lesson').getByRole('heading')).toBeFocused();
  });

  test('is a menu where there is no room', { tag: ['@engines', '@viewport'] }, async ({
    playground,
  }) => {
    const { page } = playground;
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.locator('take-away')).toBeAttached();
    const menu = page.getByRole('button', { name: 'All parts' });
    await expect(way(playground, 'Take away')).toBeHidden();
    await menu.press('Enter');
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    await way(playground, 'Take away').focus();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
    await menu.click();
    await way(playground, 'Take away').click();
    await expect(page.locator('#take-away')).toBeFocused();
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
  });
});

test('the skip link is the first stop, and leads to the figure', {
  tag: ['@engines', '@real-input'],
}, async ({ playground }) => {
  const { page } = playground;
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the figure' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(playground.cell(1, 1)).toBeFocused();
});

test('the ends name where the page comes from, and load nothing', async ({
  playground: { page },
}) => {
  const footer = page.getByRole('contentinfo');
  for (const [name, address] of [
    ['nn.Dropout in PyTorch’s reference', /^https:\/\/docs\.pytorch\.org\/.*torch\.nn\.Dropout/],
    ['The paper of 2014', /^https:\/\/jmlr\.org\/papers\/v15\/srivastava14a/],
    ['MIT licence', /LICENSE\.txt$/],
  ] as const) {
    await expect(footer.getByRole('link', { name })).toHaveAttribute('href', address);
  }
  const licence = await page.request.get('./LICENSE.txt');
  expect(await licence.text()).toContain('MIT License');
});

/** The parts of the focused element that are covered by what stays in sight, in pixels. */
function coveredFocus(page: Page) {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!focused || focused === document.body) return null;
    const hosts: Element[] = [];
    for (let node: Node | null = focused; node; ) {
      if (node instanceof Element) hosts.push(node);
      node = node instanceof ShadowRoot ? node.host : node.parentNode;
    }
    const isOnTop = hosts.some((host) => host.matches('header, .hands'));
    const { top, bottom, left, right, height } = focused.getBoundingClientRect();
    const figure = document.querySelector('dropout-playground')?.shadowRoot;
    const covers = [
      document.querySelector('header'),
      document.querySelector('.bar'),
      figure?.querySelector('.hands'),
    ]
      .filter((one) => {
        const { visibility, position } = getComputedStyle(one as Element);
        return visibility === 'visible' && position !== 'static';
      })
      .map((one) => (one as Element).getBoundingClientRect());
    const covered = covers
      .filter((box) => box.left < right && box.right > left)
      .map((box) => Math.min(bottom, box.bottom) - Math.max(top, box.top));
    const name = `${hosts.map((host) => host.localName + (host.id && `#${host.id}`)).join(' < ')}`;
    return { name, covered: isOnTop || height > 400 ? 0 : Math.max(0, ...covered) };
  });
}

test.describe('the bar', () => {
  test('stays in sight when the figure has scrolled away, and parts follow it', {
    tag: '@engines',
  }, async ({ playground }) => {
    const { page } = playground;
    await expect(bar(playground)).toBeHidden();
    await goTo(playground, 'average');
    await expect(bar(playground)).toBeInViewport({ ratio: 1 });
    await bar(playground).locator('#p').fill('0.75');
    await expect(page.locator('on-average')).toHaveJSProperty('p', '0.75');
    await bar(playground).locator('#seed').fill('9');
    await bar(playground).getByRole('button', { name: 'Call again' }).click();
    await expect(page.locator('take-away')).toHaveJSProperty('call', '2');
    await expect(page).toHaveURL(/p=0\.75&seed=9&call=2$/);
    await page.evaluate(() => scrollTo(0, 0));
    await expect(bar(playground)).toBeHidden();
  });

  test('is one edit for undo, however far its handle moves', async ({ playground }) => {
    await goTo(playground, 'average');
    const slider = bar(playground).getByRole('slider');
    await slider.focus();
    for (let i = 0; i < 5; ++i) await playground.page.keyboard.press('ArrowUp');
    await expect(playground.p).toHaveValue('0.55');
    await playground.page.getByRole('button', { name: 'Undo' }).click();
    await expect(playground.p).toHaveValue('0.5');
  });

  for (const [width, height] of [
    [1280, 700],
    [390, 844],
  ] as const) {
    test(`covers nothing that has the focus at ${width} × ${height}`, {
      tag: ['@engines', '@viewport', '@real-input'],
    }, async ({ playground }) => {
      test.slow();
      const { page } = playground;
      await page.setViewportSize({ width, height });
      await expect(page.locator('take-away')).toBeAttached();
      const covered: string[] = [];
      const stops = new Set<string>();
      const step = async (key: string, most: number) => {
        for (let i = 0; i < most; ++i) {
          await page.keyboard.press(key);
          const focus = await coveredFocus(page);
          if (!focus) break;
          stops.add(focus.name);
          if (focus.covered > 1) covered.push(`${key} ${focus.name}: ${focus.covered}`);
        }
      };
      await step('Tab', 120);
      await step('Shift+Tab', 60);
      expect(stops.size).toBeGreaterThan(40);
      expect(covered).toEqual([]);
    });
  }

  test('nothing moves when the hands get the focus', {
    tag: ['@engines', '@viewport', '@real-input'],
  }, async ({ playground }) => {
    const { page, p, slider } = playground;
    await page.setViewportSize({ width: 390, height: 844 });
    await slider.focus();
    for (let i = 0; i < 4; ++i) await page.keyboard.press('Tab');
    await expect(playground.again).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(p).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('takes the place of the hands on a phone', { tag: ['@engines', '@viewport'] }, async ({
    playground,
  }) => {
    const { page, figure } = playground;
    await page.setViewportSize({ width: 390, height: 844 });
    const hands = figure.locator('.hands');
    await expect(hands).toBeInViewport({ ratio: 0.95 });
    await expect(bar(playground)).toBeHidden();
    await goTo(playground, 'practice');
    await expect(hands).toBeHidden();
    const box = await bar(playground).boundingBox();
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
  });
});

test.describe('the projector mode', () => {
  test('shows the figure alone and large, by a key or a button, and Escape leaves it', {
    tag: '@engines',
  }, async ({ playground }) => {
    const { page } = playground;
    const cell = () =>
      playground
        .gridNamed('train output')
        .getByRole('gridcell')
        .first()
        .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    const before = await cell();
    await page.keyboard.press('Alt+p');
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
    await expect(page.locator('#average')).toBeHidden();
    // As large as four tensors of two rows can be in the window.
    const [width, height] = await page.evaluate(() => [innerWidth, innerHeight] as const);
    const most = Math.min(width / 53, height / 26.5);
    await expect.poll(cell).toBeCloseTo(1.0625 * Math.max(16, most), 0);
    expect(await cell()).toBeGreaterThan(before * 1.3);
    await playground.again.click();
    await expect(playground.gridNamed('train output')).toBeInViewport({ ratio: 0.99 });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await cell()).toBe(before);
    const menu = page.getByRole('button', { name: 'All parts' });
    if (await menu.isVisible()) await menu.click();
    await page.getByRole('button', { name: 'Projector' }).click();
    await page.getByRole('button', { name: 'Leave the projector mode' }).click();
    await expect(page.locator('#average')).toBeVisible();
  });

  test('leaves Escape to who edits a cell', { tag: ['@engines', '@real-input'] }, async ({
    playground,
  }) => {
    const { page } = playground;
    await page.keyboard.press('Alt+p');
    await playground.cell(1, 1).fill('10');
    await page.keyboard.press('Escape');
    await expect(playground.cell(1, 1)).toHaveValue('1');
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
