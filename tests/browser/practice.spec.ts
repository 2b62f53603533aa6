// 'What goes wrong': each mistake is shown by its button as its text says, against PyTorch's dropout
// written a second time.
import { DEFAULT_SETTINGS } from '../../web/experiment/settings.ts';
import { dropout, MersenneTwister } from '../node/torch-cpu-oracle.mjs';
import { axeFindingsInBothSchemes } from './axe.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';

const DEFAULT_X = (JSON.parse(DEFAULT_SETTINGS.input) as number[][]).flat();

const ATTENTION = [1, 0, 0, 0, 0.55, 0.45, 0, 0, 0.38, 0.31, 0.31, 0, 0.28, 0.25, 0.24, 0.23];

/** The outputs of the calls since the seed. */
function outputsOf(seed: number, x: readonly number[], p: number, calls = 1): number[][] {
  const twister = new MersenneTwister(seed);
  return Array.from({ length: calls }, () => dropout(twister, x, p));
}

const section = ({ page }: PlaygroundPage) => page.locator('#practice');

function show(playground: PlaygroundPage, name: string) {
  return section(playground).getByRole('button', { name, exact: true });
}

/** The numbers that print() shows of the output. */
async function output({ page }: PlaygroundPage): Promise<number[]> {
  const code =
    /^print\((?:drop\.train\(\)\(x\)|F\.dropout\(x, [\d.]+\)|torch\.dropout\(weights, self\.p, True\))\)/;
  const region = page.getByRole('group', { name: code });
  return numbersIn((await region.textContent()) as string);
}

function numbersIn(text: string): number[] {
  const texts =
    text.replace(/^[\s\S]*tensor/, '').match(/nan|-?inf|-?\d[\d.]*(?:e[-+]\d+)?/g) ?? [];
  return texts.map((one) => Number(one.replace('inf', 'Infinity').replace('nan', 'NaN')));
}

/** With four decimals. */
function asShown(numbers: readonly number[]): number[] {
  return numbers.map((number) => Number(number.toFixed(4)));
}

async function expectOutput(playground: PlaygroundPage, wanted: readonly number[]) {
  // Four decimals are printed, as PyTorch does.
  const near = (found: number[]) =>
    found.length === wanted.length &&
    found.every((value, i) => {
      const other = wanted[i] as number;
      return Object.is(value, other) || Math.abs(value - other) < 5.1e-5;
    });
  await expect.poll(async () => near(await output(playground))).toBe(true);
}

async function expectInView({ page }: PlaygroundPage) {
  const box = () =>
    page.locator('dropout-playground dropout-equation').evaluate((equation) => {
      const { top } = equation.getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    });
  await expect.poll(box).toBe(true);
}

test.describe('in practice', () => {
  test.beforeEach(async ({ playground }) => {
    await expect(section(playground)).toBeAttached();
    await section(playground).evaluate((element) => element.scrollIntoView());
  });

  test('F.dropout goes on dropping: zeros and twos', async ({ playground }) => {
    await show(playground, 'Show it: F.dropout without training=').click();
    const [wanted = []] = outputsOf(0, Array(10).fill(1), 0.5);
    expect(new Set(wanted)).toEqual(new Set([0, 2]));
    await expectOutput(playground, wanted);
    await expectInView(playground);
  });

  test('without eval() each call is another prediction', async ({ playground }) => {
    const { page } = playground;
    await show(playground, 'Show it: No eval() before predicting').click();
    const calls = outputsOf(Number(DEFAULT_SETTINGS.seed), DEFAULT_X, 0.5, 3);
    await expectOutput(playground, calls[2] as number[]);
    await expectInView(playground);
    // Step through the calls: one input, many outputs.
    for (const call of [1, 2]) {
      await page.getByRole('button', { name: new RegExp(`^Call ${call}:`) }).click();
      await expectOutput(playground, calls[call - 1] as number[]);
    }
    expect(new Set(calls.map(String)).size).toBe(3);
    expect(numbersIn((await playground.printed('print(x)').textContent()) as string)).toEqual(
      DEFAULT_X,
    );
  });

  test('rows of attention no longer sum to 1', async ({ playground }) => {
    await show(playground, 'Show it: Attention that drops in evaluation').click();
    const [wanted = []] = outputsOf(4, ATTENTION, 0.2);
    await expectOutput(playground, wanted);
    await expectInView(playground);
    const sums = (values: number[]) =>
      [0, 4, 8, 12].map((at) => values.slice(at, at + 4).reduce((a, b) => a + b, 0));
    for (const sum of sums(ATTENTION)) expect(sum).toBeCloseTo(1, 9);
    const off = sums(await output(playground)).filter((sum) => Math.abs(sum - 1) > 0.1);
    expect(off.length).toBeGreaterThan(2);
  });

  test('0.9 drops nine of ten, and what is left counts for ten', async ({ playground }) => {
    await show(playground, 'Show it: p as the probability of keeping').click();
    const [wanted = []] = outputsOf(4, Array(10).fill(9), 0.9);
    await expectOutput(playground, wanted);
    await expectInView(playground);
    expect(asShown(wanted)).toEqual([0, 0, 90, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('Dropout2d on a 3-D input prints what pytorch/pytorch#69801 printed', async ({
    playground,
  }) => {
    await show(playground, 'Show it: Dropout2d on a 3-D input').click();
    await expect(playground.train).toHaveText(
      `tensor([[[2., 2., 2., 2.],
         [0., 0., 0., 0.],
         [0., 0., 0., 0.]],

        [[2., 2., 2., 2.],
         [2., 2., 2., 2.],
         [0., 0., 0., 0.]]])`,
      { useInnerText: true },
    );
    await expectInView(playground);
  });

  test('each stands as a pair: what it gives, and what the right code gives', async ({
    playground,
  }) => {
    const cells = async (title: string, kind: 'wrong' | 'right') => {
      const card = section(playground).locator('li').filter({ hasText: title });
      await expect(card.locator(`.${kind} tensor-grid`).first()).toBeVisible();
      const texts = await card.locator(`.${kind} tensor-grid td[data-index]`).allTextContents();
      return texts.map(Number);
    };
    const ones = Array<number>(10).fill(1);
    const [half = []] = outputsOf(0, ones, 0.5);
    expect(await cells('F.dropout without training=', 'wrong')).toEqual(half);
    expect(await cells('F.dropout without training=', 'right')).toEqual(ones);
    // Two predictions that differ, and two that do not.
    const calls = outputsOf(Number(DEFAULT_SETTINGS.seed), DEFAULT_X, 0.5, 2);
    expect(await cells('No eval() before predicting', 'wrong')).toEqual(calls.flat());
    expect(calls[0]).not.toEqual(calls[1]);
    expect(await cells('No eval() before predicting', 'right')).toEqual([
      ...DEFAULT_X,
      ...DEFAULT_X,
    ]);
    expect(await cells('Attention that drops in evaluation', 'right')).toEqual(ATTENTION);
    const [nine = []] = outputsOf(
      4,
      ones.map(() => 9),
      0.9,
    );
    expect(await cells('p as the probability of keeping', 'wrong')).toEqual(asShown(nine));
    const [one = []] = outputsOf(
      4,
      ones.map(() => 9),
      0.1,
    );
    expect(await cells('p as the probability of keeping', 'right')).toEqual(asShown(one));
    // Rows are dropped where channels of three rows were meant.
    const fates = (values: number[], length: number) =>
      Array.from({ length: values.length / length }, (_, i) => [
        ...new Set(values.slice(i * length, (i + 1) * length)),
      ]);
    expect(fates(await cells('Dropout2d on a 3-D input', 'wrong'), 4)).toEqual(
      [2, 0, 0, 2, 2, 0].map((row) => [row]),
    );
    expect(fates(await cells('Dropout2d on a 3-D input', 'right'), 12)).toEqual([[2], [0]]);
    expect((await cells('inf before dropout', 'wrong')).filter(Number.isNaN)).not.toHaveLength(0);
    expect((await cells('inf before dropout', 'right')).filter(Number.isNaN)).toHaveLength(0);
  });

  test('inf gives nan', async ({ playground }) => {
    await show(playground, 'Show it: inf before dropout').click();
    const minusInf = Number.NEGATIVE_INFINITY;
    const [wanted = []] = outputsOf(0, [0.4, minusInf, 1.2, 0.9, 0.7, minusInf], 0.5);
    expect(wanted.filter(Number.isNaN)).toHaveLength(2);
    await expectOutput(playground, wanted);
    await expectInView(playground);
  });

  for (const p of [0.2, 0.7, 0.95]) {
    test(`shows p = ${p}`, async ({ playground }) => {
      const { page } = playground;
      await page
        .locator('#why')
        .getByRole('button', { name: `p = ${p}`, exact: true })
        .click();
      const [wanted = []] = outputsOf(Number(DEFAULT_SETTINGS.seed), DEFAULT_X, p);
      await expectOutput(playground, wanted);
      await expect(playground.p).toHaveValue(String(p));
      await expectInView(playground);
    });
  }

  test('is shown by keyboard, is told, and has an address', {
    tag: ['@engines', '@real-input'],
  }, async ({ playground }) => {
    const { page } = playground;
    await show(playground, 'Show it: F.dropout without training=').focus();
    await page.keyboard.press('Enter');
    await expectInView(playground);
    await expect(page.locator('dropout-playground')).toBeFocused();
    await expect(page.getByRole('group', { name: 'Dropout playground' })).toBeFocused();
    const [wanted = []] = outputsOf(0, Array(10).fill(1), 0.5);
    const dropped = wanted.filter((y) => y === 0).length;
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: `${dropped} of 10 dropped, scale 2` })
        .first(),
    ).toBeAttached();
    await expect(page).toHaveURL(/#.*torch\.ones\(2,5\)/);
    await page.keyboard.press('Tab');
    // The first thing in the figure.
    await expect(page.locator('dropout-playground [data-index]:focus')).toHaveCount(1);
  });

  test('cites where people met it, and who found it out', async ({ playground }) => {
    const links = await section(playground)
      .getByRole('link')
      .evaluateAll((all) =>
        all.map((link) => {
          const { href, target, rel } = link as HTMLAnchorElement;
          return { href, target, rel, text: link.textContent };
        }),
      );
    for (const { target, rel } of links) expect([target, rel]).toEqual(['_blank', 'noopener']);
    const paper = playground.page.locator('#places').getByRole('link', { name: 'Li et al. 2019' });
    await expect(paper).toHaveAttribute('href', 'https://arxiv.org/abs/1801.05134');
    expect(links.map(({ href, text }) => [text, href])).toEqual([
      ...[26338, 124464, 69801, 59421].map((number) => [
        `pytorch/pytorch#${number}`,
        `https://github.com/pytorch/pytorch/issues/${number}`,
      ]),
    ]);
  });

  test('axe finds nothing with a mistake shown', async ({ playground }) => {
    await show(playground, 'Show it: inf before dropout').click();
    await expectInView(playground);
    await expect(playground.page.locator('dropout-playground dropout-equation')).toContainText(
      'nan',
    );
    expect(await axeFindingsInBothSchemes(playground.page)).toEqual([]);
  });
});
