// <on-average>: what the page makes of trials and of what theory says of them.
import type { Page } from '@playwright/test';
import { binomialOf } from '../experiment/trials/binomial.ts';
import { total, upTo } from '../experiment/trials/numbers.ts';
import { axeFindings } from './axe.ts';
import { expectNoLongTask } from './longest-task.ts';
import { expect, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

/** The part, as a reader sees and reads it. */
class OnAveragePart {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get host() {
    return this.page.locator('on-average');
  }

  async comeInSight() {
    await expect(this.host).toBeAttached();
    await this.host.evaluate((host) => host.scrollIntoView({ block: 'start' }));
  }

  button(name: string) {
    return this.host.getByRole('button', { name, exact: true });
  }

  /** Copies the data below a picture: its head, and its columns. */
  async data(title: string): Promise<{ head: string[]; columns: number[][]; text: string }> {
    await this.page.evaluate(() => {
      const clipboard = {
        writeText: async (text: string) => {
          (globalThis as unknown as { copied: string }).copied = text;
        },
      };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    });
    const copied = this.host.getByRole('button', { name: new RegExp(`: ${title}$`) });
    await copied.evaluate((button) => (button as HTMLElement).click());
    const text = await this.page.evaluate(
      () => (globalThis as unknown as { copied: string }).copied,
    );
    const [head = [], ...rows] = text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
    return { head, text, columns: head.map((_, i) => rows.map((row) => Number(row[i]))) };
  }

  /** Draws so far. Before the first there is only what theory says. */
  async draws(): Promise<number> {
    const { head, columns } = await this.data('Share dropped');
    return head.includes('share') ? (columns[0]?.at(-1) ?? 0) : 0;
  }

  /** Draws once no more are added: of a run that ends the step that is on its way still is. */
  async drawsAtRest(): Promise<number> {
    let draws = Number.NaN;
    const added = async () => {
      const before = draws;
      draws = await this.draws();
      return draws - before;
    };
    // A run that goes on has done several steps in between.
    await expect.poll(added, { intervals: [500] }).toBe(0);
    return draws;
  }

  /** The bars of a picture in the pixels of its canvas, from left to right. */
  async bars(title: string): Promise<{ width: number; height: number }[]> {
    const chart = this.host.locator('figure', { hasText: title }).locator('data-chart');
    return chart.evaluate((element) => {
      const root = element.shadowRoot as ShadowRoot;
      const canvas = root.querySelector('canvas') as HTMLCanvasElement;
      const sample = root.querySelector("[data-colour='cool']") as Element;
      const colour = getComputedStyle(sample).color.match(/\d+/g)?.map(Number) ?? [];
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(canvas, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, copy.width, copy.height);
      const isBar = (x: number, y: number) =>
        colour.every((part, i) => Math.abs(part - (data[4 * (y * width + x) + i] as number)) < 3);
      const bars: { width: number; height: number }[] = [];
      let isInside = false;
      for (let x = 0; x < width; ++x) {
        const column = Array.from({ length: height }, (_, y) => y).filter((y) => isBar(x, y));
        if (column.length > 0 && !isInside) bars.push({ width: 0, height: 0 });
        isInside = column.length > 0;
        const bar = bars.at(-1);
        if (!isInside || !bar) continue;
        bar.width += 1;
        // The line of theory lies on them.
        const tall = (column.at(-1) as number) - (column[0] as number) + 1;
        bar.height = Math.max(bar.height, tall);
      }
      return bars;
    });
  }

  /** The sentence below a picture. */
  summary(title: string) {
    return this.host.locator('figure', { hasText: title }).locator('.below').first();
  }

  /** The cells of a tensor. */
  grid(name: string) {
    return this.host
      .locator('tensor-grid', { has: this.page.getByLabel(name, { exact: true }) })
      .locator('td');
  }

  /** The sentences below the elements. */
  get elements() {
    return this.host.locator('.below').last();
  }
}

test.describe('on the page', () => {
  let part: OnAveragePart;
  test.beforeEach(({ playground }) => {
    part = new OnAveragePart(playground.page);
  });

  test('runs while it is in sight, and rests while it is not', { tag: '@engines' }, async ({
    playground: { page },
  }) => {
    await expect(part.host).toBeAttached();
    // Below the window nothing is counted.
    await page.evaluate(() => scrollTo(0, 0));
    await expect(part.host.locator('.head b').first()).toHaveText('0');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(1000);
    await page.evaluate(() => scrollTo(0, 0));
    const resting = await part.drawsAtRest();
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(resting);
  });

  test('is paused, runs on, and starts again', async () => {
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(1000);
    await part.button('Pause').click();
    const paused = await part.drawsAtRest();
    await part.button('Run').click();
    await expect.poll(() => part.draws()).toBeGreaterThan(paused);
    await part.button('Pause').click();
    const before = await part.drawsAtRest();
    await part.button('Start again').click();
    await expect.poll(() => part.draws()).toBeGreaterThan(0);
    await part.button('Pause').click();
    expect(await part.draws()).not.toBe(before);
  });

  test('is run by keyboard', async ({ playground: { page } }) => {
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(0);
    await part.button('Pause').focus();
    await page.keyboard.press('Enter');
    await expect(part.button('Run')).toBeFocused();
    const paused = await part.drawsAtRest();
    await page.keyboard.press('Enter');
    await expect.poll(() => part.draws()).toBeGreaterThan(paused);
  });

  test('does not start by itself where motion is reduced', {
    tag: ['@engines', '@reduced-motion'],
  }, async ({ playground }) => {
    const { page } = playground;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await part.comeInSight();
    await expect(part.button('Run')).toBeVisible();
    expect(await part.drawsAtRest()).toBe(0);
    // Of nothing that was counted only theory speaks.
    await expect(part.summary('Sum of the output')).toContainText(
      'In theory the mean of all sums is',
    );
    await expect(part.elements).toContainText('In theory the mean of an element is what eval');
    expect((await part.data('Dropped in one call')).head).toEqual(['value', 'theory']);
    expect((await part.data('mean of the calls')).head).toEqual(['eval', 'theory']);
    await part.button('Run').click();
    await expect.poll(() => part.draws()).toBeGreaterThan(0);
    await expect(part.summary('Sum of the output')).toContainText('The mean of all sums is');
    await expect(part.elements).toContainText('The mean farthest from eval is off by');
  });

  test('begins anew for another p, and not for another seed', async ({ playground }) => {
    await part.comeInSight();
    const wasCounted = () => part.draws();
    await expect.poll(wasCounted).toBeGreaterThan(1000);
    await part.button('Pause').click();
    const paused = await part.drawsAtRest();
    await playground.seed.fill('7');
    await expect(part.host).toHaveJSProperty('seed', '7');
    await part.comeInSight();
    expect(await part.drawsAtRest()).toBe(paused);
    await playground.p.fill('0.2');
    await part.comeInSight();
    await expect.poll(wasCounted).toBe(0);
    await part.button('Run').click();
    await expect.poll(wasCounted).toBeGreaterThan(100_000);
    await expect(part.summary('Share dropped')).toContainText('p is 0.2');
    const share = (await part.data('Share dropped')).columns[1]?.at(-1);
    expect(share).toBeCloseTo(0.2, 1);
  });

  test('shows what it copies, and says it in a sentence', async ({ playground }) => {
    await playground.open('#input=[[1,0.5,-1.5,2]]&p=0.25&seed=1');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100_000);
    await part.button('Pause').click();
    await part.drawsAtRest();

    const course = await part.data('Share dropped');
    expect(course.head).toEqual(['draws', 'share', 'low', 'high']);
    const [draws = [], shares = [], low = [], high = []] = course.columns;
    expect(draws.slice(0, 2)).toEqual([4, 8]);
    draws.forEach((count, i) => {
      const half = 1.96 * Math.sqrt((0.25 * 0.75) / count);
      expect(low[i]).toBeCloseTo(Math.max(0, 0.25 - half), 12);
      expect(high[i]).toBeCloseTo(Math.min(1, 0.25 + half), 12);
    });
    // As many decimals as the distance has that it may be off by.
    const half = 1.96 * Math.sqrt((0.25 * 0.75) / (draws.at(-1) as number));
    const said = Number(shares.at(-1)?.toFixed(Math.ceil(-Math.log10(half)) + 1));
    await expect(part.summary('Share dropped')).toContainText(`${said} of all draws were dropped`);

    const dropped = await part.data('Dropped in one call');
    expect(dropped.head).toEqual(['value', 'share', 'theory']);
    expect(dropped.columns[0]).toEqual([0, 1, 2, 3, 4]);
    expect(total(dropped.columns[1] ?? [])).toBeCloseTo(1, 9);
    binomialOf(4, 1n, 4n).forEach((share, k) => {
      expect(dropped.columns[2]?.[k]).toBeCloseTo(share, 12);
      expect(dropped.columns[1]?.[k]).toBeCloseTo(share, 1);
    });
    await expect(part.summary('Dropped in one call')).toContainText('On average 1 are dropped');

    const sums = await part.data('Sum of the output');
    expect(total(sums.columns[1] ?? [])).toBeCloseTo(1, 9);
    expect(total(sums.columns[2] ?? [])).toBeCloseTo(1, 9);
    await expect(part.summary('Sum of the output')).toContainText('that of eval 2;');
    const deviation = Math.sqrt((1 / 3) * (1 + 0.25 + 2.25 + 4)).toPrecision(3);
    await expect(part.summary('Sum of the output')).toContainText(`in theory ${Number(deviation)}`);

    const elements = await part.data('mean of the calls');
    expect(elements.head).toEqual(['eval', 'mean', 'variance', 'theory']);
    const [evals, means = [], variances, theory] = elements.columns;
    expect(evals).toEqual([1, 0.5, -1.5, 2]);
    [1, 0.5, -1.5, 2].forEach((x, i) => {
      expect(theory?.[i]).toBeCloseTo((1 / 3) * x * x, 12);
      expect(means[i]).toBeCloseTo(x, 1);
      expect(variances?.[i]).toBeCloseTo((1 / 3) * x * x, 0);
    });
    const cells = (name: string) => part.grid(name).allTextContents();
    expect(await cells('mean of the calls')).toEqual(means.map((mean) => mean.toFixed(3)));
    expect(await cells('eval output')).toEqual(['1.000', '0.500', '-1.500', '2.000']);

    // Each picture says in words what it shows.
    for (const title of ['Share dropped', 'Dropped in one call', 'Sum of the output']) {
      const sentence = ((await part.summary(title).textContent()) as string)
        .replace(/\s*Copy data[\s\S]*$/, '')
        .trim();
      await expect(part.host.getByRole('img', { name: sentence, exact: true })).toHaveCount(1);
    }
    const blank = await part.host.locator('data-chart').evaluateAll((charts) =>
      charts.map((chart) => {
        const canvas = chart.shadowRoot?.querySelector('canvas');
        const copy = new OffscreenCanvas(canvas?.width ?? 1, canvas?.height ?? 1);
        const context = copy.getContext('2d') as OffscreenCanvasRenderingContext2D;
        if (canvas) context.drawImage(canvas, 0, 0);
        const { data } = context.getImageData(0, 0, copy.width, copy.height);
        return data.every((byte) => byte === 0);
      }),
    );
    expect(blank).toEqual([false, false, false]);
  });

  test('each bar is whole, and as tall as its share', async ({ playground }) => {
    await playground.open('#input=[1,2,3,4]&seed=42');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100_000);
    await part.button('Pause').click();
    await part.drawsAtRest();
    const pictures = ['Dropped in one call', 'Sum of the output'];
    await checkRows(pictures, { title: (title) => title }, async (title) => {
      const shares = (await part.data(title)).columns[1] ?? [];
      const bars = await part.bars(title);
      expect(bars).toHaveLength(shares.length);
      const widths = bars.map(({ width }) => width);
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(2);
      const tallest = Math.max(...bars.map(({ height }) => height));
      const largest = Math.max(...shares);
      bars.forEach(({ height }, i) => {
        const wanted = (tallest * (shares[i] as number)) / largest;
        expect(Math.abs(height - wanted)).toBeLessThanOrEqual(3);
      });
    });
  });

  test('a share that is all there is fills its axis, which ends there', async ({ playground }) => {
    await playground.open('#input=[1,2,3,4]&p=1&seed=42');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(1000);
    const bars = await part.bars('Dropped in one call');
    expect(bars).toHaveLength(1);
    // Of a chart of 210 pixels, 48 of which are its axis.
    expect(bars[0]?.height).toBeGreaterThan(140);
  });

  test('counts the draws of channels, not those of elements', async ({ playground }) => {
    await playground.open('#input=torch.ones(2,3,4)&layer=Dropout2d&seed=0');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100_000);
    await part.button('Pause').click();
    await part.drawsAtRest();
    expect((await part.data('Share dropped')).columns[0]?.slice(0, 2)).toEqual([6, 12]);
    const dropped = await part.data('Dropped in one call');
    expect(dropped.columns[0]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(dropped.columns[2]?.[3]).toBeCloseTo(20 / 64, 12);
    // All four of a channel come and go together: sums of 8 times a binomial.
    const sums = await part.data('Sum of the output');
    expect(sums.columns[0]).toEqual([0, 8, 16, 24, 32, 40, 48]);
    const { columns } = await part.data('mean of the calls');
    expect(columns[1]).toHaveLength(24);
    for (const channel of upTo(6)) {
      expect(new Set(columns[1]?.slice(4 * channel, 4 * channel + 4)).size).toBe(1);
    }
    expect(new Set(columns[1]).size).toBeGreaterThan(1);
  });

  test('with p = 0 and p = 1 says what cannot vary', async ({ playground }) => {
    await playground.open('#input=[1,-2,4]&p=0&seed=1');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100);
    await expect(part.summary('Share dropped')).toContainText('0 of all draws were dropped');
    await expect(part.summary('Sum of the output')).toHaveText(
      /^\s*The mean of all sums is 3, that of eval 3; their deviation is 0, in theory 0\./,
    );
    await playground.p.fill('1');
    await part.comeInSight();
    await expect(part.summary('Share dropped')).toContainText('1 of all draws were dropped');
    await expect(part.summary('Sum of the output')).toHaveText(
      /^\s*The mean of all sums is 0, that of eval 3; their deviation is 0, in theory 0\./,
    );
    await expect(part.elements).toHaveText(
      /^\s*The mean farthest from eval is off by 4. At p = 1 every call drops all elements: nothing varies./,
    );
    expect((await part.data('mean of the calls')).columns).toEqual([
      [1, -2, 4],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('of inf and nan says nan, and has no sum', async ({ playground }) => {
    await playground.open('#input=[1,inf,nan]&seed=1');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100_000);
    await expect(part.summary('Sum of the output')).toHaveText(
      'With inf or nan in the output, or in its sum, the sums have no mean.',
    );
    const { columns } = await part.data('mean of the calls');
    expect(columns.map((column) => column.slice(1))).toEqual([
      [Number.POSITIVE_INFINITY, Number.NaN],
      [Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN],
    ]);
    expect(columns[1]?.[0]).toBeCloseTo(1, 1);
  });

  test('of float64 has the averages of float64', async ({ playground }) => {
    await playground.open('#input=torch.tensor([1e300,2e300],dtype=torch.float64)&seed=1');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100_000);
    const [, means] = (await part.data('mean of the calls')).columns;
    [1e300, 2e300].forEach((x, i) => {
      expect((means?.[i] as number) / x).toBeCloseTo(1, 1);
    });
    await expect(part.summary('Sum of the output')).toContainText('that of eval 3E300');
    await expect(part.summary('Sum of the output')).toContainText('in theory 2.24E300');
    const sums = await part.data('Sum of the output');
    [0, 2e300, 4e300, 6e300].forEach((sum, i) => {
      expect(Math.abs((sums.columns[0]?.[i] as number) - sum)).toBeLessThan(1e286);
    });
  });

  test('of an output that overflows says so of the output', async ({ playground }) => {
    await playground.open('#input=[3e38,1]&seed=1');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100);
    await expect(part.summary('Sum of the output')).toHaveText(/inf or nan in the output/);
    await expect(part.elements).toContainText('off by inf');
    expect((await part.data('mean of the calls')).columns[1]?.[0]).toBe(Number.POSITIVE_INFINITY);
  });

  const sizes = [
    ['1e-30', 'E-30', '1e-30'],
    // Which in float32 has no shorter decimals.
    ['1e30', 'E30', '1.0000e+30'],
  ] as const;
  test('says how large numbers are', async ({ playground }) => {
    const title = ([size]: (typeof sizes)[number]) => size;
    await checkRows(sizes, { title }, async ([size, exponent, cell]) => {
      await playground.open(`#input=[${size},${size}]&seed=1`);
      await part.comeInSight();
      await expect.poll(() => part.draws()).toBeGreaterThan(100);
      const sum = part.summary('Sum of the output');
      await expect(sum).toContainText(`that of eval 2${exponent}`);
      await expect(sum).toContainText(`in theory 1.41${exponent}`);
      await expect(part.host).not.toContainText(/000000|< 0/);
      await expect(part.grid('eval output')).toHaveText([cell, cell]);
      const sums = (await part.data('Sum of the output')).columns[2] ?? [];
      expect(sums.filter((share) => share > 0)).toEqual([0.25, 0.5, 0.25]);
    });
  });

  test('of a hundred zeros all sums are 0', async ({ playground }) => {
    await playground.open('#input=torch.zeros(100)&seed=1');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100);
    await expect(part.summary('Sum of the output')).toContainText('in theory 0');
    expect((await part.data('Sum of the output')).columns).toEqual([[0], [1], [1]]);
  });

  test('says why there is nothing to try', async ({ playground }) => {
    await playground.open('#input=torch.ones(0)&seed=1');
    await part.comeInSight();
    await expect(part.host).toHaveText('In a tensor without elements nothing is dropped.');
    const height = async () => (await part.host.boundingBox())?.height;
    expect(await height()).toBeLessThan(150);
    await playground.text.fill('torch.ones(300, 300)');
    await part.comeInSight();
    await expect(part.host).toHaveText(/Too large to be called so often here: 65,536/);
    expect(await height()).toBeLessThan(150);
    await playground.text.fill('[1, 2]');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100);
  });

  test('says of alpha dropout what it is not', async ({ playground }) => {
    await playground.open('#input=[1,2]&layer=AlphaDropout&seed=1');
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(100_000);
    await expect(part.host.locator('data-chart')).toHaveCount(2);
    await expect(part.host.locator('tensor-grid')).toHaveCount(0);
    await expect(part.host).toContainText('makes what it drops a negative number, not 0');
    expect((await part.data('Share dropped')).columns[1]?.at(-1)).toBeCloseTo(0.5, 1);
  });

  test('ends its worker when it leaves, and has another when it is back', {
    tag: '@engines',
  }, async ({ playground: { page } }) => {
    await page.evaluate(() => {
      const log: string[] = [];
      const Real = Worker;
      class Watched extends Real {
        constructor(...all: ConstructorParameters<typeof Worker>) {
          super(...all);
          log.push('started');
        }
        override terminate() {
          log.push('ended');
          super.terminate();
        }
      }
      Object.assign(globalThis, { Worker: Watched, log });
    });
    const log = () => page.evaluate(() => (globalThis as unknown as { log: string[] }).log);
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(1000);
    expect(await log()).toEqual(['started']);
    const host = await part.host.elementHandle();
    const place = await part.host.evaluateHandle((host) => host.parentElement);
    await host?.evaluate((host) => host.remove());
    await expect.poll(log).toEqual(['started', 'ended']);
    await place.evaluate((place, host) => place?.append(host as Element), host);
    await part.comeInSight();
    await expect.poll(log).toEqual(['started', 'ended', 'started']);
    const back = await part.draws();
    await expect.poll(() => part.draws()).not.toBe(back);
  });

  test('draws ever more at once, up to millions', async () => {
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(1e6);
    // Its first steps are of one call each; how many are done in a second is the machine's affair.
    const from = await part.draws();
    const start = performance.now();
    await expect.poll(() => part.draws()).toBeGreaterThan(from + 1e6);
    const speed = (1000 * ((await part.draws()) - from)) / (performance.now() - start);
    test.info().annotations.push({
      type: 'million draws a second, rests and a busy machine included',
      description: (speed / 1e6).toFixed(1),
    });
  });

  test('axe finds nothing while it runs', async () => {
    await part.comeInSight();
    await expect.poll(() => part.draws()).toBeGreaterThan(1000);
    expect(await axeFindings(part.page)).toEqual([]);
  });
});

test('the page is not held up while trials run', { tag: '@tracing' }, async ({
  playground: { page },
  browser,
}) => {
  test.slow();
  const part = new OnAveragePart(page);
  await part.comeInSight();
  await expect.poll(() => part.draws()).toBeGreaterThan(1e6);
  const from = await part.draws();
  await expectNoLongTask(page, browser, async () => {
    await expect
      .poll(() => part.draws(), { intervals: [500], timeout: 300_000 })
      .toBeGreaterThan(from + 3e7);
  });
});
