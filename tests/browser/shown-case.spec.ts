// What the page shows of its own choice: the banner that says so, the way back, and the browser's history.
import type { Locator } from '@playwright/test';
import { axeFindingsInBothSchemes } from './axe.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

const OWN = '[[9, 8], [7, 6]]';

const banner = ({ page }: PlaygroundPage): Locator =>
  page.getByRole('complementary', { name: 'What is shown' });

const back = (playground: PlaygroundPage) =>
  banner(playground).getByRole('button', { name: 'Back to my experiment' });

/** As a reader does, by the browser's buttons. */
async function step({ page }: PlaygroundPage, by: -1 | 1) {
  await page.evaluate((by) => history.go(by), by);
}

/** Ways in which something is shown, with what its banner says and what the figure has then. */
const SHOWN: readonly [
  name: string,
  says: RegExp,
  input: string,
  show: (playground: PlaygroundPage) => Promise<void>,
][] = [
  [
    'a mistake',
    /^\s*Shown: F\.dropout without training=\s+Both outputs are those after model\.eval\(\)/,
    'torch.ones(2, 5)',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Show it: F.dropout without training=' }).click();
    },
  ],
  [
    'a p',
    /^\s*Shown: p = 0\.95\s+Few are left, and each counts for many\./,
    '[[1, 2, 3, 4], [5, 6, 7, 8]]',
    async ({ page }) => {
      await page.getByRole('button', { name: 'p = 0.95', exact: true }).click();
    },
  ],
  [
    'a thread',
    /^\s*Shown: A book’s output that its reader did not get\s+The machines that disagreed/,
    'torch.ones(6, 6)',
    async ({ page }) => {
      await page.getByRole('button', { name: 'A book’s output' }).click();
    },
  ],
  [
    'the example of the search',
    /^\s*Shown: the example of the search/,
    'torch.ones(6, 6)',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Fill in an example' }).click();
    },
  ],
];

test.describe('what the page shows of its own choice', () => {
  test('is named by a banner, is left by its button, and is an entry of the history', {
    tag: '@engines',
  }, async ({ playground }) => {
    await checkRows(SHOWN, { title: ([name]) => name }, async ([, says, input, show]) => {
      await playground.open(`#input=${OWN.replaceAll(' ', '')}&p=0.25&seed=7`);
      await expect(banner(playground)).toHaveCount(0);
      await show(playground);
      await expect(banner(playground).first()).toHaveText(says);
      await expect(playground.text).toHaveValue(input);

      await step(playground, -1);
      await expect(playground.text).toHaveValue(OWN);
      await expect(playground.p).toHaveValue('0.25');
      await expect(banner(playground)).toHaveCount(0);
      await step(playground, 1);
      await expect(playground.text).toHaveValue(input);
      await expect(banner(playground).first()).toHaveText(says);

      await back(playground).first().click();
      await expect(playground.text).toHaveValue(OWN);
      await expect(playground.seed).toHaveValue('7');
      await expect(banner(playground)).toHaveCount(0);
      await expect(playground.page).toHaveURL(/#input=\[\[9,8\],\[7,6\]\]&p=0\.25&seed=7$/);
    });
  });

  test('leads back to the reader’s experiment over several shows', async ({ playground }) => {
    const { page } = playground;
    await playground.open(`#input=${OWN.replaceAll(' ', '')}&seed=7`);
    await page.getByRole('button', { name: 'p = 0.2', exact: true }).click();
    await page.getByRole('button', { name: 'Show it: inf before dropout' }).click();
    await expect(banner(playground)).toHaveText(/^\s*Shown: inf before dropout/);
    await back(playground).click();
    await expect(playground.text).toHaveValue(OWN);
  });

  test('is said to be changed when it is, but not by a step through its calls', async ({
    playground,
  }) => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Show it: No eval() before predicting' }).click();
    await playground.again.click();
    await expect(banner(playground)).toHaveText(/^\s*Shown: No eval\(\) before predicting/);
    await playground.p.fill('0.3');
    await expect(banner(playground)).toHaveText(
      /^\s*Changed from: No eval\(\) before predicting\s+Back to my experiment/,
    );
  });

  test('is there again when the page is loaded anew', async ({ playground }) => {
    const { page } = playground;
    await playground.open(`#input=${OWN.replaceAll(' ', '')}&seed=7`);
    await page.getByRole('button', { name: 'Show it: inf before dropout' }).click();
    await expect(banner(playground)).toBeVisible();
    await page.reload();
    await playground.unfold();
    await expect(banner(playground)).toHaveText(/^\s*Shown: inf before dropout/);
    await back(playground).click();
    await expect(playground.text).toHaveValue(OWN);
  });

  test('of a function has the function’s code, with and without training=', async ({
    playground,
  }) => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Show it: F.dropout without training=' }).click();
    const without = 'F.dropout(x, 0.5)';
    const right = 'F.dropout(x, 0.5, training=self.training)';
    await expect(playground.printed(`print(${without})`)).toHaveText(
      /^tensor\(\[\[(?:[02]\., ){4}[02]\.\],\s+\[(?:[02]\., ){4}[02]\.\]\]\)$/,
    );
    await expect(playground.printed(`print(${right})`)).toHaveText(
      /^tensor\(\[\[1\., 1\., 1\., 1\., 1\.\],\s+\[1\., 1\., 1\., 1\., 1\.\]\]\)$/,
    );
    for (const [part, code] of [
      ['.train', without],
      ['.eval', right],
    ] as const) {
      const caption = page.locator(`dropout-playground dropout-equation ${part} figcaption`);
      await expect(caption).toContainText('after model.eval()');
      await expect(caption).toContainText(code);
    }
    // What the reader makes of it is a layer's output again.
    await playground.p.fill('0.3');
    await expect(playground.train).toBeVisible();
  });

  test('of the lesson is one entry, and is named when the lesson is left', async ({
    playground,
  }) => {
    const { page } = playground;
    await playground.open(`#input=${OWN.replaceAll(' ', '')}&seed=7`);
    const lesson = page.locator('dropout-lesson');
    await playground.learn.click();
    await lesson.getByRole('button', { name: /^1 of / }).click();
    await lesson.getByRole('link', { name: 'drop(x) does not drop x' }).click();
    await lesson.getByRole('button', { name: 'Some zeros, the others larger' }).click();
    await expect(banner(playground)).toHaveCount(0);
    await lesson.getByRole('button', { name: 'Leave the lesson' }).click();
    await expect(banner(playground)).toHaveText(/^\s*Shown: the last step of the lesson/);
    await step(playground, -1);
    await expect(playground.text).toHaveValue(OWN);
  });

  test('ends the lesson when the reader goes back out of it', async ({ playground }) => {
    const { page } = playground;
    await playground.open(`#input=${OWN.replaceAll(' ', '')}&seed=7`);
    const lesson = page.locator('dropout-lesson');
    await playground.learn.click();
    await expect(lesson.getByRole('heading')).toBeVisible();
    await step(playground, -1);
    await expect(playground.text).toHaveValue(OWN);
    await expect(lesson.getByRole('heading')).toHaveCount(0);
  });

  test('keeps an experiment that is too large for a link', async ({ playground }) => {
    const { page } = playground;
    const large = `[${Array.from({ length: 9000 }, (_, i) => i + 0.5).join(', ')}]`;
    await playground.text.fill(large);
    await expect(page).not.toHaveURL(/#/);
    await page.getByRole('button', { name: 'p = 0.2', exact: true }).click();
    await expect(banner(playground)).toBeVisible();
    await step(playground, -1);
    await expect(playground.text).toHaveValue(large);
  });

  test('leads to the part that it comes from', async ({ playground }) => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Show it: inf before dropout' }).click();
    await banner(playground).getByRole('link', { name: 'What goes wrong' }).click();
    await expect(page.locator('#practice')).toBeFocused();
    await expect(page).toHaveURL(/#.*input=/);
  });

  test('axe finds nothing with the banner', async ({ playground }) => {
    await playground.page.getByRole('button', { name: 'Show it: inf before dropout' }).click();
    await expect(banner(playground)).toBeVisible();
    expect(await axeFindingsInBothSchemes(playground.page)).toEqual([]);
  });
});
