// <machine-comparison>: the same experiment on other machines, and where they differ.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './playground-page.ts';
import { asPosted, publicOutput } from './public-outputs.ts';

const BOOK = 'A book’s output that its reader did not get';

/** The page's comparison in sight, of an experiment that the page is given, with the events it fires counted. */
async function place(page: Page, attributes: Record<string, string> = {}): Promise<Locator> {
  const comparison = page.locator('machine-comparison');
  const { machines, ...detail } = attributes;
  await comparison.evaluate(
    (element, detail) =>
      element.dispatchEvent(new CustomEvent('experiment-choose', { detail, bubbles: true })),
    detail,
  );
  await comparison.evaluate((element, machines) => {
    if (machines) element.setAttribute('machines', machines);
    const heard: unknown[] = [];
    for (const type of ['experiment-choose', 'machines-change']) {
      element.addEventListener(type, (event) => heard.push((event as CustomEvent).detail));
    }
    Object.assign(window, { heard });
    element.scrollIntoView();
  }, machines);
  await expect(comparison.getByRole('listitem')).toHaveCount(4);
  return comparison;
}

const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
const prints = (comparison: Locator) =>
  comparison.getByRole('group', { name: /^print\(drop\(x\)\), / });
const cards = (comparison: Locator) => comparison.getByRole('article');
const card = (comparison: Locator, name: string) =>
  comparison.getByRole('article', { name, exact: true });
const chip = (comparison: Locator, name: string) =>
  comparison.getByRole('button', { name, exact: true });

test('both prints of LLMs-from-scratch#57 stand side by side after one click', {
  tag: '@viewport',
}, async ({ playground: { page } }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const comparison = await place(page);
  await comparison.getByRole('button', { name: BOOK }).click();
  await expect(prints(comparison)).toHaveText([
    asPosted(publicOutput('llms-57-macos')),
    asPosted(publicOutput('llms-57-linux')),
  ]);
  const [macos, linux] = await Promise.all([
    prints(comparison).nth(0).boundingBox(),
    prints(comparison).nth(1).boundingBox(),
  ]);
  expect(macos?.y).toBe(linux?.y);
  expect(linux?.x).toBeGreaterThan((macos?.x ?? 0) + (macos?.width ?? 0));
});

test('both prints of pytorch#121595, by keyboard alone', {
  tag: ['@engines', '@real-input'],
}, async ({ playground: { page } }) => {
  const comparison = await place(page);
  await comparison.getByRole('button', { name: 'Attention weights' }).focus();
  await page.keyboard.press('Enter');
  await expect(prints(comparison)).toHaveCount(2);
  await expect(prints(comparison).nth(0)).toHaveText(
    asPosted(publicOutput('pytorch-121595-macos')),
  );
  // The Linux print of the comment of 11 March 2024, as far as this file quotes it.
  for (const row of [
    '[2.0000, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000]',
    '[0.0000, 0.8966, 0.0000, 0.0000, 0.0000, 0.0000]',
    '[0.0000, 0.0000, 0.6206, 0.0000, 0.0000, 0.0000]',
    '[0.5516, 0.4920, 0.0000, 0.0000, 0.0000, 0.0000]',
  ]) {
    await expect(prints(comparison).nth(1)).toContainText(row);
  }
  expect(await heard(page)).toEqual([
    expect.objectContaining({ seed: '123', p: '0.5', engine: 'torch-cpu', layer: 'Dropout' }),
    { machines: 'torch-cpu torch-cpu-mkl' },
  ]);
});

test('both sums of pytorch#84030', async ({ playground: { page } }) => {
  const comparison = await place(page);
  await comparison.getByRole('button', { name: 'Two MacBooks' }).click();
  await expect(card(comparison, 'PyTorch CPU')).toContainText('sum 2.4471');
  await expect(card(comparison, 'PyTorch CPU (MKL)')).toContainText('sum 1.8894');
});

test('two GPUs part where the tensor fills the smaller one, as in pytorch#25690', async ({
  playground: { page },
}) => {
  const comparison = await place(page);
  await comparison.getByRole('button', { name: 'Two GPUs' }).click();
  const k80 = card(comparison, 'PyTorch CUDA, gpu=K80');
  // Of 255 × 255 elements the first 13 × 2048 have a thread of their own on both; of the others half
  // agree by chance. Five standard deviations.
  await expect(k80).toContainText('of 65,025 agree');
  const [same = ''] = /[\d,]+(?= of 65,025)/.exec((await k80.textContent()) ?? '') ?? [];
  const apart = 255 * 255 - 13 * 2048;
  expect(Math.abs(Number(same.replace(',', '')) - 13 * 2048 - apart / 2)).toBeLessThan(
    5 * Math.sqrt(apart / 4),
  );
  await expect(k80.getByRole('grid')).toHaveCount(0);
  await expect(prints(comparison)).toHaveCount(2);
});

for (const [where, block] of [
  ['above the window', 'start'],
  ['still in sight', 'end'],
] as const) {
  test(`a thread stays in its place while the playground, ${where}, takes it up`, {
    tag: '@engines',
  }, async ({ playground: { page } }) => {
    const comparison = await place(page);
    const thread = comparison.getByRole('button', { name: 'Two GPUs' });
    const height = () => page.locator('dropout-playground').evaluate((it) => it.clientHeight);
    const usual = await height();
    // A click would scroll first.
    await thread.evaluate((button, block) => {
      button.scrollIntoView({ block });
      button.focus({ preventScroll: true });
    }, block);
    // By keys the page makes room for the outline of what has the focus, once.
    await page.keyboard.press('Shift');
    const before = await thread.boundingBox();
    await page.keyboard.press('Enter');
    await expect.poll(height).toBeGreaterThan(usual + 100);
    // In a frame after the one that grew; browsers scroll by whole pixels.
    const moved = async () => Math.abs(((await thread.boundingBox())?.y ?? 0) - (before?.y ?? 0));
    await expect.poll(moved).toBeLessThanOrEqual(1);
  });
}

test('cells that differ are marked, told of and counted', async ({ playground: { page } }) => {
  const comparison = await place(page);
  await comparison.getByRole('button', { name: BOOK }).click();
  const macos = publicOutput('llms-57-macos').flat();
  const linux = publicOutput('llms-57-linux').flat();
  const cells = card(comparison, 'PyTorch CPU (MKL)').getByRole('gridcell');
  await expect(cells).toHaveText(
    linux.map((x, i) => (x === macos[i] ? String(x) : `${x}, differs from ${macos[i]}`)),
  );
  await expect(card(comparison, 'PyTorch CPU').getByRole('gridcell')).toHaveText(macos.map(String));
  const same = linux.filter((x, i) => x === macos[i]).length;
  await expect(card(comparison, 'PyTorch CPU (MKL)')).toContainText(`${same} of 36 agree`);
  await expect(comparison.getByRole('status').first()).toHaveText(
    `the same everywhere: ${same} of 36`,
  );
  // Its corner, which is there without colour too.
  const corners = await cells.evaluateAll((all) =>
    all.map((cell) => getComputedStyle(cell, '::before').content !== 'none'),
  );
  expect(corners).toEqual(linux.map((x, i) => x !== macos[i]));
});

test('nan is nan on every machine, and a dropped negative is -0 on each', async ({
  playground: { page },
}) => {
  const comparison = await place(page, { input: '[nan, inf, -1, 2]', p: '1' });
  await expect(card(comparison, 'PyTorch CUDA')).toContainText('4 of 4 agree');
  await expect(card(comparison, 'PyTorch CUDA').getByRole('gridcell')).toHaveText([
    'nan',
    'nan',
    '-0',
    '0',
  ]);
});

test('the machine of the experiment comes first, then those of PyTorch', async ({
  playground: { page },
}) => {
  const comparison = await place(page, { engine: 'jax' });
  await expect(cards(comparison).getByRole('heading')).toHaveText([
    'JAX',
    'PyTorch CPU',
    'PyTorch CPU (MKL)',
    'PyTorch CUDA',
  ]);
});

test.describe('machines', () => {
  test('are added and removed by chips, and the last one stays', {
    tag: '@real-input',
  }, async ({ playground: { page } }) => {
    const comparison = await place(page, { machines: 'torch-cpu' });
    await expect(chip(comparison, 'PyTorch CPU')).toBeDisabled();
    await chip(comparison, 'NumPy random.rand').click();
    await expect(chip(comparison, 'NumPy random.rand')).toHaveAttribute('aria-pressed', 'true');
    await expect(cards(comparison)).toHaveCount(2);
    await chip(comparison, 'PyTorch CPU').focus();
    await page.keyboard.press('Space');
    await expect(cards(comparison).getByRole('heading')).toHaveText(['NumPy random.rand']);
    await expect(comparison).toHaveAttribute('machines', 'numpy');
    expect(await heard(page)).toEqual([{ machines: 'torch-cpu numpy' }, { machines: 'numpy' }]);
  });

  test('may be GPUs whose names have spaces', async ({ playground: { page } }) => {
    const comparison = await place(page, {
      machines: 'torch-cuda,gpu=RTX 4090 torch-cuda,gpu=H100 SXM numpy',
    });
    await expect(cards(comparison).getByRole('heading')).toHaveText([
      'PyTorch CUDA, gpu=RTX 4090',
      'PyTorch CUDA, gpu=H100 SXM',
      'NumPy random.rand',
    ]);
    // A tensor of four fills neither.
    await expect(cards(comparison).nth(1)).toContainText('4 of 4 agree');
  });

  test('change the one that the others are compared with', { tag: '@real-input' }, async ({
    playground: { page },
  }) => {
    const comparison = await place(page, {
      input: 'torch.ones(6, 6)',
      seed: '123',
      machines: 'torch-cpu torch-cpu-mkl',
    });
    await comparison.getByRole('button', { name: 'set as reference' }).focus();
    await page.keyboard.press('Enter');
    await expect(cards(comparison).getByRole('heading')).toHaveText([
      'PyTorch CPU (MKL)',
      'PyTorch CPU',
    ]);
    const [first = 0] = publicOutput('llms-57-macos').flat();
    expect(publicOutput('llms-57-linux')[0]?.[2]).toBe(2);
    await expect(cards(comparison).nth(1).getByRole('gridcell').nth(0)).toHaveText(String(first));
    await expect(cards(comparison).nth(1).getByRole('gridcell').nth(2)).toHaveText(
      '0, differs from 2',
    );
  });

  test('link to the threads in which people met them, in a new tab', async ({
    playground: { page },
  }) => {
    const comparison = await place(page);
    const links = card(comparison, 'PyTorch CPU (MKL)').getByRole('link');
    await expect(links).toHaveText(['pytorch#121595', 'pytorch#84030', 'LLMs-from-scratch#57']);
    await expect(links.first()).toHaveAttribute(
      'href',
      'https://github.com/pytorch/pytorch/issues/121595',
    );
    for (const link of await comparison.getByRole('link').all()) {
      await expect(link).toHaveAttribute('target', '_blank');
      await expect(link).toHaveAttribute('rel', 'noopener');
    }
  });
});

test.describe('what cannot be done', () => {
  test('is said in the card of the machine, in its words, and the others go on', async ({
    playground: { page },
  }) => {
    const comparison = await place(page, { seed: '-1', machines: 'torch-cpu numpy torch-cuda' });
    await expect(card(comparison, 'NumPy random.rand')).toContainText(
      'Seed must be between 0 and 2**32 - 1',
    );
    await expect(card(comparison, 'PyTorch CPU').getByRole('gridcell')).toHaveCount(4);
    await expect(card(comparison, 'PyTorch CUDA').getByRole('gridcell')).toHaveCount(4);
  });

  test('is compared with the first machine that can', async ({ playground: { page } }) => {
    const comparison = await place(page, {
      input: 'torch.ones(2, 3, 2, 2)',
      layer: 'Dropout2d',
      machines: 'jax torch-cpu torch-cpu-mkl',
    });
    await expect(card(comparison, 'JAX')).toContainText('jax has no Dropout2d');
    await expect(card(comparison, 'PyTorch CPU')).toContainText('reference');
    await expect(card(comparison, 'PyTorch CPU (MKL)')).toContainText('of 24 agree');
  });

  test('by any machine is said once', async ({ playground: { page } }) => {
    const comparison = await place(page, { p: '1.5' });
    await expect(comparison.getByRole('alert')).toHaveText(
      'dropout probability has to be between 0 and 1, but got 1.5',
    );
    await expect(cards(comparison)).toHaveCount(0);
  });

  test('since it is too large is said without computing it', async ({ playground: { page } }) => {
    const comparison = await place(page, { input: 'torch.ones(4000, 4000)' });
    await expect(comparison).toContainText('65,536 elements at most');
    await expect(cards(comparison)).toHaveCount(0);
  });
});

test('the cell under the pointer is marked in every card', {
  tag: ['@engines', '@real-input'],
}, async ({ playground: { page } }) => {
  const comparison = await place(page);
  await comparison.evaluate((element) => {
    const pointed: unknown[] = [];
    element.addEventListener('cell-point', (event) => pointed.push((event as CustomEvent).detail));
    Object.assign(window, { pointed });
  });
  await card(comparison, 'PyTorch CUDA').getByRole('gridcell').nth(2).hover();
  await expect(comparison.locator('td[data-pointed]')).toHaveCount(3);
  for (const name of ['PyTorch CPU', 'PyTorch CPU (MKL)', 'PyTorch CUDA']) {
    await expect(card(comparison, name).getByRole('gridcell').nth(2)).toHaveAttribute(
      'data-pointed',
    );
  }
  await comparison.getByRole('status').first().hover();
  await expect(comparison.locator('td[data-pointed]')).toHaveCount(0);
  const pointed = await page.evaluate(() => (window as unknown as { pointed: unknown[] }).pointed);
  expect(pointed).toEqual([{ index: 2 }, { index: null }]);
});

test('the cell with the focus is marked in every card', {
  tag: '@real-input',
}, async ({ playground: { page } }) => {
  const comparison = await place(page);
  await card(comparison, 'PyTorch CPU').getByRole('gridcell').nth(0).focus();
  await page.keyboard.press('ArrowRight');
  for (const name of ['PyTorch CPU', 'PyTorch CPU (MKL)', 'PyTorch CUDA']) {
    const cell = card(comparison, name).getByRole('gridcell').nth(1);
    await expect(cell).toHaveAttribute('data-pointed');
  }
});

test('what is chosen in a thread is what the whole page shows', async ({ playground }) => {
  const comparison = await place(playground.page);
  await comparison.getByRole('button', { name: BOOK }).click();
  await expect(playground.train).toHaveText(asPosted(publicOutput('llms-57-macos')));
  await expect(playground.text).toHaveValue('torch.ones(6, 6)');
});

test('it follows its attributes', async ({ playground: { page } }) => {
  const comparison = await place(page, { input: 'torch.ones(6, 6)' });
  await comparison.evaluate((element) => element.setAttribute('seed', '123'));
  await expect(card(comparison, 'PyTorch CPU').getByRole('gridcell')).toHaveText(
    publicOutput('llms-57-macos').flat().map(String),
  );
});

test('what is printed opens in all cards at once', async ({ playground: { page } }) => {
  const comparison = await place(page);
  await expect(prints(comparison)).toHaveCount(0);
  await card(comparison, 'PyTorch CUDA').getByText('printed').click();
  await expect(prints(comparison)).toHaveCount(3);
  await card(comparison, 'PyTorch CPU').getByText('printed').click();
  await expect(prints(comparison)).toHaveCount(0);
});

for (const width of [320, 800]) {
  test(`nothing overflows at ${width} px`, { tag: '@viewport' }, async ({
    playground: { page },
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const comparison = await place(page, {
      input: 'torch.full((12, 12), 1.25)',
      prints: '',
      machines: 'torch-cpu jax flax-linen,path=Dropout_0,partitionable=false',
    });
    await expect(cards(comparison)).toHaveCount(3);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
