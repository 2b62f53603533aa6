// <dropout-lesson>: every step of it, with what the playground prints then, against PyTorch's dropout
// written a second time.
import type { Locator } from '@playwright/test';
import { dropout, MersenneTwister } from '../node/torch-cpu-oracle.mjs';
import { axeFindingsInBothSchemes } from './axe.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

const X = [1, 2, 3, 4, 5, 6, 7, 8];
const ONES = Array<number>(10).fill(1);

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
  title: string;
  right: string;
  before: Setting;
  after: Setting;
  pointed: string;
  /** What the answer says beyond the output. */
  holds?: (playground: PlaygroundPage) => Promise<void>;
}

const HALF = { x: X, p: 0.5, seed: 3 };

const STEPS: readonly Step[] = [
  {
    title: 'What p means',
    right: 'Drop each number with probability 0.25',
    before: { x: X, p: 0, seed: 3 },
    after: { x: X, p: 0.25, seed: 3 },
    pointed: 'mask',
  },
  {
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
    title: 'Why survivors grow',
    right: '4',
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
];

function numbersIn(text: string | null): number[] {
  return Array.from(text?.replace(/^[\s\S]*tensor/, '').match(/-?\d+\.\d*/g) ?? [], Number);
}

function asPrinted(numbers: readonly number[]): number[] {
  return numbers.map((number) => Number(number.toFixed(4)));
}

/** The numbers that print() shows of the output, whichever call it is of. */
async function outputShown({ page }: PlaygroundPage): Promise<number[]> {
  const region = page.getByRole('group', { name: /^print\(drop\.train\(\)\(x\)\)/ });
  return numbersIn(await region.textContent());
}

class Lesson {
  readonly host: Locator;
  readonly title: Locator;
  readonly said: Locator;
  /** The way into it, from the page's navigation. */
  readonly learn: Locator;

  constructor({ page, learn }: PlaygroundPage) {
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

  /** Goes to a step without a guess, from the first. */
  async skipTo(step: number) {
    await this.learn.click();
    for (let i = 0; i < step; ++i) await this.button('Skip').click();
  }
}

test.describe('the lesson', () => {
  let lesson: Lesson;
  test.beforeEach(({ playground }) => {
    lesson = new Lesson(playground);
  });

  STEPS.forEach(({ title, right, before, after, pointed, holds }, step) => {
    const tag = step === 0 ? '@engines' : [];
    test(`step ${step + 1} answers each guess: ${title}`, { tag }, async ({ playground }) => {
      const renew = async (hasFailed: boolean) => {
        if (!hasFailed) await lesson.button('Leave the lesson').click();
        await playground.renew(hasFailed);
      };
      const guessed = (guess: number) => `guess ${guess + 1}`;
      await checkRows([0, 1, 2], { title: guessed, renew }, async (guess) => {
        const { page } = playground;
        await lesson.skipTo(step);
        await expect(lesson.title).toHaveText(title);
        await expect(lesson.host.locator('.place')).toHaveText(`${step + 1} of ${STEPS.length}`);
        await expect.poll(() => outputShown(playground)).toEqual(asPrinted(outputOf(before)));
        await expect(lesson.said).toBeEmpty();
        await expect(page.locator('dropout-playground')).toHaveJSProperty('pointing', '');

        const chosen = lesson.choices().nth(guess);
        const isRight = (await chosen.locator('span').first().textContent()) === right;
        await chosen.click();
        await expect(lesson.said).toHaveText(
          isRight ? /^\s*Yes\.\s+\S/ : new RegExp(`^\\s*No: ${escaped(right)}\\.\\s+\\S`),
        );
        await expect(chosen).toHaveAttribute('aria-pressed', 'true');
        const marks = lesson.host.getByRole('img');
        await expect(marks).toHaveCount(isRight ? 1 : 2);
        const rightOne = lesson.choices().filter({ has: page.getByRole('img', { name: 'right' }) });
        await expect(rightOne.locator('span').first()).toHaveText(right);
        await expect.poll(() => outputShown(playground)).toEqual(asPrinted(outputOf(after)));
        await expect(page.locator('dropout-playground')).toHaveJSProperty('pointing', pointed);
        if (guess === 0) await holds?.(playground);
      });
    });
  });

  test('is taken by keyboard alone, and the focus goes where the text is new', {
    tag: ['@engines', '@real-input'],
  }, async ({ playground: { page } }) => {
    await lesson.learn.focus();
    await page.keyboard.press('Enter');
    for (const { title, right } of STEPS) {
      await expect(lesson.title).toHaveText(title);
      await expect(lesson.title).toBeFocused();
      // The way out, and the first choice.
      await page.keyboard.press('Tab');
      await expect(lesson.button('Leave the lesson')).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(lesson.choices().first()).toBeFocused();
      const labels = await lesson.choices().locator('span').allTextContents();
      for (let i = 0; i < labels.indexOf(right); ++i) await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
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
    await lesson.skipTo(2);
    await lesson.button('Back').click();
    await expect(lesson.title).toHaveText(STEPS[1]?.title as string);
    for (let i = 1; i < STEPS.length; ++i) await lesson.button('Skip').click();
    await expect(lesson.title).toHaveText('That is all of nn.Dropout');
    await lesson.button('Once more').click();
    await expect(lesson.title).toHaveText(STEPS[0]?.title as string);
    await expect(lesson.button('Back')).toHaveCount(0);
  });

  test('shows its answer again to who pressed the right one twice', async ({ playground }) => {
    await lesson.skipTo(0);
    await lesson.choices().nth(0).click();
    await playground.p.fill('0.9');
    await lesson.choices().nth(1).click();
    await expect(playground.p).toHaveValue('0.25');
    // The guess stays what it was.
    await expect(lesson.said).toContainText('No: ');
    await expect(lesson.choices().nth(2)).toBeDisabled();
  });

  test('can be left anywhere, and one goes on alone', async ({ playground }) => {
    const steps = [...STEPS.keys(), STEPS.length];
    const title = (step: number) => STEPS[step]?.title ?? 'the end';
    const renew = (hasFailed: boolean) => playground.renew(hasFailed);
    await checkRows(steps, { title, renew }, async (step) => {
      await lesson.skipTo(step);
      if (step < STEPS.length) await lesson.choices().nth(1).click();
      const shown = step < STEPS.length && (await outputShown(playground));
      await lesson.button('Leave the lesson').click();
      await expect(lesson.title).toHaveCount(0);
      await expect(lesson.learn).toBeFocused();
      await expect(playground.page.locator('dropout-playground')).toHaveJSProperty('pointing', '');
      // What was shown stays, and is now the reader's.
      if (shown) expect(await outputShown(playground)).toEqual(shown);
      await playground.text.fill('[10, 20]');
      await playground.p.fill('0');
      await expect.poll(() => outputShown(playground)).toEqual([10, 20]);
    });
  });

  test('stays at its step and keeps the guess in another language', async ({ playground }) => {
    const { page } = playground;
    await lesson.skipTo(5);
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
      await expect(lesson.host.locator('.place')).toContainText('6');
      await expect(lesson.choices().nth(0)).toHaveAttribute('aria-pressed', 'true');
      await expect(lesson.choices().nth(2)).toHaveAttribute('data-verdict', 'right');
      await expect(page.locator('dropout-playground')).toHaveJSProperty('seed', '6');
    }
  });

  test('moves no figure with its answer at 1280 px', { tag: '@viewport' }, async ({
    playground: { page },
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const top = () =>
      page.evaluate(() => {
        const playground = document.querySelector('dropout-playground');
        const equation = playground?.shadowRoot?.querySelector('dropout-equation');
        return Math.round((equation?.getBoundingClientRect().top ?? 0) + scrollY);
      });
    await lesson.learn.click();
    const moved: string[] = [];
    for (const { title } of STEPS) {
      await expect(lesson.title).toHaveText(title);
      const before = await top();
      await lesson.choices().nth(0).click();
      await expect(lesson.said).not.toBeEmpty();
      const after = await top();
      if (after !== before) moved.push(`${title}: ${before} to ${after}`);
      await lesson.button('Next').click();
    }
    expect(moved).toEqual([]);
  });

  for (const [width, height] of [
    [390, 800],
    [390, 620],
    [1280, 800],
  ] as const) {
    test(`shows at ${width} × ${height} what it points at, beside itself`, {
      tag: ['@engines', '@viewport'],
    }, async ({ playground: { page } }) => {
      await page.setViewportSize({ width, height });
      await lesson.learn.click();
      const hidden: string[] = [];
      for (const { title, pointed } of STEPS) {
        await expect(lesson.title).toHaveText(title);
        await lesson.choices().nth(0).click();
        await expect(page.locator('dropout-playground')).toHaveJSProperty('pointing', pointed);
        await page.evaluate(async () => {
          for (let i = 0; i < 4; ++i) await new Promise(requestAnimationFrame);
        });
        const share = await page.evaluate((pointed) => {
          const root = document.querySelector('dropout-playground')?.shadowRoot;
          const within = pointed === 'calls' || pointed === 'gradient' ? root : null;
          const equation = root?.querySelector('dropout-equation')?.shadowRoot;
          const names = pointed === 'scale' ? '.scale, .product' : `.${pointed}`;
          const part = Array.from((within ?? equation)?.querySelectorAll(names) ?? []).find(
            (one) => one.getClientRects().length > 0,
          ) as Element;
          const box = part.getBoundingClientRect();
          const cover = (
            document.querySelector('dropout-lesson') as Element
          ).getBoundingClientRect();
          const isAbove = box.top < cover.top;
          const from = Math.max(box.top, isAbove ? 0 : cover.bottom, 0);
          const to = Math.min(box.bottom, isAbove ? cover.top : innerHeight, innerHeight);
          // Of one that is larger than the room it has, as much as there is room for.
          const room = isAbove ? innerHeight : innerHeight - Math.max(0, cover.bottom);
          return (to - from) / Math.min(box.height, Math.max(room, 1));
        }, pointed);
        if (!(share > 0.55)) hidden.push(`${title}: ${share.toFixed(2)} of ${pointed}`);
        await lesson.button('Next').click();
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
    await lesson.learn.click();
    expect(await axeFindingsInBothSchemes(page)).toEqual([]);
    await lesson.choices().nth(0).click();
    expect(await axeFindingsInBothSchemes(page, 'dropout-lesson')).toEqual([]);
    await lesson.button('Next').click();
    await lesson.choices().nth(2).click();
    expect(await axeFindingsInBothSchemes(page, 'dropout-lesson')).toEqual([]);
    for (let i = 2; i < STEPS.length; ++i) await lesson.button(i === 2 ? 'Next' : 'Skip').click();
    await lesson.choices().nth(1).click();
    expect(await axeFindingsInBothSchemes(page, 'dropout-lesson')).toEqual([]);
    await lesson.button('Next').click();
    expect(await axeFindingsInBothSchemes(page, 'dropout-lesson')).toEqual([]);
  });

  test('outlines what it points at in forced colours, too', async ({
    playground: { page },
    browserName,
  }) => {
    test.skip(browserName !== 'chromium', 'only Chromium can be told to force colours');
    await page.emulateMedia({ forcedColors: 'active' });
    await lesson.learn.click();
    for (const { pointed } of STEPS) {
      await lesson.choices().nth(0).click();
      await expect(page.locator('dropout-playground')).toHaveJSProperty('pointing', pointed);
      if (pointed !== 'gradient') {
        const part =
          pointed === 'calls' ? 'call-strip' : `dropout-playground dropout-equation .${pointed}`;
        const outlined = page.locator(part).first();
        await expect(outlined).toHaveCSS('outline-style', 'solid');
        await expect(outlined).toHaveCSS('outline-width', '3px');
      }
      await expect(lesson.host.getByRole('img').first()).toBeVisible();
      await lesson.button('Next').click();
    }
  });

  test('moves nothing where motion is reduced', { tag: ['@engines', '@reduced-motion'] }, async ({
    playground: { page },
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await lesson.skipTo(1);
    await lesson.choices().nth(2).click();
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
