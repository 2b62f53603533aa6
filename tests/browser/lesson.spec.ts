// <dropout-lesson>: every step of it, with what the playground prints then, against PyTorch's dropout
// written a second time.
import type { Locator, Page } from '@playwright/test';
import { dropout, MersenneTwister } from '../node/torch-cpu-oracle.mjs';
import { axeFindingsInBothSchemes } from './axe.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

const X = [1, 2, 3, 4, 5, 6, 7, 8];
const ONES = Array<number>(10).fill(1);
/** A training takes long where the machine is busy with other tests. */
const LONG = 120_000;

interface Setting {
  x: readonly number[];
  p: number;
  seed: number;
  /** Which call's output is shown. */
  call?: number;
}

/** What PyTorch prints of a call, number by number. */
function outputOf({ x, p, seed, call = 1 }: Setting): number[] {
  if (p === 0) return [...x];
  const twister = new MersenneTwister(seed);
  for (let i = 1; i < call; ++i) dropout(twister, x, p);
  return dropout(twister, x, p);
}

interface Step {
  name: string;
  title: string;
  /** The right choice; of an estimate a right number and a wrong one. */
  right: string | { right: number; wrong: number };
  /** What the figure prints, where the step is about the experiment. */
  before?: Setting;
  after?: Setting;
  /** What is pointed out, and in which element. */
  pointed: string;
  within?: string;
  /** What the part shows before the guess, and from which the answer cannot be read off. */
  hides?: (page: Page) => Promise<void>;
  /** What the answer says beyond the output. */
  holds?: (playground: PlaygroundPage) => Promise<void>;
}

const HALF = { x: X, p: 0.5, seed: 3 };

const losses = (page: Page, side: number) =>
  page.locator('dropout-lab article').nth(side).locator('dd').allTextContents();

const STEPS: readonly Step[] = [
  {
    name: 'why-networks-memorise',
    title: 'A network memorises',
    right: 'Bent towards single points',
    within: 'dropout-lab',
    pointed: 'of-fit',
    hides: (page) => expect(page.locator('dropout-lab output b')).toHaveText('0'),
    holds: async ({ page }) => {
      await expect(page.locator('dropout-lab output b')).toHaveText('1000', { timeout: LONG });
      // The validation loss is far above the training loss without dropout.
      const [validation, training] = (await losses(page, 0)).map(Number);
      expect(validation).toBeGreaterThan(2 * Number(training));
    },
  },
  {
    name: 'why-dropout-helps',
    title: 'Less is learnt by heart',
    right: 'It cannot rely on any single unit',
    within: 'dropout-lab',
    pointed: 'losses',
    holds: async ({ page }) => {
      await expect(page.locator('dropout-lab output b')).toHaveText('1000', { timeout: LONG });
      const [[validation, training], [ownValidation, ownTraining]] = (await Promise.all(
        [0, 1].map(async (side) => (await losses(page, side)).map(Number)),
      )) as [number[], number[]];
      // A higher training loss, a lower validation loss: as the question says.
      expect(ownTraining).toBeGreaterThan(training as number);
      expect(ownValidation).toBeLessThan(validation as number);
    },
  },
  {
    name: 'neurons-off',
    title: 'Neurons off',
    right: 'About half, others in every step',
    within: 'dropout-lab',
    pointed: 'of-network',
    hides: (page) => expect(page.locator('dropout-lab output b')).toHaveText('0'),
    holds: async ({ page }) => {
      const lab = page.locator('dropout-lab');
      const off = lab.locator('article').nth(1).locator('svg.of-network');
      await expect(lab.locator('output b')).toHaveText('1');
      await expect(lab.locator('article').nth(1)).toContainText(/\d+ of 192 units off/);
      const before = await off.innerHTML();
      await lab.getByRole('button', { name: 'Step', exact: true }).click();
      await expect(lab.locator('output b')).toHaveText('2');
      await expect.poll(() => off.innerHTML()).not.toBe(before);
    },
  },
  {
    name: 'how-much-dropout',
    title: 'How much dropout',
    right: { right: 0.5, wrong: 0.9 },
    within: 'dropout-lab',
    pointed: 'losses-over-p',
  },
  {
    name: 'what-p-means',
    title: 'What p means',
    right: 'Drop each number with probability 0.25',
    before: { x: X, p: 0, seed: 3 },
    after: { x: X, p: 0.25, seed: 3 },
    pointed: 'mask',
  },
  {
    name: 'what-comes-out',
    title: 'drop(x) does not drop x',
    right: 'Some zeros, the others larger',
    before: { x: X, p: 0, seed: 3 },
    after: HALF,
    pointed: 'train',
    holds: async () => {
      const dropped = outputOf(HALF).filter((y) => y === 0).length;
      expect(dropped).toBeGreaterThan(2);
      expect(dropped).toBeLessThan(6);
    },
  },
  {
    name: 'why-survivors-grow',
    title: 'Why survivors grow',
    right: { right: 4, wrong: 1.5 },
    before: HALF,
    after: { x: X, p: 0.75, seed: 3 },
    pointed: 'scale',
    holds: async () => {
      const survivors = outputOf({ x: X, p: 0.75, seed: 3 }).filter((y) => y !== 0);
      expect(survivors.length).toBeGreaterThan(0);
      expect(survivors.every((y) => X.includes(y / 4))).toBe(true);
    },
  },
  {
    name: 'what-scaling-is-for',
    title: 'What the scaling is for',
    right: 'On average the output is x, as in eval mode',
    before: HALF,
    after: HALF,
    within: 'on-average',
    pointed: 'pictures',
  },
  {
    name: 'eval-changes-nothing',
    title: 'Eval changes nothing',
    right: 'x, as it is',
    before: { x: X, p: 0.75, seed: 3 },
    after: HALF,
    pointed: 'eval',
    holds: async (playground) => {
      expect(numbersIn(await playground.eval.textContent())).toEqual(X);
    },
  },
  {
    name: 'the-gradient-takes-the-same-way',
    title: 'The gradient takes the same way',
    right: '0',
    before: HALF,
    after: HALF,
    pointed: 'gradient',
    holds: async (playground) => {
      const wanted = outputOf(HALF).map((y) => (y === 0 ? '0' : '2'));
      expect(await playground.grid('gradient of x')).toEqual(wanted);
    },
  },
  {
    name: 'each-call-draws-anew',
    title: 'Each call draws anew',
    right: 'Other numbers are dropped',
    before: HALF,
    after: { ...HALF, call: 2 },
    pointed: 'calls',
    holds: async (playground) => {
      const { page } = playground;
      const first = outputOf(HALF);
      expect(outputOf({ ...HALF, call: 2 })).not.toEqual(first);
      // Back to the first call, and forth again, as the answer says.
      await page.getByRole('button', { name: 'Rewind to the first call' }).click();
      await expect.poll(() => outputShown(playground)).toEqual(asPrinted(first));
      await page.getByRole('button', { name: /^Call 2:/ }).click();
      await expect
        .poll(() => outputShown(playground))
        .toEqual(asPrinted(outputOf({ ...HALF, call: 2 })));
    },
  },
  {
    name: 'the-seed-repeats',
    title: 'The seed repeats',
    right: 'The first call once more',
    before: { ...HALF, call: 2 },
    after: HALF,
    pointed: 'calls',
  },
  {
    name: 'an-average-not-a-count',
    title: 'An average, not a count',
    right: 'Any number of them, two on average',
    before: { x: ONES, p: 0.2, seed: 4 },
    after: { x: ONES, p: 0.2, seed: 6 },
    pointed: 'mask',
    holds: async (playground) => {
      const zerosOf = (seed: number) =>
        outputOf({ x: ONES, p: 0.2, seed }).filter((y) => y === 0).length;
      expect([zerosOf(4), zerosOf(6), zerosOf(1)]).toEqual([2, 4, 0]);
      await playground.seed.fill('1');
      await expect.poll(() => outputShown(playground)).toEqual(ONES.map(() => 1.25));
    },
  },
  {
    name: 'where-it-goes',
    title: 'Where it goes',
    right: 'To 1 on average only',
    within: 'dropout-places',
    pointed: 'detail',
    hides: (page) => expect(page.locator('dropout-places .rows')).toHaveCount(0),
    holds: async ({ page }) => {
      const sums = await page.locator('dropout-places .rows b').allTextContents();
      const [before, after] = sums.map((text) => text.split(' · ').map(Number));
      expect(before).toEqual([1, 1, 1, 1]);
      // Neither all as they were nor all smaller.
      expect(Math.max(...(after as number[]))).toBeGreaterThan(1);
      expect(Math.min(...(after as number[]))).toBeLessThan(1);
    },
  },
  {
    name: 'inplace-writes-into-x',
    title: 'inplace writes into x',
    right: 'The output',
    before: HALF,
    after: HALF,
    pointed: 'input',
    holds: async (playground) => {
      await expect(playground.page.getByRole('checkbox', { name: 'inplace' })).toBeChecked();
      const after = playground.page.locator('dropout-playground dropout-equation .after');
      await expect(after).toContainText('drop(x) is x');
      expect((await after.locator('td').allTextContents()).map(Number)).toEqual(outputOf(HALF));
    },
  },
  {
    name: 'what-goes-wrong',
    title: 'F.dropout does not know of eval()',
    right: 'It goes on dropping',
    pointed: 'train',
    hides: async (page) => {
      const equation = page.locator('dropout-playground dropout-equation');
      await expect(equation).not.toContainText('after model.eval()');
    },
    holds: async ({ page }) => {
      const equation = page.locator('dropout-playground dropout-equation');
      await expect(equation.locator('.train')).toContainText('after model.eval()');
      await expect(equation.locator('.train td').filter({ hasText: /^0$/ }).first()).toBeVisible();
      await expect(equation.locator('.eval')).toContainText('training=self.training');
    },
  },
  {
    name: 'another-machine',
    title: 'Another machine',
    right: 'Some drop other numbers',
    before: { x: X, p: 0, seed: 42 },
    after: { x: X, p: 0.5, seed: 42 },
    within: 'machine-comparison',
    pointed: 'cards',
    hides: (page) =>
      expect(page.locator('machine-comparison')).toContainText('the same everywhere: 8 of 8'),
    holds: ({ page }) =>
      expect(page.locator('machine-comparison')).toContainText('the same everywhere: 4 of 8'),
  },
];

function numbersIn(text: string | null): number[] {
  return Array.from(text?.replace(/^[\s\S]*tensor/, '').match(/-?\d+\.\d*/g) ?? [], Number);
}

function asPrinted(numbers: readonly number[]): number[] {
  return numbers.map((number) => Number(number.toFixed(4)));
}

/** The numbers that print() shows of the output, whichever call it is of. */
async function outputShown({ page }: PlaygroundPage): Promise<number[]> {
  const code = /^print\((?:drop\.train\(\)\(x\)|F\.dropout\(x, [\d.]+\))\)/;
  const region = page.getByRole('group', { name: code });
  return numbersIn(await region.textContent());
}

class Lesson {
  readonly page: Page;
  readonly host: Locator;
  readonly title: Locator;
  readonly said: Locator;
  /** The way into it, from the page's navigation. */
  readonly learn: Locator;

  constructor({ page, learn }: PlaygroundPage) {
    this.page = page;
    this.learn = learn;
    this.host = page.locator('dropout-lesson');
    this.title = this.host.getByRole('heading', { level: 2 });
    this.said = this.host.getByRole('status');
  }

  button(name: string) {
    return this.host.getByRole('button', { name, exact: true });
  }

  choices() {
    return this.host.locator('.choice');
  }

  get handle() {
    return this.host.getByRole('slider');
  }

  /** What the step points at, once it does. */
  async points({ within = 'dropout-playground', pointed }: Step) {
    const element = this.page.locator(within);
    if (within === 'dropout-playground')
      await expect(element).toHaveJSProperty('pointing', pointed);
    else await expect(element).toHaveAttribute('data-pointing', pointed);
  }

  async pointsAtNothing() {
    await expect(this.page.locator('dropout-playground')).toHaveJSProperty('pointing', '');
    await expect(this.page.locator('section > [data-pointing]')).toHaveCount(0);
  }

  /** Opens a step by its address. */
  async goTo({ name, title }: Step) {
    await this.page.evaluate((name) => location.assign(`#lesson=${name}`), name);
    await expect(this.title).toHaveText(title);
  }

  /** Guesses right, or wrong. */
  async answer({ right }: Step, isRight: boolean) {
    if (typeof right === 'string') {
      const is = this.choices().filter({ hasText: new RegExp(`^\\s*${escaped(right)}\\s*$`) });
      const isNot = this.choices().filter({ hasNotText: right }).first();
      await (isRight ? is : isNot).click();
      return;
    }
    await this.handle.fill(String(isRight ? right.right : right.wrong));
    await this.button('That is my guess').click();
  }
}

test.describe('the lesson', () => {
  let lesson: Lesson;
  test.beforeEach(({ playground }) => {
    lesson = new Lesson(playground);
  });

  STEPS.forEach((step, i) => {
    const { name, title, right, before, after, hides, holds } = step;
    const tag = name === 'why-networks-memorise' || name === 'what-p-means' ? '@engines' : [];
    test(`step ${i + 1} answers each guess: ${title}`, { tag }, async ({ playground }) => {
      const { page } = playground;
      const renew = async (hasFailed: boolean) => {
        if (!hasFailed) await lesson.button('Leave the lesson').click();
        await playground.renew(hasFailed);
      };
      const said = (isRight: boolean) => (isRight ? 'right' : 'wrong');
      test.slow();
      await checkRows([true, false], { title: said, renew }, async (isRight) => {
        await lesson.goTo(step);
        await expect(lesson.button(`${i + 1} of ${STEPS.length}`)).toBeVisible();
        await expect(page).toHaveURL(new RegExp(`#lesson=${name}$`));
        if (before)
          await expect.poll(() => outputShown(playground)).toEqual(asPrinted(outputOf(before)));
        await hides?.(page);
        await expect(lesson.said).toBeEmpty();
        await lesson.pointsAtNothing();

        await lesson.answer(step, isRight);
        const wrong = typeof right === 'string' ? `No: ${escaped(right)}\\.` : 'No: .*\\.';
        await expect(lesson.said).toHaveText(
          new RegExp(`^\\s*${isRight ? 'Yes\\.' : wrong}\\s+\\S`),
        );
        if (typeof right === 'string') {
          await expect(lesson.host.getByRole('img')).toHaveCount(isRight ? 1 : 2);
          const mark = page.getByRole('img', { name: 'right' });
          await expect(lesson.choices().filter({ has: mark }).locator('span').first()).toHaveText(
            right,
          );
        }
        if (after)
          await expect.poll(() => outputShown(playground)).toEqual(asPrinted(outputOf(after)));
        await lesson.points(step);
        if (isRight) await holds?.(playground);
      });
    });
  });

  test('each step has an address, which opens it; what names none opens the first', {
    tag: '@engines',
  }, async ({ playground: { page } }) => {
    const rows = [
      ...STEPS.map(({ name, title }) => [`#lesson=${name}`, title] as const),
      ['#lesson', STEPS[0]?.title as string] as const,
      ['#lesson=what-nobody-wrote', STEPS[0]?.title as string] as const,
    ];
    await checkRows(rows, { title: ([hash]) => hash }, async ([hash, title]) => {
      await page.goto('about:blank');
      await page.goto(`./${hash}`);
      await expect(lesson.title).toHaveText(title);
      await expect(lesson.title).toBeFocused();
      await expect(lesson.title).toBeInViewport();
    });
  });

  test('asks for what is often read, and is not so', async () => {
    const untrue = {
      'what-scaling-is-for': 'It avoids underflow',
      'eval-changes-nothing': 'x × 0.5: eval scales instead',
    };
    for (const [name, choice] of Object.entries(untrue)) {
      const step = STEPS.find((one) => one.name === name) as Step;
      await lesson.goTo(step);
      await lesson.choices().filter({ hasText: choice }).click();
      await expect(lesson.said).toContainText(/^\s*No:.*is often read/);
    }
  });

  test('lists its steps, as links that lead to them', { tag: '@real-input' }, async ({
    playground: { page },
  }) => {
    await lesson.learn.click();
    await lesson.button(`1 of ${STEPS.length}`).click();
    const links = lesson.host.getByRole('navigation').getByRole('link');
    await expect(links).toHaveText(STEPS.map(({ title }) => title));
    await expect(links.first()).toHaveAttribute('aria-current', 'step');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual(STEPS.map(({ name }) => `#lesson=${name}`));
    await page.keyboard.press('Escape');
    await expect(links.first()).toBeHidden();
    await lesson.button(`1 of ${STEPS.length}`).press('Enter');
    await links.nth(6).press('Enter');
    await expect(lesson.title).toHaveText('Why survivors grow');
    await expect(lesson.title).toBeFocused();
    await expect(links.first()).toBeHidden();
    await expect(page).toHaveURL(/#lesson=why-survivors-grow$/);
  });

  test('is one entry of the history, from which one comes back to one’s own experiment', async ({
    playground,
  }) => {
    const { page } = playground;
    await playground.open('#input=[10,20]&p=0&seed=7');
    await lesson.learn.click();
    await lesson.button('Skip').click();
    await lesson.button('Skip').click();
    await expect(page).toHaveURL(/#lesson=neurons-off$/);
    await page.goBack();
    await expect(lesson.title).toHaveCount(0);
    await expect.poll(() => outputShown(playground)).toEqual([10, 20]);
    await expect(page).toHaveURL(/#input=\[10,20\]&p=0&seed=7$/);
    await page.goForward();
    await expect(lesson.title).toHaveText('Neurons off');
    await lesson.button('Leave the lesson').click();
    await page.getByRole('button', { name: 'Back to my experiment' }).click();
    await expect.poll(() => outputShown(playground)).toEqual([10, 20]);
  });

  test('is taken by keyboard alone, and the focus goes where the text is new', {
    tag: ['@engines', '@real-input'],
  }, async ({ playground: { page } }) => {
    test.slow();
    await lesson.learn.focus();
    await page.keyboard.press('Enter');
    for (const { title, right } of STEPS) {
      await expect(lesson.title).toHaveText(title);
      await expect(lesson.title).toBeFocused();
      // The list of steps, the way out, and what is asked.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await expect(lesson.button('Leave the lesson')).toBeFocused();
      await page.keyboard.press('Tab');
      if (typeof right === 'string') {
        await expect(lesson.choices().first()).toBeFocused();
        const labels = await lesson.choices().locator('span').allTextContents();
        for (let i = 0; i < labels.indexOf(right); ++i) await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
      } else {
        await expect(lesson.handle).toBeFocused();
        for (let i = 0; i < 40 && Number(await lesson.handle.inputValue()) < right.right; ++i)
          await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      }
      await expect(lesson.said).toContainText('Yes.');
      await expect(lesson.button('Next')).toBeFocused();
      await page.keyboard.press('Enter');
    }
    await expect(lesson.title).toHaveText('That is all of nn.Dropout');
    await expect(lesson.title).toBeFocused();
    await lesson.button('Go on alone').focus();
    await page.keyboard.press('Enter');
    await expect(lesson.learn).toBeFocused();
  });

  test('goes back, and begins once more at its end', async () => {
    await lesson.goTo(STEPS[2] as Step);
    await lesson.button('Back').click();
    await expect(lesson.title).toHaveText(STEPS[1]?.title as string);
    await lesson.goTo(STEPS.at(-1) as Step);
    await lesson.button('Skip').click();
    await expect(lesson.title).toHaveText('That is all of nn.Dropout');
    await lesson.button('Once more').click();
    await expect(lesson.title).toHaveText(STEPS[0]?.title as string);
    await expect(lesson.button('Back')).toHaveCount(0);
  });

  test('shows its answer again to who pressed the right one twice', async ({ playground }) => {
    await lesson.goTo(STEPS.find(({ name }) => name === 'what-p-means') as Step);
    await lesson.choices().nth(0).click();
    await playground.p.fill('0.9');
    await lesson.choices().nth(1).click();
    await expect(playground.p).toHaveValue('0.25');
    // The guess stays what it was.
    await expect(lesson.said).toContainText('No: ');
    await expect(lesson.choices().nth(2)).toBeDisabled();
  });

  test('can be left anywhere, and one goes on alone', async ({ playground }) => {
    const title = ({ title }: Step) => title;
    const renew = (hasFailed: boolean) => playground.renew(hasFailed);
    await checkRows(STEPS, { title, renew }, async (step) => {
      await lesson.goTo(step);
      await lesson.answer(step, false);
      await lesson.points(step);
      const shown = await outputShown(playground);
      await lesson.button('Leave the lesson').click();
      await expect(lesson.title).toHaveCount(0);
      await expect(lesson.learn).toBeFocused();
      await lesson.pointsAtNothing();
      // What was shown stays, and is now the reader's.
      expect(await outputShown(playground)).toEqual(shown);
      await playground.p.fill('0');
      const x = step.after?.x ?? numbersIn(await playground.printed('print(x)').textContent());
      await expect.poll(() => outputShown(playground)).toEqual([...x]);
    });
  });

  test('stays at its step and keeps the guess in another language', async ({ playground }) => {
    const { page } = playground;
    await lesson.goTo(STEPS.find(({ name }) => name === 'an-average-not-a-count') as Step);
    await lesson.choices().nth(0).click();
    const focused = lesson.button('Next');
    await expect(focused).toBeFocused();
    for (const [language, title, no] of [
      ['de', 'Ein Mittelwert, keine Anzahl', 'Nein'],
      ['hi', null, null],
      ['fr', null, null],
    ] as const) {
      await playground.speak(language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      if (title) await expect(lesson.title).toHaveText(title);
      else await expect(lesson.title).not.toHaveText(/average|Mittel/);
      if (no) await expect(lesson.said).toContainText(no);
      await expect(lesson.host.locator('.place')).toContainText('13');
      await expect(lesson.choices().nth(0)).toHaveAttribute('aria-pressed', 'true');
      await expect(lesson.choices().nth(2)).toHaveAttribute('data-verdict', 'right');
      await expect(page.locator('dropout-playground')).toHaveJSProperty('seed', '6');
    }
  });

  test('moves no part with its answer at 1280 px', { tag: '@viewport' }, async ({ playground }) => {
    const { page } = playground;
    test.slow();
    await page.setViewportSize({ width: 1280, height: 900 });
    const top = (within: string) =>
      page.evaluate((within) => {
        const part = document.querySelector(within);
        const equation = part?.shadowRoot?.querySelector('dropout-equation');
        const moved = within === 'dropout-playground' ? equation : part;
        return Math.round((moved?.getBoundingClientRect().top ?? 0) + scrollY);
      }, within);
    const moved: string[] = [];
    for (const step of STEPS) {
      const { title, within = 'dropout-playground', before: shown } = step;
      await lesson.goTo(step);
      await expect(page.locator(within)).toBeInViewport();
      // The figure above may be of another height.
      if (shown)
        await expect.poll(() => outputShown(playground)).toEqual(asPrinted(outputOf(shown)));
      const before = await top(within);
      await lesson.answer(step, false);
      await lesson.points(step);
      const after = await top(within);
      if (after !== before) moved.push(`${title}: ${before} to ${after}`);
    }
    expect(moved).toEqual([]);
  });

  for (const [width, height] of [
    [390, 800],
    [390, 620],
    [1280, 800],
    [1366, 650],
  ] as const) {
    test(`shows at ${width} × ${height} what it points at, beside itself`, {
      tag: ['@engines', '@viewport'],
    }, async ({ playground: { page } }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      const hidden: string[] = [];
      for (const step of STEPS) {
        const { title, pointed, within = 'dropout-playground' } = step;
        await lesson.goTo(step);
        await lesson.answer(step, false);
        await lesson.points(step);
        await page.evaluate(async () => {
          for (let i = 0; i < 4; ++i) await new Promise(requestAnimationFrame);
        });
        const share = await page.evaluate(
          ({ pointed, within }) => {
            const root = document.querySelector(within)?.shadowRoot;
            const inFigure = within === 'dropout-playground';
            const equation = root?.querySelector('dropout-equation')?.shadowRoot;
            const isInEquation = inFigure && pointed !== 'calls' && pointed !== 'gradient';
            const names = !inFigure
              ? `[part~='${pointed}']`
              : pointed === 'scale'
                ? '.scale, .product'
                : `.${pointed}`;
            const part = Array.from(
              (isInEquation ? equation : root)?.querySelectorAll(names) ?? [],
            ).find((one) => one.getClientRects().length > 0) as Element;
            const box = part.getBoundingClientRect();
            const cover = (
              document.querySelector('dropout-lesson') as Element
            ).getBoundingClientRect();
            const isAbove = box.top < cover.top;
            // On a phone the line of draws and p stay at the lower edge.
            const hands = inFigure && root?.querySelector('.hands');
            const isStuck = hands && getComputedStyle(hands).position === 'sticky';
            const end = isStuck ? hands.getBoundingClientRect().top : innerHeight;
            const from = Math.max(box.top, isAbove ? 0 : cover.bottom, 0);
            const to = Math.min(box.bottom, isAbove ? cover.top : end, end);
            // Of one that is larger than the room it has, as much as there is room for.
            const room = isAbove ? end : end - Math.max(0, cover.bottom);
            return (to - from) / Math.min(box.height, Math.max(room, 1));
          },
          { pointed, within },
        );
        if (!(share > 0.55)) hidden.push(`${title}: ${share.toFixed(2)} of ${pointed}`);
      }
      expect(hidden).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }

  test('axe finds nothing in any state of it, light or dark', async ({ playground: { page } }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const at = async (name: string) => lesson.goTo(STEPS.find((one) => one.name === name) as Step);
    await at('what-p-means');
    expect(await axeFindingsInBothSchemes(page)).toEqual([]);
    await lesson.choices().nth(0).click();
    expect(await axeFindingsInBothSchemes(page, 'dropout-lesson')).toEqual([]);
    await lesson.button(`5 of ${STEPS.length}`).click();
    expect(await axeFindingsInBothSchemes(page, 'dropout-lesson')).toEqual([]);
    await at('why-survivors-grow');
    expect(await axeFindingsInBothSchemes(page, 'dropout-lesson')).toEqual([]);
    await lesson.button('That is my guess').click();
    expect(await axeFindingsInBothSchemes(page, 'dropout-lesson')).toEqual([]);
    await at('another-machine');
    await lesson.button('Skip').click();
    expect(await axeFindingsInBothSchemes(page, 'dropout-lesson')).toEqual([]);
  });

  test('outlines what it points at in forced colours, too', async ({
    playground: { page },
    browserName,
  }) => {
    test.skip(browserName !== 'chromium', 'only Chromium can be told to force colours');
    await page.emulateMedia({ forcedColors: 'active' });
    for (const step of STEPS) {
      const { pointed, within } = step;
      await lesson.goTo(step);
      await lesson.answer(step, false);
      await lesson.points(step);
      if (pointed === 'gradient') continue;
      const part = within
        ? `${within} [part~='${pointed}']`
        : pointed === 'calls'
          ? 'call-strip'
          : `dropout-playground dropout-equation .${pointed}`;
      const outlined = page.locator(part).first();
      await expect(outlined).toHaveCSS('outline-style', 'solid');
      await expect(outlined).toHaveCSS('outline-width', '3px');
    }
  });

  test('moves nothing where motion is reduced', { tag: ['@engines', '@reduced-motion'] }, async ({
    playground: { page },
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await lesson.goTo(STEPS.find(({ name }) => name === 'what-comes-out') as Step);
    await lesson.choices().nth(2).click();
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
