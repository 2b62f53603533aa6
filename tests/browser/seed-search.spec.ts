// <seed-search>: which seed prints this, and does it exist?
import type { Locator, Page } from '@playwright/test';
import { expectNoLongTask } from './longest-task.ts';
import { expect, test } from './playground-page.ts';
import { asPosted, publicOutput } from './public-outputs.ts';
import { checkRows } from './rows.ts';
import { searchProgram } from './search-programs.ts';

const MACOS = asPosted(publicOutput('llms-57-macos'));
const LINUX = asPosted(publicOutput('llms-57-linux'));

/** The page's search in sight, of an input of its own, with what it chooses noted. */
async function place(page: Page, attributes: Record<string, string> = {}): Promise<Locator> {
  const search = page.locator('seed-search');
  await search.evaluate((element, given) => {
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
    const chosen: unknown[] = [];
    element.addEventListener('experiment-choose', (event) =>
      chosen.push((event as CustomEvent).detail),
    );
    Object.assign(window, { chosen });
    element.scrollIntoView();
  }, attributes);
  await expect(search.getByRole('button', { name: 'Search' })).toBeVisible();
  return search;
}

const chosen = (page: Page) =>
  page.evaluate(() => (window as unknown as { chosen: unknown[] }).chosen);
const output = (search: Locator) => search.getByRole('textbox', { name: 'the printed output' });
const answer = (search: Locator) => search.locator('.result');
const matches = (search: Locator) => search.locator('tbody').getByRole('row');
const button = (search: Locator, name: string | RegExp) => search.getByRole('button', { name });

/** Searches an output that is too short to tell. */
async function searchAllTheSame(search: Locator) {
  await button(search, 'Search').click();
  await button(search, 'Search all the same').click();
}

async function among(search: Locator, engine: string, to = '1999') {
  await search.getByRole('combobox', { name: 'engine' }).selectOption(engine);
  await search.getByRole('textbox', { name: 'to seed' }).fill(to);
}

test('the print that nobody could explain in LLMs-from-scratch#57 is found in a thousandth of the seeds', async ({
  playground,
}) => {
  const search = await place(playground.page);
  await button(search, 'Fill in an example').click();
  await expect(output(search)).toHaveValue(LINUX);
  await expect(playground.text).toHaveValue('torch.ones(6, 6)');
  await among(search, '', '999');
  await button(search, 'Search').click();
  await expect(answer(search)).toContainText('This is it: no coincidence.');
  await expect(matches(search)).toHaveText([/^\s*PyTorch CPU \(MKL\)\s*123\s*1\s*Show it\s*$/]);
  await button(search, 'Show it').click();
  expect(await chosen(playground.page)).toEqual([
    expect.objectContaining({ input: 'torch.ones(6, 6)', p: '0.5' }),
    {
      engine: 'torch-cpu-mkl',
      seed: '123',
      call: '1',
      p: '0.5',
      layer: 'Dropout',
      inplace: 'false',
      skip: '0',
    },
  ]);
  await expect(playground.train).toHaveText(LINUX);
});

test('the second call after seeding is found by keyboard alone, and told', {
  tag: ['@engines', '@real-input'],
}, async ({ playground: { page } }) => {
  // Printed by a learner; 1 where the lower triangle of the input has a number.
  const mask = publicOutput('two-calls-linux-second');
  const weights = mask.map((row, i) => row.map((_, j) => (j <= i ? 0.5 + i + j : 0)));
  const printed = weights.map((row, i) => row.map((x, j) => x * 2 * (mask[i]?.[j] as number)));
  // The first call there was of torch.ones(6, 6): as many elements.
  const search = await place(page, { input: JSON.stringify(weights) });
  await output(search).focus();
  await page.keyboard.insertText(JSON.stringify(printed));
  await page.keyboard.press('Tab');
  await expect(search.getByRole('combobox', { name: 'engine' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(search.getByRole('textbox', { name: 'to seed' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('200');
  await page.keyboard.press('Enter');
  await expect(matches(search)).toHaveText([/^\s*PyTorch CPU \(MKL\)\s*123\s*2\s*Show it\s*$/]);
});

test.describe('does it exist?', () => {
  test('a Mac prints it, and nobody else', async ({ playground: { page } }) => {
    const search = await place(page, { input: 'torch.ones(6, 6)', seed: '123' });
    await output(search).fill(MACOS);
    await button(search, 'Does seed 123 print this?').click();
    await expect(answer(search)).toHaveText(
      'Yes: with seed 123 this is what is printed by PyTorch CPU.',
    );
  });

  test('with another seed nobody prints it', async ({ playground: { page } }) => {
    const search = await place(page, { input: 'torch.ones(6, 6)', seed: '124' });
    await output(search).fill(MACOS);
    await button(search, 'Does seed 124 print this?').click();
    await expect(answer(search)).toContainText('No: with seed 124 no engine prints this');
    await expect(matches(search)).toHaveCount(0);
  });

  test('of one engine its answer is of that engine alone', async ({ playground: { page } }) => {
    const search = await place(page, { input: '[1, 2, 3, 4]', seed: '42' });
    await output(search).fill('tensor([2., 4., 6., 8.])');
    await among(search, 'jax');
    await button(search, 'Does seed 42 print this?').click();
    await expect(answer(search)).toContainText(
      'No: with seed 42 this is printed by JAX in no call',
    );
    await expect(answer(search)).toContainText('The other engines were not asked.');
    await expect(answer(search)).not.toContainText('no engine');
  });

  test('what is short may be a coincidence, which is said', async ({ playground: { page } }) => {
    // torch.manual_seed(42); nn.Dropout(0.5)([1, 2, 3, 4]) since PyTorch 2.7.
    const search = await place(page, { input: '[1, 2, 3, 4]', seed: '42' });
    await output(search).fill('tensor([2., 4., 6., 8.])');
    await button(search, 'Does seed 42 print this?').click();
    await expect(answer(search)).toContainText('PyTorch CPU');
    await expect(answer(search)).toContainText('by chance alone');
  });
});

test('matches are held against those that chance would give', async ({ playground: { page } }) => {
  const search = await place(page, { input: '[1, 2, 3, 4]', calls: '1' });
  await output(search).fill('tensor([2., 4., 6., 8.])');
  await among(search, 'torch-cpu', '99999');
  await search.getByRole('checkbox').uncheck();
  await searchAllTheSame(search);
  // Of 100,000 seeds a sixteenth; the bound is five standard deviations.
  await expect(answer(search)).toContainText('The output is too short to tell.');
  await expect(answer(search)).toContainText('of 100,000 tries');
  await expect(answer(search)).toContainText('one would expect 6,300');
  const [count = ''] = /[\d,]+(?= of)/.exec((await answer(search).textContent()) ?? '') ?? [];
  expect(Math.abs(Number(count.replace(',', '')) - 6250)).toBeLessThan(
    5 * Math.sqrt((100_000 * 15) / 256),
  );
  await expect(matches(search)).toHaveCount(50);
});

test.describe('beside its field it is said', () => {
  const wrong = [
    ['tensor([2., x])', 'line 1, column 13: expected a number'],
    ['[2, 5, 6, 8]', 'no p gives this output: at [1] the input is 2 and the output 5, but at [0]'],
    ['[1, 2, 3, 4]', 'the output is the input, as in eval mode or with p = 0: no seed was used'],
    ['[2, 4]', 'an output has the shape of its input, but got [2] for [4]'],
    ['', 'the text ends'],
  ] as const;
  test('what is wrong with the output', { tag: '@real-input' }, async ({ playground }) => {
    const search = await place(playground.page, { input: '[1, 2, 3, 4]' });
    // Each ends with an output that is right.
    const title = ([text, message]: (typeof wrong)[number]) => `'${text}': ${message}`;
    await checkRows(wrong, { title }, async ([text, message]) => {
      await output(search).fill(text);
      await button(search, 'Search').click();
      await expect(search.getByRole('alert')).toContainText(message);
      await expect(output(search)).toHaveAttribute('aria-invalid', 'true');
      await expect(answer(search)).toBeEmpty();
      await output(search).fill('[2, 4, 6, 8]');
      await expect(search.getByRole('alert')).toHaveCount(0);
    });
  });

  test('that an output is drawn by the generator itself', async ({ playground: { page } }) => {
    const search = await place(page, { input: '[1, 2, 3, 4]' });
    await output(search).fill('torch.rand(4)');
    await button(search, 'Search').click();
    await expect(search.getByRole('alert')).toHaveText(
      'An output has numbers, and torch.rand draws them. Paste what was printed.',
    );
  });

  test('that a range of seeds ends before it begins', async ({ playground: { page } }) => {
    const search = await place(page, { input: '[1, 2, 3, 4]', from: '10', to: '5' });
    await output(search).fill('[2, 4, 6, 8]');
    await button(search, 'Search').click();
    await expect(search.getByRole('alert')).toHaveText(
      'The first seed, 10, is larger than the last, 5: there is none between them.',
    );
    for (const name of ['from seed', 'to seed']) {
      const field = search.getByRole('textbox', { name });
      await expect(field).toHaveAttribute('aria-invalid', 'true');
    }
    await expect(answer(search)).toBeEmpty();
  });

  test('that TensorFlow.js takes seeds that no search tries', async ({ playground: { page } }) => {
    const search = await place(page, { input: '[1, 2, 3, 4]', engine: 'tfjs', seed: 'abc' });
    await output(search).fill('[2, 4, 6, 8]');
    await button(search, 'Does seed abc print this?').click();
    await expect(search.getByRole('alert')).toHaveText(
      "Only seeds that are whole numbers can be searched, and 'abc' is none.",
    );
    // It is not theirs.
    const from = search.getByRole('textbox', { name: 'from seed' });
    await expect(from).toHaveAttribute('aria-invalid', 'false');
    await expect(answer(search)).toBeEmpty();
  });

  test('that seeds and calls are no numbers', async ({ playground: { page } }) => {
    const search = await place(page, { input: '[1, 2, 3, 4]' });
    await output(search).fill('[2, 4, 6, 8]');
    await search.getByRole('textbox', { name: 'from seed' }).fill('ten');
    await button(search, 'Search').click();
    await expect(search.getByRole('alert')).toContainText('invalid literal for int() with base 10');
    await search.getByRole('textbox', { name: 'from seed' }).fill('10');
    await search.getByRole('textbox', { name: 'calls' }).fill('some');
    await button(search, 'Search').click();
    await expect(search.getByRole('alert')).toContainText('calls must be a whole number from 1');
    await expect(search.getByRole('textbox', { name: 'calls' })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
  });
});

test('an output that is too short is asked of the seed that is set, at once, and can be searched all the same', async ({
  playground: { page },
}) => {
  const search = await place(page, { input: '[1, 2, 3, 4]', seed: '42' });
  await output(search).fill('tensor([2., 4., 6., 8.])');
  await button(search, 'Search').click();
  await expect(answer(search)).toContainText(
    'Too short to search: 4 elements, which one seed in 16 prints.',
  );
  await expect(answer(search)).toContainText('Yes: with seed 42');
  await expect(search.getByRole('progressbar')).toHaveCount(0);
  await among(search, 'torch-cpu', '99999');
  await searchAllTheSame(search);
  await expect(answer(search)).toContainText('The output is too short to tell.');
});

/** Programs of PyTorch 1.13 with what they printed, the one that made it at seed 42 or so. */
const FOUND = [
  {
    what: 'an input that the text draws',
    attributes: { input: 'torch.rand(4, 6)' },
    id: 'drawn/torch.rand(4, 6)',
    row: /PyTorch CPU\s*42\s*1\s*the input drawn by torch\.rand\(4, 6\)\s*Show it/,
    shown: { input: 'torch.rand(4, 6)', seed: '42', layer: 'Dropout' },
  },
  {
    what: 'the printed numbers of an input that was drawn',
    attributes: {},
    id: 'drawn/torch.rand(4, 6)',
    row: /PyTorch CPU\s*42\s*1\s*the input drawn by torch\.rand\(4, 6\)\s*Show it/,
    shown: { input: 'torch.rand(4, 6)', seed: '42', layer: 'Dropout' },
  },
  {
    what: 'whole channels',
    attributes: { layer: 'Dropout2d' },
    id: 'layer/Dropout2d/torch.arange(1., 97.).reshape(4, 6, 2, 2)',
    row: /PyTorch CPU\s*5\s*1\s*Dropout2d\s*Show it/,
    shown: { seed: '5', layer: 'Dropout2d', p: '0.3' },
  },
  {
    what: 'dropout by hand',
    attributes: {},
    id: 'hand/d2l-0.3',
    row: /PyTorch CPU\s*10\s*1\s*rand\(…\) > p\s*Show it/,
    shown: { engine: 'torch-cpu,form=rand>p', seed: '10' },
  },
] as const;

test('what is shown is what was found', async ({ playground }) => {
  await checkRows(
    FOUND,
    { title: ({ what }) => what, renew: () => playground.reopen() },
    async ({ id, attributes, row, shown }) => {
      const { page } = playground;
      const { input, output: printed } = searchProgram(id);
      const search = await place(page);
      const asked = { input, ...attributes };
      await search.evaluate(
        (element, detail) =>
          element.dispatchEvent(
            new CustomEvent('experiment-choose', { detail, bubbles: true, composed: true }),
          ),
        asked,
      );
      await expect(search).toHaveJSProperty('input', asked.input);
      await output(search).fill(printed);
      await among(search, 'torch-cpu', '150');
      await button(search, 'Search').click();
      await expect(answer(search)).toContainText('This is it: no coincidence.');
      await expect(matches(search).first()).toHaveText(row);
      await button(search, /^Show it/)
        .first()
        .click();
      expect((await chosen(page)).at(-1)).toEqual(expect.objectContaining(shown));
      await expect(answer(search)).toContainText('This is it: no coincidence.');
      const train = page.locator('dropout-playground');
      await expect
        .poll(() => train.evaluate((element) => (element as { seed?: string }).seed))
        .toBe(shown.seed);
      await expect(playground.train).toHaveText(printed);
    },
  );
});

test('what the figure cannot show it says instead of showing something else', async ({
  playground: { page },
}) => {
  const { input, output: printed } = searchProgram('made-before/nn.Linear(10, 8)');
  const search = await place(page, { input });
  await output(search).fill(printed);
  await among(search, 'torch-cpu', '150');
  await button(search, 'Search').click();
  await expect(matches(search).first()).toContainText('words drawn before: 88, nn.Linear(');
  if (await page.locator('dropout-playground').evaluate((element) => !('skip' in element))) {
    await expect(matches(search).first()).toContainText('The figure cannot skip words.');
    await expect(button(search, 'Show it')).toHaveCount(0);
  }
});

test('a no names what was tried', async ({ playground: { page } }) => {
  const search = await place(page, { input: 'torch.ones(6, 6)', seed: '124' });
  await output(search).fill(MACOS);
  await button(search, 'Does seed 124 print this?').click();
  await expect(answer(search)).toContainText('in any way that was tried');
  const tried = search.getByRole('listitem');
  await search.getByText('What was tried').click();
  await expect(tried.first()).toContainText('Dropout of PyTorch CPU');
  await expect(tried.filter({ hasText: 'dropout by hand' })).toContainText('rand(…) > p');
  await expect(tried.filter({ hasText: 'drawn before it' })).toContainText(
    'nn.Linear(6, n), n = 1',
  );
});

test('nothing survived: p is that of the layer', async ({ playground: { page } }) => {
  const search = await place(page, { input: '[1, 2, 3, 4]', p: '0.75' });
  await output(search).fill('[0, 0, 0, 0]');
  await among(search, 'numpy');
  await searchAllTheSame(search);
  await expect(matches(search).first()).toBeVisible();
  await button(search, /^Show it/)
    .first()
    .click();
  expect(await chosen(page)).toEqual([expect.objectContaining({ engine: 'numpy', p: '0.75' })]);
});

test.describe('a search of many seeds', () => {
  // No machine is done with them before a test has seen that it is not.
  const MANY = '99999999';

  test('shows what it has found, is stopped, and leaves the focus', {
    tag: ['@engines', '@real-input'],
  }, async ({ playground: { page } }) => {
    const search = await place(page, { input: 'torch.ones(6, 6)', to: MANY });
    await output(search).fill(MACOS);
    await button(search, 'Search').focus();
    await page.keyboard.press('Enter');
    await expect(search.getByRole('progressbar', { name: 'Seeds tried' })).toBeVisible();
    await expect(matches(search)).toHaveText([/^\s*PyTorch CPU\s*123\s*1/]);
    await button(search, 'Stop').focus();
    await page.keyboard.press('Enter');
    await expect(answer(search)).toHaveText(/^\s*Stopped at \d+%. Matches until then: 1.\s*$/);
    await expect(search.getByRole('progressbar')).toHaveCount(0);
    await expect(button(search, 'Search')).toBeFocused();
    await expect(matches(search)).toHaveCount(1);
  });

  test('counts more matches than it lists, while it goes on and when it is stopped', async ({
    playground: { page },
  }) => {
    const search = await place(page, { input: '[1, 2, 3, 4]' });
    await output(search).fill('tensor([2., 4., 6., 8.])');
    await among(search, 'torch-cpu', MANY);
    await searchAllTheSame(search);
    // A sixteenth of the calls: of the 100 that are listed there are far more at the first look.
    const count = (text: string | null) =>
      Number(text?.match(/[\d,]+(?=\D*$)/)?.[0].replace(/,/g, ''));
    const progress = search.locator('.progress span');
    await expect.poll(async () => count(await progress.textContent())).toBeGreaterThan(10_000);
    await button(search, 'Stop').click();
    await expect(answer(search)).toContainText('Stopped at');
    expect(count(await answer(search).textContent())).toBeGreaterThan(10_000);
    await expect(search.locator('.matches')).toContainText(/and [\d,]{5,} more/);
  });

  test('keeps the page from nothing', { tag: '@tracing' }, async ({
    playground: { page },
    browser,
  }) => {
    test.slow();
    const search = await place(page, { input: 'torch.ones(6, 6)', to: MANY });
    await output(search).fill(MACOS);
    await expectNoLongTask(page, browser, async () => {
      await button(search, 'Search').click();
      const bar = search.getByRole('progressbar');
      const position = () => bar.evaluate((bar) => (bar as HTMLProgressElement).position);
      await expect.poll(position, { intervals: [500], timeout: 300_000 }).toBeGreaterThan(0.01);
    });
    await button(search, 'Stop').click();
  });

  test('ends when another output is asked for', async ({ playground: { page } }) => {
    const search = await place(page, { input: 'torch.ones(6, 6)', to: MANY });
    await output(search).fill(MACOS);
    await button(search, 'Search').click();
    await expect(search.getByRole('progressbar')).toBeVisible();
    await output(search).fill(LINUX);
    await expect(search.getByRole('progressbar')).toHaveCount(0);
    await expect(answer(search)).toBeEmpty();
    await among(search, 'torch-cpu-mkl');
    await button(search, 'Search').click();
    await expect(matches(search)).toHaveCount(1);
  });
});

test.describe('an answer', () => {
  const changes: [string, (search: Locator) => Promise<unknown>][] = [
    ['the engine', (search) => among(search, 'numpy', '0')],
    ['the first seed', (search) => search.getByRole('textbox', { name: 'from seed' }).fill('1')],
    ['the last seed', (search) => search.getByRole('textbox', { name: 'to seed' }).fill('5')],
    ['the well-known seeds', (search) => search.getByRole('checkbox').uncheck()],
    ['the calls', (search) => search.getByRole('textbox', { name: 'calls' }).fill('1')],
    ['the output', (search) => output(search).fill('[0, 0, 0, 0]')],
  ];
  test('goes when the question changes', async ({ playground }) => {
    await checkRows(
      changes,
      { title: ([what]) => `in ${what}`, renew: () => playground.reopen() },
      async ([, change]) => {
        const search = await place(playground.page, { input: '[1, 2, 3, 4]', to: '0' });
        await output(search).fill('tensor([2., 4., 6., 8.])');
        await button(search, 'Does seed 42 print this?').click();
        await expect(answer(search)).toContainText('Yes');
        await change(search);
        await expect(answer(search)).toBeEmpty();
        await expect(matches(search)).toHaveCount(0);
      },
    );
  });

  test('stays when nothing changes but the engine of the layer, while a match is shown', async ({
    playground: { page },
  }) => {
    const search = await place(page);
    await button(search, 'Fill in an example').click();
    await among(search, 'torch-cpu-mkl', '200');
    await button(search, 'Search').click();
    await button(search, /^Show it/).click();
    await expect(page.locator('dropout-playground')).toHaveJSProperty('engine', 'torch-cpu-mkl');
    await expect(answer(search)).toContainText('This is it');
    await expect(matches(search)).toHaveCount(1);
  });
});

test('question and answer survive another language', async ({ playground: { page } }) => {
  const search = await place(page);
  await button(search, 'Fill in an example').click();
  await button(search, 'Does seed 123').click();
  await expect(answer(search)).toContainText('Yes');
  await page.getByRole('banner').getByRole('combobox').selectOption('de');
  await expect(answer(search)).toHaveText(
    'Ja: Mit Seed 123 ist das die Ausgabe von PyTorch CPU (MKL).',
  );
  await expect(search.locator('textarea')).toHaveValue(LINUX);
  await expect(matches(search)).toHaveCount(1);
});

for (const width of [320, 800]) {
  test(`nothing overflows at ${width} px`, { tag: '@viewport' }, async ({
    playground: { page },
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const search = await place(page, { input: 'torch.ones(6, 6)', seed: '123' });
    await output(search).fill(MACOS);
    await button(search, 'Does seed').click();
    await expect(matches(search)).toHaveCount(1);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
