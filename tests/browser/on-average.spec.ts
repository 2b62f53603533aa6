// <on-average>: what theory says, against numbers found in another way; what is counted, against the
// engine's definition; and what the page makes of them.
import type { Page } from '@playwright/test';
import { load } from '../../web/core/node.ts';
import { rangeOfBars } from '../../web/design/charts/axis-range.ts';
import { binOf, edgesOf, middlesOf } from '../../web/experiment/trials/bins.ts';
import { type Distribution, expectationOf } from '../../web/experiment/trials/expectation.ts';
import { type TrialCounts, Trials } from '../../web/experiment/trials/trials.ts';
import { fastMask } from '../node/fast-oracle.mjs';
import { axeFindings } from './axe.ts';
import { expectNoLongTask } from './longest-task.ts';
import { expect, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

const upTo = (length: number) => Array.from({ length }, (_, i) => i);

const total = (values: Iterable<number>) => Array.from(values).reduce((a, b) => a + b, 0);

/** The bin that holds a value, found by its edges alone; the outermost hold what lies beyond. */
function binAmong({ bins }: Distribution, value: number): number {
  const edges = edgesOf(bins);
  const above = edges.findIndex((edge) => edge > value);
  return Math.min(Math.max((above < 0 ? edges.length : above) - 1, 0), bins.count - 1);
}

/** By exact integers: of `n` draws how likely each number of dropped ones is, with p = a / b. */
function binomialOf(n: number, a: bigint, b: bigint): number[] {
  const digits = 10n ** 40n;
  let choose = 1n;
  return upTo(n + 1).map((k) => {
    const outcomes = choose * a ** BigInt(k) * (b - a) ** BigInt(n - k);
    choose = (choose * BigInt(n - k)) / BigInt(k + 1);
    return Number((outcomes * digits) / b ** BigInt(n)) / 1e40;
  });
}

function expectShares(found: Float64Array, wanted: readonly number[], within: number) {
  expect(found.length).toBe(wanted.length);
  const off = Array.from(found, (share, i) => Math.abs(share - (wanted[i] as number)));
  expect(Math.max(...off)).toBeLessThan(within);
}

test.describe('theory', { tag: '@once' }, () => {
  for (const [n, a, b] of [
    [1, 1, 2],
    [4, 1, 2],
    [10, 1, 5],
    [12, 3, 4],
    [60, 9, 10],
    [100, 1, 1000],
    [2000, 3, 10],
  ] as const) {
    test(`says how many of ${n} are dropped with p = ${a / b}`, () => {
      const p = a / b;
      const { dropped } = expectationOf(p, new Float64Array(n).fill(1), 1 / (1 - p));
      const wanted = new Array(dropped.bins.count).fill(0);
      binomialOf(n, BigInt(a), BigInt(b)).forEach((share, k) => {
        wanted[binAmong(dropped, k)] += share;
      });
      expectShares(dropped.shares, wanted, 1e-12);
      expect(dropped.isExact).toBe(true);
      expect(dropped.mean).toBeCloseTo(n * p, 9);
      expect(dropped.deviation ** 2).toBeCloseTo(n * p * (1 - p), 9);
    });
  }

  // Found with Fraction in Python: at most 25 of 1000 below, and as many above.
  for (const [n, p, least, most, share] of [
    [4, 0.5, 0, 4, 1],
    [6, 0.5, 1, 5, 62 / 64],
    [10, 0.5, 2, 8, 1002 / 1024],
    [4, 0.001, 0, 0, 0.999 ** 4],
    [7, 0, 0, 0, 1],
    [7, 1, 7, 7, 1],
  ] as const) {
    test(`says between which numbers most calls lie, of ${n} with p = ${p}`, () => {
      const { usual } = expectationOf(p, new Float64Array(n).fill(1), 1 / (1 - p));
      expect([usual.least, usual.most]).toEqual([least, most]);
      if (share === 1) expect(usual.share).toBe(1);
      else expect(usual.share).toBeCloseTo(share, 12);
    });
  }

  for (const [x, p] of [
    [[1, 2, 3, 4], 0.5],
    [[1, 0.5, -1.5, 2, 0.5, 3, 2, 0.5, 1.5, -1, -0.5, 1], 0.25],
    [[0.1, 0.2, 0.3, -0.4, 0], 0.9],
    [[Math.E, -Math.PI, Math.SQRT2], 0.3],
    [[-7], 0.2],
  ] as const) {
    test(`says what [${x}] sums to with p = ${p}, as each of its outcomes does`, () => {
      const scale = 1 / (1 - p);
      const kept = Float64Array.from(x, (value) => Math.fround(value * Math.fround(scale)));
      const sum = expectationOf(p, kept, Math.fround(scale)).sum as Distribution;
      const wanted = new Array(sum.bins.count).fill(0);
      const sums = upTo(2 ** x.length).map((mask) => {
        const isKept = upTo(x.length).map((i) => (mask >> i) & 1);
        const value = total(isKept.map((bit, i) => bit * (kept[i] as number)));
        const survivors = total(isKept);
        wanted[binAmong(sum, value)] += (1 - p) ** survivors * p ** (x.length - survivors);
        return value;
      });
      expectShares(sum.shares, wanted, 1e-12);
      expect(total(sum.shares)).toBeCloseTo(1, 12);
      expect(sum.isExact).toBe(true);
      // Of the input in eval mode, and the variance of the 2014 paper.
      expect(sum.mean).toBeCloseTo(total(x), 5);
      expect(sum.deviation ** 2).toBeCloseTo((p / (1 - p)) * total(x.map((v) => v * v)), 4);
      // None lies where two bins meet: another order of adding puts it into no other.
      const { width } = sum.bins;
      const isOnView = (value: number) => Math.abs(value - sum.mean) < 4 * sum.deviation;
      const offEdges = sums
        .filter(isOnView)
        .map((value) => Math.min(...edgesOf(sum.bins).map((edge) => Math.abs(edge - value))));
      expect(Math.min(...offEdges)).toBeGreaterThan(1e-6 * width);
    });
  }

  test('says nearly what 40 numbers sum to, where their outcomes are too many', () => {
    // The sum of a random half of 1 to 40, doubled: subsets counted exactly, sum by sum.
    const ways = new Array<bigint>(821).fill(0n);
    ways[0] = 1n;
    for (let number = 1; number <= 40; ++number) {
      for (let sum = 820; sum >= number; --sum) {
        ways[sum] = (ways[sum] as bigint) + (ways[sum - number] as bigint);
      }
    }
    const numbers = Float64Array.from(upTo(40), (i) => 2 * (i + 1));
    const sum = expectationOf(0.5, numbers, 2).sum as Distribution;
    const wanted = new Array(sum.bins.count).fill(0);
    ways.forEach((count, half) => {
      wanted[binAmong(sum, 2 * half)] += Number(count) / 2 ** 40;
    });
    expect(sum.isExact).toBe(false);
    expectShares(sum.shares, wanted, 2e-3);
  });

  test('says of what cannot vary that it does not, however many they are', () => {
    for (const [p, kept] of [
      [0.5, new Float64Array(1000)],
      [0, new Float64Array(65_536).fill(1)],
      [1, new Float64Array(65_536)],
    ] as const) {
      const sum = expectationOf(p, kept, 1 / (1 - p)).sum as Distribution;
      expect([sum.mean, sum.deviation, ...sum.shares]).toEqual([p === 0 ? 65_536 : 0, 0, 1]);
      expect(Array.from(middlesOf(sum.bins))).toEqual([sum.mean]);
    }
  });

  test('knows no sum with inf or nan, nor of what adds up to inf', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(expectationOf(0.5, Float64Array.of(2, odd), 2).sum).toBeNull();
    }
    expect(expectationOf(0.5, Float64Array.of(1.6e308, 1.6e308), 2).sum).toBeNull();
  });

  for (const size of [1e300, 1e-300]) {
    test(`says what sums come to whose squares are no numbers: ${size}`, () => {
      const sum = expectationOf(0.5, Float64Array.of(6 * size, 8 * size), 2).sum as Distribution;
      expect(sum.mean / size).toBeCloseTo(7, 9);
      expect(sum.deviation / size).toBeCloseTo(5, 9);
      expect(Array.from(sum.shares).filter((share) => share > 0)).toEqual(Array(4).fill(0.25));
    });
  }

  test('puts each value into the bin between whose edges it lies', () => {
    const bins = { from: -1, width: 0.5, count: 4 };
    const places = [-9, -1, -0.51, -0.5, 0, 0.99, 1, 9, Number.NaN];
    expect(places.map((value) => binOf(bins, value))).toEqual([0, 0, 0, 1, 2, 3, 3, 3, 0]);
    expect(Array.from(edgesOf(bins))).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(Array.from(middlesOf(bins))).toEqual([-0.75, -0.25, 0.25, 0.75]);
  });
});

test.describe('the axis of bars', { tag: '@once' }, () => {
  for (const [middles, range] of [
    [
      [0, 1, 2, 3, 4],
      [-0.5, 4.5],
    ],
    [
      [-3, 5],
      [-7, 9],
    ],
    [[4], [3.6, 4.4]],
    [[-1e30], [-1.1e30, -0.9e30]],
    [[0], [-0.5, 0.5]],
  ] as const) {
    test(`shows those around ${middles} whole`, () => {
      const found = rangeOfBars(Float64Array.from(middles));
      found.forEach((end, i) => {
        expect(end / (range[i] as number)).toBeCloseTo(1, 12);
      });
    });
  }
});

/** Trials of a plan with the bins of theory. */
async function trialsOf(p: number, kept: Float64Array, seed = 0) {
  const expectation = expectationOf(p, kept, 1 / (1 - p));
  const { dropped, sum } = expectation;
  const plan = {
    p,
    seed,
    keptSums: kept,
    droppedBins: dropped.bins,
    sumBins: sum?.bins ?? { from: 0, width: 1, count: 1 },
  };
  return { trials: new Trials(await load(), plan), expectation };
}

test.describe('trials', { tag: '@once' }, () => {
  for (const [size, p, seed] of [
    [7, 0.3, 0],
    [1, 0.5, 11],
    [40_000, 0.75, 3],
  ] as const) {
    test(`of ${size} draws count what the fast engine draws`, async () => {
      const kept = Float64Array.from(upTo(size), (i) => ((i % 5) - 1.5) / (1 - p));
      const { trials, expectation } = await trialsOf(p, kept, seed);
      // Of each forward as many calls as it has room for; one that is not used up is not gone on with.
      const rows = Math.max(1, Math.floor(2 ** 15 / size));
      const steps = [1, rows, rows + 3];
      const used = [1, rows, ...(rows > 3 ? [rows, 3] : [1, 1, 1, 1])];
      const counts = steps.map((step) => trials.advance(step, 1e6)).at(-1) as TrialCounts;
      trials.dispose();

      const calls = used.flatMap((count, forward) => {
        const mask = fastMask(seed, forward, p, rows * size);
        return upTo(count).map((row) => mask.slice(row * size, (row + 1) * size));
      });
      expect([counts.trials, counts.draws]).toEqual([calls.length, calls.length * size]);
      const often = new Float64Array(size);
      const dropped = new Float64Array(counts.dropped.length);
      const sums = new Float64Array(counts.sums.length);
      const values = calls.map((mask) => {
        mask.forEach((bit, i) => {
          often[i] = (often[i] as number) + bit;
        });
        const gone = binAmong(expectation.dropped, size - total(mask));
        dropped[gone] = (dropped[gone] as number) + 1;
        const sum = total(mask.map((bit, i) => bit * (kept[i] as number)));
        const place = binAmong(expectation.sum as Distribution, sum);
        sums[place] = (sums[place] as number) + 1;
        return sum;
      });
      expect(counts.kept).toEqual(often);
      expect(counts.dropped).toEqual(dropped);
      expect(counts.sums).toEqual(sums);
      const mean = total(values) / values.length;
      expect(counts.sumMean).toBeCloseTo(mean, 6);
      const variance = total(values.map((value) => (value - mean) ** 2)) / values.length;
      expect(counts.sumDeviation ** 2 / variance).toBeCloseTo(1, 9);
      expect(counts.course.draws.at(-1)).toBe(counts.draws);
      expect(counts.course.share.at(-1)).toBeCloseTo(1 - total(often) / counts.draws, 12);
    });
  }

  // Each is drawn from one seed, so that it passes always or never. An engine that is right would fail
  // with one seed in a million.
  test('come to what theory says', async () => {
    const p = 0.3;
    const { trials, expectation } = await trialsOf(p, new Float64Array(10).fill(1 / (1 - p)));
    const counts = trials.advance(200_000, 1e6);
    trials.dispose();
    const { draws, kept, dropped, sumMean, sumDeviation } = counts;
    const share = 1 - total(kept) / draws;
    expect(Math.abs(share - p) / Math.sqrt((p * (1 - p)) / draws)).toBeLessThan(4.9);
    const chiSquare = total(
      expectation.dropped.shares.map((expected, i) => {
        const calls = expected * counts.trials;
        return ((dropped[i] as number) - calls) ** 2 / calls;
      }),
    );
    // Of ten degrees of freedom.
    expect(chiSquare).toBeLessThan(48);
    const { mean, deviation } = expectation.sum as Distribution;
    expect(Math.abs(sumMean - mean)).toBeLessThan(4.9 * (deviation / Math.sqrt(counts.trials)));
    expect(Math.abs((sumDeviation / deviation) ** 2 - 1)).toBeLessThan(
      4.9 * Math.sqrt(2 / 200_000),
    );
  });

  test('with p = 0 and p = 1 keep all and none', async () => {
    for (const p of [0, 1]) {
      const { trials } = await trialsOf(p, new Float64Array(3));
      trials.advance(100, 1e6);
      const { kept, trials: calls, course } = trials.advance(100_000, 1e6);
      trials.dispose();
      expect(calls).toBe(100_100);
      expect(Array.from(kept)).toEqual(Array(3).fill(p === 0 ? calls : 0));
      expect(course.share.at(-1)).toBe(p);
    }
  });
});

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

  /** Draws so far. */
  async draws(): Promise<number> {
    return (await this.data('Share dropped')).columns[0]?.at(-1) ?? 0;
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
    // Not of the reader's seconds: most of those are rests.
    await expect(part.host.locator('.speed')).toHaveText(/draws per second of computing/);
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

  test('is run by keyboard', { tag: '@engines' }, async ({ playground: { page } }) => {
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

  test('shows what it copies, and says it in a sentence', { tag: '@engines' }, async ({
    playground,
  }) => {
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
    const said = Number(shares.at(-1)?.toPrecision(6));
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
    const deviation = Math.sqrt((1 / 3) * (1 + 0.25 + 2.25 + 4)).toPrecision(6);
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

  test('each bar is whole, and as tall as its share', { tag: '@engines' }, async ({
    playground,
  }) => {
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
    await expect(part.summary('Sum of the output')).toContainText('in theory 2.23607E300');
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
  test('says how large numbers are', { tag: '@engines' }, async ({ playground }) => {
    const title = ([size]: (typeof sizes)[number]) => size;
    await checkRows(sizes, { title }, async ([size, exponent, cell]) => {
      await playground.open(`#input=[${size},${size}]&seed=1`);
      await part.comeInSight();
      await expect.poll(() => part.draws()).toBeGreaterThan(100);
      const sum = part.summary('Sum of the output');
      await expect(sum).toContainText(`that of eval 2${exponent}`);
      await expect(sum).toContainText(`in theory 1.41421${exponent}`);
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
    await expect(part.host).toHaveText(/Too large to be tried so often here: up to 65,536/);
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
