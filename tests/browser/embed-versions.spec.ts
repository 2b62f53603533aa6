// What posts rely on: a figure shows at the address of its script what it showed when they were written. A row of
// these tables is a post; rows are added, and none is ever changed.
import { expect, test, VERSION_1 } from './host-page.ts';
import { checkRows } from './rows.ts';

const OLD = 'dropout-playground.js';

interface Post {
  name: string;
  script: string;
  html: string;
  /** The cells of the train output, as PyTorch 1.13.1 gave them on x86-64 Linux. */
  train: string;
  /** The ids and names of what readers are offered at once. */
  offered: readonly string[];
}

const ALL = [
  'p',
  'seed',
  'engine',
  'layer',
  'inplace',
  'input',
  'calls',
  'derivation',
  'gradient',
  'printed',
];

const POSTS: Post[] = [
  {
    name: 'from before there were versions, without attributes',
    script: OLD,
    html: '<dropout-playground></dropout-playground>',
    train: '2 4 6 8',
    offered: ALL,
  },
  {
    name: 'from before there were versions, of another seed',
    script: OLD,
    html: '<dropout-playground seed="123"></dropout-playground>',
    train: '2 4 0 8',
    offered: ALL,
  },
  {
    name: 'from before there were versions, with controls',
    script: OLD,
    html: '<dropout-playground controls="p printed"></dropout-playground>',
    train: '2 4 6 8',
    offered: ['p', 'printed'],
  },
  {
    name: 'of version 1, without attributes',
    script: VERSION_1,
    html: '<dropout-playground></dropout-playground>',
    train: '2 4 6 8 0 12 0 0',
    offered: ['p', 'seed', 'calls'],
  },
  {
    name: 'of version 1, with controls',
    script: VERSION_1,
    html: '<dropout-playground input="[1, 2, 3, 4]" controls="p printed"></dropout-playground>',
    train: '2 4 6 8',
    offered: ['p', 'printed'],
  },
  {
    name: 'of version 1, with the draws',
    script: VERSION_1,
    html: '<dropout-playground controls="p draws more"></dropout-playground>',
    train: '2 4 6 8 0 12 0 0',
    offered: ['p', 'draws'],
  },
];

test('a post shows what it showed', async ({ host }) => {
  const { page } = host;
  await checkRows(
    POSTS,
    { title: ({ name }) => name },
    async ({ script, html, train, offered }) => {
      await host.open({ html, scripts: [script] });
      const cells = page
        .getByRole('grid', { name: 'train output', exact: true })
        .getByRole('gridcell');
      await expect.poll(async () => (await cells.allTextContents()).join(' ')).toBe(train);
      await expect(page.locator('.room')).toHaveCount(0);
      const found = await page.evaluate(() => {
        const root = document.querySelector('dropout-playground')?.shadowRoot;
        const figure = Array.from(root?.querySelectorAll('*') ?? []).find(
          ({ shadowRoot }) => shadowRoot,
        );
        const parts = [...(figure?.shadowRoot?.querySelectorAll('[part]') ?? [])];
        const controls = parts.filter(({ part }) => part.contains('controls'));
        return [
          ...controls.flatMap((one) =>
            [
              ...(one.shadowRoot?.querySelectorAll('#p, #seed, #engine, #layer, #inplace') ?? []),
            ].map(({ id }) => id),
          ),
          ...parts
            .map((one) => one.getAttribute('part'))
            .filter((name) => !/playground|equation|controls/.test(name ?? '')),
        ];
      });
      expect(found).toEqual(offered);
    },
  );
});

test('more is a button that says whether there is more, and works by keys', {
  tag: ['@engines', '@real-input'],
}, async ({ host }) => {
  await host.open({ html: '<dropout-playground></dropout-playground>', scripts: [VERSION_1] });
  const { page } = host;
  const more = page.getByRole('button', { name: 'More', exact: true });
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('#engine, #input')).toHaveCount(0);
  // Cells are edited also while the rest is folded.
  await page.getByRole('textbox', { name: 'row 1, column 1' }).fill('3');
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#input')).toHaveValue('[[3, 2, 3, 4], [5, 6, 7, 8]]');
  await expect(page.getByRole('group', { name: 'print(x)' })).toBeVisible();
  const less = page.getByRole('button', { name: 'Less', exact: true });
  await expect(less).toHaveAttribute('aria-expanded', 'true');
  await expect(less).toBeFocused();
  await page.keyboard.press(' ');
  await expect(page.locator('#input')).toHaveCount(0);
});

test('a frame shows what it showed: each address has its own defaults', async ({ host }) => {
  for (const [address, input] of [
    ['frame.html', 'print(x)'],
    ['embed/1/frame.html', null],
  ] as const) {
    await host.open({
      html: `<iframe src="{cdn}/${address}#seed=42" width="800" height="800"></iframe>`,
      scripts: [],
    });
    const frame = host.page.frameLocator('iframe');
    const cells = frame
      .getByRole('grid', { name: 'eval output', exact: true })
      .getByRole('gridcell');
    await expect(cells).toHaveText(
      input ? ['1', '2', '3', '4'] : ['1', '2', '3', '4', '5', '6', '7', '8'],
    );
    await expect(frame.getByRole('button', { name: 'More' })).toHaveCount(input ? 0 : 1);
  }
});
