// Engines, layers, calls and inplace on the page, against what the frameworks gave.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { DEFAULT_SETTINGS } from '../../web/experiment/settings.ts';
import type { DropoutPlayground } from '../../web/figure/dropout-playground.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

interface Bits {
  hex: string[];
  shape: number[];
}

interface Case {
  id: string;
  outputs: Record<string, Bits>;
  rate: number;
  x: Bits;
  y: Bits;
}

function fixture(file: string, id: string): Case {
  const path = new URL(`../fixtures/${file}.json`, import.meta.url);
  const cases: Case[] = JSON.parse(readFileSync(path, 'utf8')).cases;
  return cases.find((one) => one.id === id) as Case;
}

function floatsOf({ hex }: Bits): number[] {
  const view = new DataView(new ArrayBuffer(4));
  return hex.map((bits) => {
    view.setUint32(0, Number.parseInt(bits, 16));
    return view.getFloat32(0);
  });
}

/** The numbers that a grid draws. */
function drawn(playground: PlaygroundPage, name: string): Promise<number[]> {
  return playground
    .gridNamed(name)
    .evaluate((table) =>
      ((table.getRootNode() as ShadowRoot).host as HTMLElementTagNameMap['tensor-grid']).cells.map(
        ({ value }) => value,
      ),
    );
}

test.describe('in the bits of the framework', () => {
  const programs = [
    [
      'an earlier PyTorch with MKL',
      'torch-cpu-mkl',
      'dropout-ones/seed-42',
      'y',
      { engine: 'torch-cpu-mkl', seed: '42', input: 'torch.ones(4, 5)' },
    ],
    [
      'Dropout2d',
      'torch-cpu-default',
      'family/dropout2d-2x4x2x3-0.5',
      'y',
      { layer: 'Dropout2d', seed: '153', input: 'torch.rand(2, 4, 2, 3)' },
    ],
    [
      'AlphaDropout',
      'torch-cpu-default',
      'family/alpha_dropout-4x5-0.5',
      'y',
      { layer: 'AlphaDropout', seed: '153', input: 'torch.rand(4, 5)' },
    ],
    [
      'the third call',
      'torch-cpu-default',
      'dropout-sequence/four',
      'y2',
      { seed: '127', input: 'torch.ones(7)', call: '3' },
    ],
    [
      'inplace',
      'torch-cpu-default',
      'dropout-inplace/a',
      'y',
      { seed: '132', input: 'torch.rand(2, 6)', inplace: 'true' },
    ],
  ] as const;
  test('PyTorch', async ({ playground }) => {
    await checkRows(
      programs,
      { title: ([title]) => title, renew: (hasFailed) => playground.renew(hasFailed) },
      async ([, file, id, output, settings]) => {
        const expected = floatsOf(fixture(file, id).outputs[output] as Bits);
        await playground.set(settings);
        expect(await drawn(playground, 'train output')).toEqual(expected);
      },
    );
  });

  test('TensorFlow.js, whose seed is any text', async ({ playground }) => {
    const { rate, x, y } = fixture('tfjs', 'seed-0');
    await playground.set({ engine: 'tfjs', seed: '0', p: String(rate), input: `[${floatsOf(x)}]` });
    expect(await drawn(playground, 'train output')).toEqual(floatsOf(y));
    await playground.seed.fill('a word');
    await expect(playground.errorOf('seed')).toHaveCount(0);
  });
});

test('an engine and a layer are chosen from lists', async ({ playground }) => {
  await playground.text.fill('torch.ones(6, 6)');
  await playground.seed.fill('123');
  await playground.page.getByLabel('random numbers of').selectOption('PyTorch CPU (MKL)');
  // rasbt/LLMs-from-scratch#57, "My output".
  await expect(playground.train).toContainText('tensor([[2., 2., 2., 2., 2., 2.],');
  await playground.page.getByLabel('layer', { exact: true }).selectOption('Dropout2d');
  await expect(playground.errorOf('layer')).toHaveCount(0);
  await playground.page.getByLabel('random numbers of').selectOption('JAX');
  await expect(playground.errorOf('layer')).toHaveText('jax has no Dropout2d, only Dropout');
  await expect(playground.train).not.toBeEmpty();
});

test('an engine there is not is told, and where the list is', async ({ playground }) => {
  await playground.set({ engine: 'caffe' });
  const list = playground.page.getByLabel('random numbers of');
  await expect(list).toHaveAccessibleDescription(/unknown engine 'caffe'/);
});

test('seed and engine are read whole at 320 px', { tag: ['@engines', '@viewport'] }, async ({
  playground,
}) => {
  const { page } = playground;
  await page.setViewportSize({ width: 320, height: 800 });
  await playground.seed.fill('1234567890');
  const hidden = (element: HTMLElement) => element.scrollWidth - element.clientWidth;
  expect(await playground.seed.evaluate(hidden)).toBe(0);
  expect(await page.locator('html').evaluate(hidden)).toBe(0);
  const engine = await page.locator('#engine').boundingBox();
  expect(engine?.width).toBeGreaterThan(200);
});

test.describe('calls', () => {
  test('go on and are stepped through, and rewinding is the first one again', async ({
    playground,
  }) => {
    const { page } = playground;
    const call = (number: number) => page.getByRole('button', { name: `Call ${number}: dropped` });
    await playground.text.fill('torch.ones(7)');
    await playground.seed.fill('127');
    const first = await drawn(playground, 'train output');
    const { again } = playground;
    await again.click();
    await again.press('Enter');
    await expect(call(3)).toHaveAttribute('aria-current', 'true');
    const { y2 } = fixture('torch-cpu-default', 'dropout-sequence/four').outputs;
    expect(await drawn(playground, 'train output')).toEqual(floatsOf(y2 as Bits));
    await call(2).click();
    await expect(call(2)).toHaveAttribute('aria-current', 'true');
    await expect(call(3)).toBeVisible();
    await page.getByRole('button', { name: 'Rewind' }).click();
    await expect(call(1)).toHaveAttribute('aria-current', 'true');
    expect(await drawn(playground, 'train output')).toEqual(first);
    await playground.seed.fill('128');
    await expect(call(2)).toHaveCount(0);
  });

  for (const width of [1280, 390]) {
    test(`stay apart and on view at ${width} px, however many`, {
      tag: ['@engines', '@viewport'],
    }, async ({ playground }) => {
      const { page } = playground;
      await page.setViewportSize({ width, height: 900 });
      const { again } = playground;
      const strip = page.locator('call-strip');
      const handles = [await again.elementHandle(), await strip.elementHandle()];
      // In the page, which may have been scrolled to the button; on a phone the button stays at the window's edge.
      const places = () =>
        page.evaluate(
          (elements) =>
            elements.map((element) => {
              const { left, top, width, height } = (element as Element).getBoundingClientRect();
              const isStuck = element?.closest('.hands') && innerWidth < 500;
              return [left, isStuck ? 0 : top + window.scrollY, width, height].map(Math.round);
            }),
          handles,
        );
      const before = await places();
      for (let i = 0; i < 14; ++i) await again.click();
      expect(await places()).toEqual(before);
      const last = page.getByRole('button', { name: 'Call 15: dropped' });
      // On a phone the strip is below the figure; in it the last call has been scrolled to.
      await strip.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await expect(last).toBeInViewport({ ratio: 1 });
      const gaps = await strip.getByRole('listitem').evaluateAll((items) => {
        const buttons = items.map((item) => item.querySelector('button') as HTMLElement);
        const boxes = buttons.map((button) => button.getBoundingClientRect());
        return boxes.slice(1).map(({ left }, i) => left - (boxes[i] as DOMRect).right);
      });
      expect(Math.min(...gaps)).toBeGreaterThan(3);
    });
  }
});

test.describe('a button with nothing more to do keeps the focus:', { tag: '@engines' }, () => {
  const pressed = [
    ['Remove the last column', { input: '[1, 2]' }],
    ['Remove the last row', { input: '[[1], [2]]' }],
    ['Rewind to the first call', { call: '2' }],
    ['all ones', { gradient: '[5, 1, 1, 1]' }],
  ] as const;
  test('one that adds, takes away or rewinds', async ({ playground }) => {
    const { page } = playground;
    await page.getByText('Gradient', { exact: true }).click();
    await checkRows(
      pressed,
      { title: ([name]) => name, renew: (hasFailed) => playground.renew(hasFailed) },
      async ([name, settings]) => {
        await playground.set(settings);
        const button = page.getByRole('button', { name });
        await button.press('Enter');
        await expect(button).toBeDisabled();
        await expect(button).toBeFocused();
        const text = await playground.text.inputValue();
        await button.press('Enter');
        await expect(page.getByRole('alert')).toHaveCount(0);
        await expect(playground.text).toHaveValue(text);
      },
    );
  });

  test('Undo', async ({ playground }) => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Next seed' }).click();
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.press('Enter');
    await expect(undo).toBeDisabled();
    await expect(undo).toBeFocused();
  });
});

test('inplace shows what became of x', async ({ playground }) => {
  await playground.page.getByLabel('inplace').check();
  await expect(playground.gridNamed('x, after the call')).toBeVisible();
  expect(await drawn(playground, 'x, after the call')).toEqual([2, 4, 6, 8]);
  await playground.again.click();
  // Twice through the layer: x is what the first call left.
  expect(await drawn(playground, 'input')).toEqual([2, 4, 6, 8]);
});

test.describe('undo and redo', () => {
  test('by buttons, edit by edit', async ({ playground }) => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Add a column' }).click();
    await playground.cell(1, 1).fill('10');
    await expect(playground.text).toHaveValue('[10, 2, 3, 4, 5]');
    const undo = page.getByRole('button', { name: 'Undo' });
    await expect(undo).toBeEnabled();
    for (let i = 0; i < 3 && (await undo.isEnabled()); ++i) await undo.click();
    await expect(playground.text).toHaveValue('[1, 2, 3, 4]');
    await expect(undo).toBeDisabled();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(playground.text).not.toHaveValue('[1, 2, 3, 4]');
  });

  test('by keys, in a cell', { tag: ['@engines', '@real-input'] }, async ({ playground }) => {
    const { page } = playground;
    await playground.cell(1, 2).click();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await expect(playground.text).toHaveValue('[1, 7, 3, 4]');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(playground.text).toHaveValue('[1, 2, 3, 4]');
    await expect(playground.cell(1, 2)).toHaveValue('2');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(playground.text).toHaveValue('[1, 7, 3, 4]');
  });

  test('by keys, in a cell that holds no number', { tag: '@real-input' }, async ({
    playground,
  }) => {
    const { page } = playground;
    await playground.text.fill('torch.ones(4)');
    await playground.cell(1, 2).click();
    await page.keyboard.type('abc');
    await expect(page.getByRole('alert')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(playground.cell(1, 2)).toHaveValue('1');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(playground.text).toHaveValue('torch.ones(4)');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(playground.text).toHaveValue('[1, 2, 3, 4]');
  });

  test('by keys, in a cell that they take away', { tag: ['@engines', '@real-input'] }, async ({
    playground,
  }) => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Add a column' }).click();
    await playground.cell(1, 5).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(playground.text).toHaveValue('[1, 2, 3, 4]');
    await expect(playground.cell(1, 4)).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(playground.text).toHaveValue('[1, 2, 3, 4, 5]');
  });
});

test.describe('undo leads back to what the reader had, after', () => {
  const WORK = { input: '[9, 8, 7]', p: '0.3', seed: '5' };
  const shows: [string, (page: Page) => Promise<void>][] = [
    ['p = 0.95', (page) => page.getByRole('button', { name: 'p = 0.95', exact: true }).click()],
    ['a mistake', (page) => page.getByRole('button', { name: 'Show it: inf before' }).click()],
    ['a thread', (page) => page.getByRole('button', { name: 'Attention weights on' }).click()],
    ['an example', (page) => page.getByRole('button', { name: 'Fill in an example' }).click()],
  ];
  test('a part of the page that shows something', async ({ playground }) => {
    const { page } = playground;
    const element = page.locator('dropout-playground');
    await checkRows(
      shows,
      { title: ([what]) => what, renew: () => playground.reopen() },
      async ([, show]) => {
        await playground.text.fill(WORK.input);
        await playground.seed.fill(WORK.seed);
        await playground.p.fill(WORK.p);
        const before = await element.evaluate(({ settings }: DropoutPlayground) => settings);
        expect(before).toMatchObject(WORK);
        await show(page);
        await expect(playground.text).not.toHaveValue(WORK.input);
        await page.getByRole('button', { name: 'Undo' }).click();
        await expect(element).toHaveJSProperty('settings', before);
        await expect(page).toHaveURL(/[#&]input=\[9,8,7\]&p=0\.3&seed=5$/);
        await page.getByRole('button', { name: 'Redo' }).click();
        await expect(playground.text).not.toHaveValue(WORK.input);
      },
    );
  });

  test('a button that changes p alone, pressed at once', async ({ playground }) => {
    const { page } = playground;
    await playground.set({ ...DEFAULT_SETTINGS });
    await playground.p.fill('0.3');
    await page.getByRole('button', { name: 'p = 0.95', exact: true }).dispatchEvent('click');
    await expect(playground.p).toHaveValue('0.95');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(playground.p).toHaveValue('0.3');
  });

  // The address is that of the step, as long as the lesson is open.
  test('a step of the lesson', async ({ playground }) => {
    const { page } = playground;
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await playground.text.fill(WORK.input);
    await page.evaluate(() => location.assign('#lesson=what-p-means'));
    await expect(playground.text).toHaveValue('[[1, 2, 3, 4], [5, 6, 7, 8]]');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(playground.text).toHaveValue(WORK.input);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(playground.text).toHaveValue('[[1, 2, 3, 4], [5, 6, 7, 8]]');
  });
});

test.describe('pasted into a cell', { tag: '@made-paste' }, () => {
  const paste = async (playground: PlaygroundPage, row: number, column: number, text: string) => {
    const cell = playground.cell(row, column);
    await cell.focus();
    await cell.evaluate((input, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const options = { clipboardData, bubbles: true, cancelable: true, composed: true };
      input.dispatchEvent(new ClipboardEvent('paste', options));
    }, text);
  };

  const pasted = [
    ['a table from a spreadsheet', '1\t2\r\n3\t4\r\n', '[[1, 2], [3, 4]]'],
    ['one with decimal commas', '1,5\t2,25\n3,0\t4', '[[1.5, 2.25], [3.0, 4]]'],
    ['a row of a CSV file', '1, -2, nan', '[1, -2, nan]'],
    [
      'a print of PyTorch',
      'tensor([[1., 2.],\n        [3., -0.]])',
      'tensor([[1., 2.],\n        [3., -0.]])',
    ],
    ['a notebook’s array', 'array([[0.5, 1. ]])', 'array([[0.5, 1. ]])'],
    ['an expression', 'torch.eye(2)', 'torch.eye(2)'],
  ] as const;
  test('what people copy becomes the input', { tag: '@engines' }, async ({ playground }) => {
    await checkRows(
      pasted,
      { title: ([what]) => what, renew: (hasFailed) => playground.renew(hasFailed) },
      async ([, text, expected]) => {
        await paste(playground, 1, 1, text);
        await expect(playground.text).toHaveValue(expected);
        await expect(playground.errorOf('input')).toHaveCount(0);
      },
    );
  });

  test('what is no tensor stays out of the input', async ({ playground }) => {
    await paste(playground, 1, 2, 'hello world');
    await expect(playground.text).toHaveValue('[1, 2, 3, 4]');
    await expect(playground.page.getByRole('alert')).toHaveCount(0);
    await paste(playground, 1, 2, 'torch.rand(2)');
    await expect(playground.text).toHaveValue('torch.rand(2)');
  });

  test('a table is written into the grid from a later cell on', async ({ playground }) => {
    await paste(playground, 1, 4, '7\t8\n9\t10');
    await expect(playground.text).toHaveValue('[[1, 2, 3, 7, 8], [0, 0, 0, 9, 10]]');
  });
});

test('words that are pasted into a cell are told to be no number there', {
  tag: '@real-input',
}, async ({ playground }) => {
  const { page } = playground;
  await playground.seed.fill('hello world');
  await playground.seed.selectText();
  await page.keyboard.press('ControlOrMeta+C');
  await playground.seed.fill('42');
  await playground.cell(1, 2).focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(page.getByRole('alert')).toHaveText("expected a number, but found 'hello world'");
  await expect(playground.cell(1, 2)).toHaveValue('hello world');
  await expect(playground.text).toHaveValue('[1, 2, 3, 4]');
});

test.describe('ready-made', () => {
  test('each input is one that the layer takes', async ({ playground }) => {
    const list = playground.page.getByLabel('Examples of inputs');
    const names = await list.locator('option:not([disabled])').allTextContents();
    expect(names.length).toBeGreaterThan(8);
    for (const name of names.filter((name) => !name.includes('16 million'))) {
      await list.selectOption(name);
      await expect(playground.page.getByRole('alert')).toHaveCount(0);
      await expect(playground.train).not.toBeEmpty();
    }
    expect(await playground.page.getByLabel('layer', { exact: true }).inputValue()).toBe(
      'Dropout2d',
    );
  });
});
