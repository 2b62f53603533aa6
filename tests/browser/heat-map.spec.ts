// Tensors beyond cells: heat maps by themselves, and on the page, where a worker computes large ones.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { TensorHeatMap } from '../../web/figure/grids/tensor-heat-map.ts';
import { axeFindingsInBothSchemes } from './axe.ts';
import { expectNoLongTask } from './longest-task.ts';
import { expect, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

/** A heat map by itself, 256 pixels wide, as the only part of the page. */
class HeatMap {
  readonly page: Page;
  readonly host: Locator;
  readonly frame: Locator;
  readonly caption: Locator;

  constructor(page: Page) {
    this.page = page;
    this.host = page.locator('tensor-heat-map');
    this.frame = this.host.locator('.frame');
    this.caption = this.host.locator('.caption');
  }

  /** Of these values, over and over until it is full, and decisions if there are any. */
  async show(shape: readonly number[], values: number[], kept: number[] | null = null) {
    await this.page.evaluate(
      async ({ shape, values, kept }) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          'main { width: 256px; padding: 40px 0 2000px } tensor-heat-map { width: 256px }',
        );
        document.adoptedStyleSheets = [sheet];
        await customElements.whenDefined('tensor-heat-map');
        const map = document.createElement('tensor-heat-map') as TensorHeatMap;
        const largest = values
          .map(Math.abs)
          .filter(Number.isFinite)
          .reduce((most, magnitude) => Math.max(most, magnitude), 0);
        const bytes = kept && Uint8Array.from(kept);
        const length = shape.reduce((product, extent) => product * extent, 1);
        const all = Float32Array.from({ length }, (_, i) => values[i % values.length] as number);
        Object.assign(map, { label: 'map', shape, values: all, largest });
        Object.assign(map, { kept: bytes, told: [] });
        const told = (map as unknown as { told: unknown[] }).told;
        for (const name of ['cell-point', 'view-change']) {
          map.addEventListener(name, (event) => told.push((event as CustomEvent).detail));
        }
        const heading = document.createElement('h1');
        heading.textContent = 'A map';
        // The page itself goes as a whole: it may not have added all of its parts yet.
        const main = document.createElement('main');
        main.append(heading, map);
        document.body.replaceChildren(main);
        await map.updateComplete;
      },
      { shape, values, kept },
    );
    await this.#drawn();
  }

  /** What its events told since the last time. */
  told(): Promise<unknown[]> {
    return this.host.evaluate((map) => (map as unknown as { told: unknown[] }).told.splice(0));
  }

  /** The middle of a cell of a whole map of so many columns and rows, in the page. */
  async middleOf(column: number, row: number, columns: number, rows: number) {
    const box = await this.box();
    return [
      box.x + ((column + 0.5) / columns) * box.width,
      box.y + ((row + 0.5) / rows) * box.height,
    ] as const;
  }

  async box() {
    const box = await this.frame.boundingBox();
    if (!box) throw new Error('the heat map is not on view');
    return box;
  }

  /** Red, green and blue of the pixels at points of the frame. */
  async colours(points: readonly (readonly [number, number])[]): Promise<number[][]> {
    await this.#drawn();
    return this.host.evaluate((map, points) => {
      const canvas = map.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
      const ratio = canvas.width / canvas.getBoundingClientRect().width;
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext('2d', {
        willReadFrequently: true,
      }) as OffscreenCanvasRenderingContext2D;
      context.drawImage(canvas, 0, 0);
      return points.map(([x, y]) =>
        Array.from(context.getImageData(x * ratio, y * ratio, 1, 1).data.slice(0, 3)),
      );
    }, points);
  }

  /** How many colours there are in a square of the frame. */
  async coloursIn(x: number, y: number, size: number): Promise<number> {
    const points = Array.from({ length: size * size }, (_, i) => [
      x + (i % size),
      y + Math.floor(i / size),
    ]) as [number, number][];
    return new Set((await this.colours(points)).map(String)).size;
  }

  // It is drawn a few milliseconds a frame, better each time, until nothing changes any more.
  async #drawn() {
    const picture = () =>
      this.host.evaluate(async (map) => {
        for (let i = 0; i < 10; ++i) await new Promise(requestAnimationFrame);
        return map.shadowRoot?.querySelector('canvas')?.toDataURL() ?? '';
      });
    let before = '';
    await expect(async () => {
      const now = await picture();
      const isSame = now === before;
      before = now;
      expect(isSame).toBe(true);
    }).toPass({ intervals: [0] });
  }
}

const upTo = (length: number) => Array.from({ length }, (_, i) => i);

test.describe('a heat map', () => {
  let map: HeatMap;
  test.beforeEach(({ playground }) => {
    map = new HeatMap(playground.page);
  });

  test('tells the value under the mouse, where it is, and what became of it', {
    tag: ['@engines', '@real-input'],
  }, async () => {
    const kept = upTo(64).map((i) => Number(i !== 29));
    await map.show([8, 8], upTo(64), kept);
    await expect(map.caption).toHaveText('8 × 8');
    await map.page.mouse.move(...(await map.middleOf(5, 3, 8, 8)));
    await expect(map.caption).toHaveText('[3, 5] 29 → dropped');
    await map.page.mouse.move(...(await map.middleOf(6, 3, 8, 8)));
    await expect(map.caption).toHaveText('[3, 6] 30 → kept');
    await map.page.mouse.move(0, 0);
    await expect(map.caption).toHaveText('8 × 8');
    expect(await map.told()).toEqual([{ index: 29 }, { index: 30 }, { index: null }]);
  });

  test('tells the same by keyboard alone, aloud', {
    tag: ['@engines', '@real-input'],
  }, async () => {
    await map.show(
      [8, 8],
      upTo(64).map((i) => i / 2),
    );
    await expect(map.page.getByRole('application', { name: 'map, 8 × 8' })).toBeVisible();
    await map.frame.focus();
    await map.page.keyboard.press('ArrowDown');
    await map.page.keyboard.press('ArrowRight');
    await map.page.keyboard.press('ArrowRight');
    await map.page.keyboard.press('ArrowLeft');
    await expect(map.caption).toHaveText('[1, 1] 4.5');
    await expect(map.host.getByRole('status')).toHaveText('[1, 1] 4.5');
    await map.page.keyboard.press('ArrowUp');
    await map.page.keyboard.press('ArrowUp');
    await expect(map.caption).toHaveText('[0, 1] 0.5');
    await map.page.keyboard.press('Shift+ArrowDown');
    await expect(map.caption).toHaveText('[7, 1] 28.5');
    await map.page.keyboard.press('Tab');
    await expect(map.caption).toHaveText('8 × 8');
  });

  test('zooms and goes back by keyboard, with the cursor on view', async () => {
    await map.show([64, 64], upTo(4096));
    await map.frame.focus();
    await map.page.keyboard.press('+');
    await map.page.keyboard.press('+');
    const views = (await map.told()).filter((detail) => 'view' in (detail as object));
    expect(views.map((detail) => (detail as { view: { zoom: number } }).view.zoom)).toEqual([2, 4]);
    // A quarter of its width is on view, from the first element on: 16 columns of 16 pixels.
    for (let i = 0; i < 3; ++i) await map.page.keyboard.press('Shift+ArrowRight');
    await expect(map.caption).toHaveText('[0, 30] 30');
    // It is the last but one of them, below the buttons that come with the pointer.
    const box = await map.box();
    await map.page.mouse.move(box.x + box.width - 24, box.y + 4.5 * 16);
    await expect(map.caption).toHaveText('[4, 30] 286');
    await map.page.keyboard.press('0');
    // The last one's pixels lie outside of the round corner.
    await map.page.mouse.move(...(await map.middleOf(62, 60, 64, 64)));
    await expect(map.caption).toHaveText('[60, 62] 3902');
    await map.page.keyboard.press('+');
    await map.page.keyboard.press('Home');
    await expect.poll(() => map.host.evaluate((one) => (one as TensorHeatMap).view?.zoom)).toBe(1);
  });

  test('leaves the wheel to the page, but for Ctrl or once it has the focus', {
    tag: ['@engines', '@real-input'],
  }, async () => {
    await map.show([64, 64], upTo(4096));
    const zoom = () => map.host.evaluate((one) => (one as TensorHeatMap).view?.zoom ?? 1);
    const at = await map.middleOf(20, 30, 64, 64);
    await map.page.mouse.move(...at);
    await expect(map.caption).toHaveText('[30, 20] 1940');
    await map.page.keyboard.down('Control');
    for (let i = 0; i < 3; ++i) await map.page.mouse.wheel(0, -100);
    await map.page.keyboard.up('Control');
    await expect.poll(zoom).toBeGreaterThan(2);
    // What is under the pointer has stayed there.
    await map.page.mouse.move(at[0] + 1, at[1]);
    await expect(map.caption).toHaveText('[30, 20] 1940');

    const before = await zoom();
    await map.page.mouse.click(...at);
    await map.page.mouse.wheel(0, 100);
    await expect.poll(zoom).toBeLessThan(before);
    const focused = await zoom();
    await map.frame.evaluate((frame) => frame.blur());
    expect(await map.page.evaluate(() => scrollY)).toBe(0);
    await map.page.mouse.wheel(0, 100);
    await expect.poll(() => map.page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await zoom()).toBe(focused);
  });

  test('is zoomed by double click', { tag: '@double-click' }, async () => {
    await map.show([64, 64], upTo(4096));
    await map.page.mouse.dblclick(...(await map.middleOf(10, 10, 64, 64)));
    await expect.poll(() => map.host.evaluate((one) => (one as TensorHeatMap).view?.zoom)).toBe(3);
    await expect(map.caption).toHaveText('[10, 10] 650');
  });

  test('is zoomed by its buttons, and dragged', { tag: ['@engines', '@real-input'] }, async () => {
    await map.show([64, 64], upTo(4096));
    await map.host.getByRole('button', { name: 'Zoom in' }).click();
    const box = await map.box();
    const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await map.page.mouse.move(...middle);
    const under = (await map.caption.textContent()) as string;
    await map.page.mouse.down();
    await map.page.mouse.move(middle[0] - 20, middle[1] - 12, { steps: 4 });
    await map.page.mouse.move(middle[0] - 48, middle[1] - 36, { steps: 4 });
    await map.page.mouse.up();
    await map.page.mouse.move(middle[0] - 47, middle[1] - 36);
    await expect(map.caption).toHaveText(under);

    await map.host.getByRole('button', { name: 'Show all' }).click();
    await expect(map.host.getByRole('button', { name: 'Zoom out' })).toBeDisabled();
    await map.host.getByRole('button', { name: 'Zoom in' }).click();
    await map.host.getByRole('button', { name: 'Zoom in' }).click();
    await map.host.getByRole('button', { name: 'Zoom out' }).click();
    const view = await map.host.evaluate((one) => (one as TensorHeatMap).view);
    expect(view).toEqual({ x: 0.5, y: 0.5, zoom: 2 });
  });

  test('is pinched by two fingers', { tag: '@engines' }, async () => {
    await map.show([64, 64], upTo(4096));
    await map.frame.evaluate((frame) => {
      const box = frame.getBoundingClientRect();
      const fire = (type: string, pointerId: number, x: number) =>
        frame.dispatchEvent(
          new PointerEvent(type, {
            pointerId,
            pointerType: 'touch',
            clientX: box.left + x,
            clientY: box.top + 128,
            bubbles: true,
          }),
        );
      fire('pointerdown', 1, 118);
      fire('pointerdown', 2, 138);
      fire('pointermove', 1, 108);
      fire('pointermove', 2, 148);
      fire('pointerup', 1, 108);
      fire('pointerup', 2, 148);
    });
    const zoom = await map.host.evaluate((one) => (one as TensorHeatMap).view?.zoom ?? 1);
    expect(zoom).toBeCloseTo(2, 1);
  });

  test('speaks the language of the cells: sign by hue, size by strength, dropped by a hatch', {
    tag: '@engines',
  }, async () => {
    // 16 pixels a cell.
    const values = [1, 0.5, 0, -0.5, -1, 7, Number.POSITIVE_INFINITY, Number.NaN];
    const scaled = values.map((value) => (value === 7 ? 0 : value));
    const kept = values.map((value) => Number(value !== 7));
    await map.show([2, 8], [...scaled, ...scaled], [...kept, ...kept]);
    const points = upTo(8).map((column) => [32 * column + 16, 10] as const);
    const [one, half, zero, minusHalf, minusOne, , infinite, nan] = (await map.colours(points)) as [
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
    ];
    const blueness = ([red = 0, , blue = 0]: number[]) => blue - red;
    expect(zero).toEqual([255, 255, 255]);
    expect(blueness(half)).toBeGreaterThan(20);
    expect(blueness(one)).toBeGreaterThan(blueness(half) + 20);
    expect(blueness(minusHalf)).toBeLessThan(-20);
    expect(blueness(minusOne)).toBeLessThan(blueness(minusHalf) - 20);
    expect(infinite).toEqual(one);
    expect([String(zero), String(one), String(minusOne)]).not.toContain(String(nan));
    expect(await map.coloursIn(32 * 2 + 4, 2, 4)).toBe(1);
    expect(await map.coloursIn(32 * 5 + 2, 2, 10)).toBeGreaterThan(1);
  });

  test('follows the colour scheme at once', { tag: '@color-scheme' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await map.show([30, 30], Array(900).fill(0));
    expect(await map.colours([[100, 100]])).toEqual([[255, 255, 255]]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => map.colours([[100, 100]])).toEqual([[0x1c, 0x1f, 0x25]]);
  });

  test('writes numbers into cells that are large enough', async () => {
    await map.show([64, 64], Array(4096).fill(0.25));
    expect(await map.coloursIn(64, 64, 60)).toBe(1);
    const box = await map.box();
    await map.page.mouse.move(box.x + 128, box.y + 128);
    await map.page.keyboard.down('Control');
    for (let i = 0; i < 8; ++i) await map.page.mouse.wheel(0, -100);
    await map.page.keyboard.up('Control');
    await map.page.mouse.move(0, 0);
    await expect.poll(() => map.coloursIn(100, 100, 60)).toBeGreaterThan(5);
  });

  test('shows a mean where a pixel covers many elements', async () => {
    // Of each 16 elements under a pixel half are 1, half -1: neither hue, and no noise.
    const size = 1024;
    const twoRows = upTo(2 * size).map((i) => ((i + Math.floor(i / size)) % 2 ? 1 : -1));
    await map.show([size, size], twoRows);
    // It begins with a part, in which cells can be seen.
    await expect(map.caption).toHaveText('[0:64, 0:64] · 1,024 × 1,024');
    await map.frame.focus();
    await map.page.keyboard.press('0');
    await map.frame.blur();
    await expect(map.caption).toHaveText('1,024 × 1,024 · 16 a pixel');
    const points = upTo(200).map((i) => [(37 * i) % 256, (91 * i) % 256] as const);
    const colours = await map.colours(points);
    await map.show([size, size], [1]);
    const [[red = 0, , blue = 0] = []] = await map.colours([[10, 10]]);
    const blueness = (colour: number[]) => (colour[2] ?? 0) - (colour[0] ?? 0);
    const most = Math.max(...colours.map((colour) => Math.abs(blueness(colour))));
    expect(most).toBeLessThan(0.5 * (blue - red));
  });

  const shapes: readonly [readonly number[], string][] = [
    [[3, 7, 11], 'three matrices'],
    [[1000], 'a vector'],
    [[2, 3, 8, 6], 'a batch of images'],
    [[2, 300], 'a wide matrix'],
    [[300, 2], 'a tall matrix'],
    [[3, 1, 200], 'wide slices'],
    [[2, 200, 1], 'tall slices'],
    [[5, 1, 1], 'slices of one'],
  ];
  test('draws at each place the element that it tells there', { tag: '@engines' }, async () => {
    await checkRows(shapes, { title: ([, what]) => `of ${what}` }, async ([shape]) => {
      const size = shape.reduce((product, extent) => product * extent, 1);
      const kept = upTo(size).map((i) => Number((i * i + (i >> 3)) % 3 !== 0));
      await map.show(shape, Array(size).fill(1), kept);
      const box = await map.box();
      // One pixel more or less is another cell, where these have three.
      const tries = upTo(60).map((i) => [
        Math.floor(((i * 0.618034) % 1) * box.width),
        Math.floor(((i * 0.754877) % 1) * box.height),
      ]) as [number, number][];
      const colours = await map.colours(tries);
      const seen = await map.host.evaluate(async (host, tries) => {
        const frame = host.shadowRoot?.querySelector('.frame') as Element;
        const box = frame.getBoundingClientRect();
        return tries.map(([x, y]) => {
          const move = new PointerEvent('pointermove', { pointerType: 'mouse' });
          // WebKit would make whole ones of them.
          Object.defineProperty(move, 'clientX', { value: box.left + x + 0.5 });
          Object.defineProperty(move, 'clientY', { value: box.top + y + 0.5 });
          frame.dispatchEvent(move);
          return (host as TensorHeatMap).pointed;
        });
      }, tries);
      const found = seen.filter((index) => index !== null);
      expect(new Set(found).size).toBeGreaterThan(Math.min(20, size / 2));
      expect(Math.max(...found)).toBeLessThan(size);
      const drawn = upTo(tries.length).map((i) => ({
        index: seen[i] ?? null,
        colour: String(colours[i]),
      }));
      // Between matrices there is no element, and where there is none there is no colour.
      const isBlank = ({ colour }: { colour: string }) => colour === '255,255,255';
      expect(drawn.filter(({ index }) => index === null).every(isBlank)).toBe(true);
      // Large cells are parted by lines, which belong to them: at most a fifth of their pixels.
      const cells = drawn.filter(({ index }) => index !== null);
      const coloured = cells.filter((one) => !isBlank(one));
      expect(coloured.length).toBeGreaterThan(0.6 * cells.length);
      const coloursOf = (decision: number) =>
        new Set(
          coloured
            .filter(({ index }) => kept[index as number] === decision)
            .map(({ colour }) => colour),
        );
      const [ofKept, ofDropped] = [coloursOf(1), coloursOf(0)];
      expect(ofKept.size).toBe(1);
      expect(ofDropped.size).toBeGreaterThan(0);
      for (const colour of ofKept) expect(ofDropped).not.toContain(colour);
    });
  });

  test('folds a vector into lines that one can count', async () => {
    // sqrt(1.6 * 1000) is 40.
    await map.show([1000], upTo(1000));
    await map.page.mouse.move(...(await map.middleOf(0, 1, 40, 25)));
    await expect(map.caption).toHaveText('[40] 40');
    await map.frame.focus();
    await map.page.keyboard.press('ArrowDown');
    await expect(map.caption).toHaveText('[80] 80');
  });

  test('lives with a shape of nothing', async () => {
    const empty = [[], [0], [3, 0, 2]];
    await checkRows(empty, { title: (shape) => `[${shape}]` }, async (shape) => {
      await map.show(shape, shape.length === 0 ? [5] : []);
      const box = await map.box();
      await map.page.mouse.move(box.x + 10, box.y + 10);
      await map.frame.focus();
      for (const key of ['ArrowDown', '+', '0']) await map.page.keyboard.press(key);
      await expect(map.caption).toHaveText(shape.length === 0 ? '[] 5' : shape.join(' × '));
    });
  });

  test('gives axe nothing to find, light or dark', async ({ page }) => {
    await map.show([64, 64], upTo(4096), Array(4096).fill(1));
    await map.frame.focus();
    await expect(map.caption).toHaveText('[0, 0] 0 → kept');
    expect(await axeFindingsInBothSchemes(page)).toEqual([]);
  });
});

interface Fixture {
  id: string;
  outputs: Record<'x' | 'y', { first: string[]; sha256: string }>;
}

const fixtures: Fixture[] = JSON.parse(
  readFileSync(new URL('../fixtures/torch-cpu-default.json', import.meta.url), 'utf8'),
).cases;

/** Of its bits in hex. */
function floatOf(bits = ''): number {
  return Buffer.from(bits, 'hex').readFloatBE();
}

test.describe('on the page', () => {
  test('a tensor beyond cells is shown as PyTorch made it, in maps that move together', {
    tag: '@engines',
  }, async ({ playground }) => {
    const { page } = playground;
    await playground.text.fill('torch.rand(100, 100)');
    await playground.seed.fill('125');
    await playground.p.fill('0.3');
    const maps = page.locator('dropout-playground dropout-equation tensor-heat-map');
    await expect(maps).toHaveCount(4);
    const bytesOf = (map: Locator) =>
      map.evaluate((one) =>
        Array.from(new Uint8Array((one as TensorHeatMap).values.slice().buffer)),
      );
    const { x, y } = fixtures.find(({ id }) => id === 'dropout-big/100x100-0.3')?.outputs ?? {};
    for (const [place, output] of [
      [0, x],
      [2, y],
      [3, x],
    ] as const) {
      const bytes = Uint8Array.from(await bytesOf(maps.nth(place)));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(output?.sha256);
    }

    // The tenth is the first that PyTorch dropped.
    await maps.nth(1).locator('.frame').scrollIntoViewIfNeeded();
    const box = await maps.nth(1).locator('.frame').boundingBox();
    if (!box) throw new Error('the mask is not on view');
    await page.mouse.move(box.x + (9.5 / 100) * box.width, box.y + 0.5 * (box.height / 100));
    const tenth = floatOf(x?.first[9]);
    await expect(maps.nth(0).locator('.caption')).toHaveText(/^\[0, 9\] 0\.\d+$/);
    const shown = (await maps.nth(0).locator('.caption').textContent()) as string;
    expect(Math.fround(Number(shown.replace('[0, 9] ', '')))).toBe(tenth);
    await expect(maps.nth(1).locator('.caption')).toHaveText('[0, 9] 0 → dropped');
    await expect(maps.nth(2).locator('.caption')).toHaveText('[0, 9] 0 → dropped');
    await maps.nth(1).locator('.frame').focus();
    await page.keyboard.press('+');
    const zooms = () =>
      maps.evaluateAll((all) => all.map((one) => (one as TensorHeatMap).view?.zoom));
    await expect.poll(zooms).toEqual([2, 2, 2, 2]);
  });

  test('16 million elements are computed in a worker, and the page goes on', {
    tag: '@engines',
  }, async ({ playground, browser, browserName }) => {
    test.slow();
    const { page } = playground;
    await playground.text.fill('torch.rand(64, 64)');
    await expect(page.locator('dropout-playground dropout-equation tensor-heat-map')).toHaveCount(
      4,
    );
    const compute = async () => {
      await playground.seed.fill('125');
      await playground.text.fill('torch.rand(4000, 4000)');
      const map = page.locator('dropout-playground dropout-equation tensor-heat-map').first();
      await expect(map.locator('.caption')).toContainText('4,000 × 4,000', { timeout: 120_000 });
      await map.locator('.frame').focus();
      for (const key of ['+', '+', '-', '0', 'ArrowRight', 'ArrowLeft']) {
        await page.keyboard.press(key);
      }
    };
    if (browserName === 'chromium') {
      await expectNoLongTask(page, browser, compute);
    } else {
      await compute(); // Only Chromium tells how long its tasks took.
    }

    // Drawn one after the other, so that its first are those of any torch.rand of this seed.
    const value = floatOf(
      fixtures.find(({ id }) => id === 'dropout-big/100x100-0.3')?.outputs.x.first[0],
    );
    const caption = page
      .locator('dropout-playground dropout-equation tensor-heat-map .caption')
      .first();
    await expect(caption).toContainText('[0, 0] ');
    const shown = Number((await caption.textContent())?.replace('[0, 0] ', ''));
    expect(Math.fround(shown)).toBe(value);
    await expect(playground.printed('print(drop.eval()(x))')).toContainText(
      `tensor([[${value.toFixed(4)}, `,
    );
  });

  test('a large experiment tells how far it is, is stopped, and begun anew', async ({
    playground,
  }) => {
    test.slow();
    const { page } = playground;
    const figure = page.getByRole('group', { name: 'Dropout playground' });
    // So many calls that no machine is done with them before it is stopped.
    await page.goto('./#input=torch.ones(4000,4000)&call=1000');
    const progress = page.getByRole('progressbar', { name: 'Computing' });
    await expect(progress).toHaveAttribute('value', /^0\.0*[1-9]/, { timeout: 120_000 });
    await figure.getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await expect(progress).toHaveCount(0);
    await expect(page.getByText('Stopped')).toBeVisible();
    await figure.getByRole('button', { name: 'Compute' }).click();
    await expect(progress).toBeVisible();

    // A smaller one needs no worker, and ends the large one.
    await playground.text.fill('[1, 2, 3, 4]');
    await expect(progress).toHaveCount(0);
    await expect(playground.train).toHaveText('tensor([2., 4., 6., 8.])');
  });

  test('what is wrong with a large one is said beside its field', async ({ playground }) => {
    await playground.text.fill('torch.ones(40000, 40000)');
    await expect(playground.errorOf('input')).toContainText('does not fit into memory');
    await playground.text.fill('torch.ones(300, 300');
    await expect(playground.errorOf('input')).toContainText("or ')'");
    await playground.text.fill('torch.ones(300, 300)');
    await expect(playground.errorOf('input')).toHaveCount(0);
    await playground.p.fill('1.5');
    await expect(playground.errorOf('p')).toContainText('between 0 and 1, but got 1.5');
  });
});
