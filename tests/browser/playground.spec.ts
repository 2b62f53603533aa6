// The main job: edit the input, p and the seed, and read what PyTorch prints.
import { readFileSync } from 'node:fs';
import { holdTimers } from './held-timers.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

interface Case {
  id: string;
  steps: { op: string; seed?: string; p?: number }[];
  outputs: { y: { hex: string[]; shape: number[] } };
}

/** The seed and p of a program of the fixtures, and the 0s and 2s it gave, as they are printed. */
function fixtureOfOnes(id: string) {
  const file = new URL('../fixtures/torch-cpu-default.json', import.meta.url);
  const cases: Case[] = JSON.parse(readFileSync(file, 'utf8')).cases;
  const { steps, outputs } = cases.find((one) => one.id === id) as Case;
  const { hex, shape } = outputs.y;
  const texts = hex.map((bits) => ({ '00000000': '0.', '40000000': '2.' })[bits]);
  const columns = shape[1] as number;
  const rows = Array.from({ length: shape[0] as number }, (_, row) =>
    texts.slice(row * columns, (row + 1) * columns).join(', '),
  );
  return {
    seed: steps.find(({ op }) => op === 'seed')?.seed as string,
    p: String(steps.find(({ op }) => op === 'dropout')?.p),
    printed: `tensor([[${rows.join('],\n        [')}]])`,
  };
}

test('it opens on [1, 2, 3, 4], p = 0.5, seed 42, of which nothing is dropped', async ({
  playground,
}) => {
  await expect(playground.train).toHaveText('tensor([2., 4., 6., 8.])');
  await expect(playground.eval).toHaveText('tensor([1., 2., 3., 4.])');
  expect(await playground.grid('mask')).toEqual(['1', '1', '1', '1']);
  expect(await playground.grid('train output')).toEqual(['2', '4', '6', '8']);
});

test('a cell of the input is as wide as one of the output', async ({ playground }) => {
  const [input, output] = await Promise.all([
    playground.cell(1, 1).boundingBox(),
    playground.gridNamed('train output').getByRole('gridcell').first().boundingBox(),
  ]);
  expect(Math.abs((input?.width ?? 0) - (output?.width ?? Infinity))).toBeLessThan(12);
});

test('however p moves, the grids stay beside each other, and whole', {
  tag: ['@engines', '@viewport'],
}, async ({ playground }) => {
  const { page } = playground;
  await page.setViewportSize({ width: 1280, height: 900 });
  const equation = page.locator('dropout-playground dropout-equation .equation');
  const last = playground.gridNamed('eval output').getByRole('gridcell').last();
  const height = (await equation.boundingBox())?.height;
  for (const p of ['0.55', '0.9', '0.3']) {
    await playground.set({ p });
    await expect(playground.gridNamed('train output')).not.toContainText('2.0000');
    expect((await equation.boundingBox())?.height, p).toBe(height);
    const [cell, card] = await Promise.all([last.boundingBox(), equation.boundingBox()]);
    const right = (box: typeof cell) => (box?.x ?? 0) + (box?.width ?? Infinity);
    expect(right(cell), p).toBeLessThanOrEqual(right(card));
  }
});

test('alpha dropout is no product, and p = 1 multiplies by zeros', async ({ playground }) => {
  const operators = playground.page.locator('dropout-playground dropout-equation .op');
  await expect(operators.nth(1)).toContainText('1 / (1 − p)');
  await playground.set({ layer: 'AlphaDropout' });
  await expect(operators.nth(0)).toHaveText('|');
  await expect(operators.nth(1)).toContainText('a · (x | −α′) + b');
  await expect(playground.page.locator('cell-derivation')).toContainText('b = 0.7792');
  await playground.set({ p: '1' });
  await expect(operators.nth(0)).toHaveText('×');
  await expect(operators.nth(1)).toContainText('× 0');
  await expect(playground.page.locator('cell-derivation')).toContainText('1 × 0 = 0');
});

test('whatever engine is chosen, and however long its note, no field moves aside', async ({
  playground,
}) => {
  const fields = ['#p', '#seed', '#engine', '#layer', '#inplace'];
  const places = () =>
    Promise.all(
      fields.map(async (id) => {
        const box = await playground.figure.locator(id).boundingBox();
        return [box?.x, box?.width];
      }),
    );
  const before = await places();
  for (const engine of ['torch-cpu-mkl', 'torch-cuda', 'jax']) {
    await playground.set({ engine });
    await expect(playground.page.locator('#engine')).toHaveValue(engine);
    expect(await places(), engine).toEqual(before);
  }
});

test('the page is served under the policy it promises', async ({ request }) => {
  const response = await request.get('./');
  expect(response.headers()['content-security-policy']).toBe(
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
  );
});

test.describe('by keyboard alone', { tag: ['@engines', '@real-input'] }, () => {
  test('the input is edited cell by cell', async ({ playground }) => {
    const { page } = playground;
    await playground.cell(1, 1).focus();
    await page.keyboard.type('10');
    await expect(playground.train).toHaveText('tensor([20.,  4.,  6.,  8.])');
    await expect(playground.text).toHaveValue('[10, 2, 3, 4]');
    await page.keyboard.press('Tab');
    await expect(playground.cell(1, 2)).toBeFocused();
    await page.keyboard.type('-0.5');
    await page.keyboard.press('ArrowRight');
    await expect(playground.cell(1, 3)).toBeFocused();
    await page.keyboard.press('End');
    await expect(playground.cell(1, 4)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(playground.cell(1, 1)).toBeFocused();
    await expect(playground.eval).toHaveText('tensor([10.0000, -0.5000,  3.0000,  4.0000])');
  });

  test('Enter goes down, arrows go all four ways, Tab leaves', async ({ playground }) => {
    const { page } = playground;
    await playground.text.fill('[[1, 2], [3, 4]]');
    await playground.cell(1, 1).focus();
    await page.keyboard.press('Enter');
    await expect(playground.cell(2, 1)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await expect(playground.cell(1, 2)).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await expect(playground.cell(2, 1)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Remove the last row' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(playground.cell(2, 1)).toBeFocused();
  });

  test('a cell shows all its digits while it has the focus, and aligned ones after', async ({
    playground,
  }) => {
    await playground.text.fill('[0.123456, 12]');
    await expect(playground.cell(1, 1)).toHaveValue('0.1235');
    await expect(playground.cell(1, 2)).toHaveValue('12.0000');
    await playground.cell(1, 1).focus();
    await expect(playground.cell(1, 1)).toHaveValue('0.123456');
    await playground.page.keyboard.press('ArrowRight');
    await expect(playground.cell(1, 1)).toHaveValue('0.1235');
    await expect(playground.text).toHaveValue('[0.123456, 12]');
  });

  test('F2 edits within a cell and Escape takes the edit back', async ({ playground }) => {
    const { page } = playground;
    await playground.cell(1, 4).focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('2');
    await expect(playground.text).toHaveValue('[1, 2, 3, 42]');
    await page.keyboard.press('ArrowLeft');
    await expect(playground.cell(1, 4)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(playground.text).toHaveValue('[1, 2, 3, 4]');
    await expect(playground.eval).toHaveText('tensor([1., 2., 3., 4.])');
  });

  test('rows and columns are added and removed', async ({ playground }) => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Add a row' }).focus();
    await page.keyboard.press('Enter');
    await expect(playground.text).toHaveValue('[[1, 2, 3, 4], [5, 6, 7, 8]]');
    await expect(playground.train).toHaveText(
      'tensor([[ 2.,  4.,  6.,  8.],\n        [ 0., 12.,  0.,  0.]])',
    );
    await page.getByRole('button', { name: 'Remove the last column' }).focus();
    await page.keyboard.press('Space');
    await expect(playground.text).toHaveValue('[[1, 2, 3], [5, 6, 7]]');
  });

  test('p moves on its line and by its number', async ({ playground }) => {
    const { page } = playground;
    await playground.slider.focus();
    await page.keyboard.press('End');
    await expect(playground.p).toHaveValue('1');
    await expect(playground.train).toHaveText('tensor([0., 0., 0., 0.])');
    await page.keyboard.press('Home');
    await expect(playground.train).toHaveText('tensor([1., 2., 3., 4.])');
    await playground.p.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('0.3');
    await expect(playground.slider).toHaveAttribute('aria-valuenow', '0.3');
    await expect(playground.train).toHaveText('tensor([1.4286, 2.8571, 4.2857, 5.7143])');
  });

  test('the seed is typed, or stepped with the arrow keys', async ({ playground }) => {
    const { page } = playground;
    await playground.seed.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('0');
    // torch.manual_seed(0); F.dropout(torch.ones(4, 5)) begins 0, 0, 2, 0: the fixture's first case.
    await expect(playground.train).toHaveText('tensor([0., 0., 6., 0.])');
    await page.keyboard.press('ArrowDown');
    await expect(playground.seed).toHaveValue('-1');
    await page.keyboard.press('ArrowUp');
    await expect(playground.train).toHaveText('tensor([0., 0., 6., 0.])');
  });
});

test('p is read with a decimal comma, too', async ({ playground }) => {
  await playground.p.fill('0,3');
  await expect(playground.slider).toHaveAttribute('aria-valuenow', '0.3');
  await expect(playground.train).toHaveText('tensor([1.4286, 2.8571, 4.2857, 5.7143])');
  await playground.p.fill('0,3,1');
  await expect(playground.errorOf('p')).toContainText("got '0,3,1'");
});

test('the keyboard of a phone has what a field takes: a point, and a minus', async ({
  playground,
}) => {
  await expect(playground.p).toHaveAttribute('inputmode', 'decimal');
  await expect(playground.seed).toHaveAttribute('inputmode', 'text');
});

test.describe('by mouse', { tag: ['@engines', '@real-input'] }, () => {
  test('a click selects a cell, whose number typing replaces', async ({ playground }) => {
    await playground.cell(1, 2).click();
    await playground.page.keyboard.type('7');
    await expect(playground.text).toHaveValue('[1, 7, 3, 4]');
    await expect(playground.train).toHaveText('tensor([ 2., 14.,  6.,  8.])');
  });

  test('the line, the seed and the size follow the pointer', async ({ playground }) => {
    const { page } = playground;
    const box = await playground.figure.locator('dropout-draws .strip').boundingBox();
    if (!box) throw new Error('the line is not on view');
    await page.mouse.click(box.x + 1, box.y + box.height / 2);
    await expect(playground.p).toHaveValue('1');
    await expect(playground.train).toHaveText('tensor([0., 0., 0., 0.])');
    await page.getByRole('button', { name: 'Next seed' }).click();
    await expect(playground.seed).toHaveValue('43');
    await page.getByRole('button', { name: 'Add a column' }).click();
    await expect(playground.text).toHaveValue('[1, 2, 3, 4, 5]');
  });

  test('a cell that is pointed at is marked in every grid', async ({ playground }) => {
    await playground.gridNamed('mask').getByRole('gridcell').nth(2).hover();
    await expect(playground.page.locator('td[data-pointed]')).toHaveCount(4);
    // It stays so, since it is the one that is explained.
    await playground.seed.hover();
    await expect(playground.page.locator('td[data-pointed][data-index="2"]')).toHaveCount(4);
  });

  test('a print is copied as it stands, and pasted', async ({ playground }) => {
    const { page } = playground;
    await holdTimers(page);
    await page.getByRole('button', { name: 'Copy: print(drop.train()(x))' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    await playground.cell(1, 1).focus();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(playground.text).toHaveValue('tensor([2., 4., 6., 8.])');
  });
});

test.describe('as text', () => {
  const inputs = [
    ['[[1, 2], [3, 4]]', 'tensor([[2., 4.],\n        [6., 8.]])'],
    ['tensor([[1., 2.], [3., 4.]])', 'tensor([[2., 4.],\n        [6., 8.]])'],
    ['tensor([1., 2.], dtype=torch.float64)', 'tensor([2., 4.], dtype=torch.float64)'],
    ['-3.5', 'tensor(-7.)'],
    ['[]', 'tensor([])'],
  ] as const;
  test('an input is read', async ({ playground }) => {
    await checkRows(
      inputs,
      { title: ([input]) => input, renew: (hasFailed) => playground.renew(hasFailed) },
      async ([input, expected]) => {
        await playground.text.fill(input);
        await expect(playground.train).toHaveText(expected);
      },
    );
  });

  test('a print pasted from PyTorch fills the cells', async ({ playground }) => {
    await playground.text.fill('tensor([[ 1.5000, -0.0000],\n        [    inf,     nan]])');
    await expect(playground.cell(1, 1)).toHaveValue('1.5');
    await expect(playground.cell(1, 2)).toHaveValue('-0.0');
    await expect(playground.cell(2, 1)).toHaveValue('inf');
    await expect(playground.cell(2, 2)).toHaveValue('nan');
  });

  test('torch.rand draws from the seed, and the layer goes on from there', async ({
    playground,
  }) => {
    await playground.text.fill('torch.rand(2, 2)');
    await playground.seed.fill('0');
    // torch.manual_seed(0); torch.rand(2, 2), as PyTorch's documentation prints it.
    await expect(playground.eval).toHaveText(
      'tensor([[0.4963, 0.7682],\n        [0.0885, 0.1320]])',
    );
  });

  test('a tensor of three dimensions is shown slice by slice', async ({ playground }) => {
    await playground.text.fill('torch.ones(2, 2, 3)');
    await expect(playground.page.getByRole('columnheader', { name: '[1]' }).first()).toBeVisible();
    expect(await playground.grid('eval output')).toHaveLength(12);
  });

  test('torch.ones(6, 6) gives what PyTorch gave for it', async ({ playground }) => {
    const { seed, p, printed } = fixtureOfOnes('dropout-ones/shape-6x6');
    await playground.text.fill('torch.ones(6, 6)');
    await playground.seed.fill(seed);
    await playground.p.fill(p);
    await expect(playground.train).toHaveText(printed);
  });
});

test.describe('a wrong entry', () => {
  const entries = [
    ['p', '1.5', 'dropout probability has to be between 0 and 1, but got 1.5'],
    ['p', '-0.1', 'dropout probability has to be between 0 and 1, but got -0.1'],
    ['p', 'nan', 'dropout probability has to be between 0 and 1, but got nan'],
    ['p', 'half', "p must be a number from 0 to 1, but got 'half'"],
    ['seed', 'abc', "invalid literal for int() with base 10: 'abc'"],
    ['seed', '18446744073709551616', 'Overflow when unpacking long long'],
    ['input', '[1, 2', "line 1, column 6: expected ',' or ']', but the text ends"],
    ['input', '[[1, 2], [3]]', 'expected sequence of length 2 at dim 1 (got 1)'],
    ['input', 'tensor([1, 2])', "result type Float can't be cast to the desired output type Long"],
    ['input', 'torch.ones(1000000000)', 'does not fit into memory'],
  ] as const;
  /** That it is explained beside its field, and that the page goes on. */
  async function expectExplained(
    playground: PlaygroundPage,
    field: 'p' | 'seed' | 'input',
    wrong: string,
    message: string,
  ) {
    const locator = { p: playground.p, seed: playground.seed, input: playground.text }[field];
    await locator.fill(wrong);
    await expect(playground.errorOf(field)).toContainText(message);
    await expect(locator).toHaveAttribute('aria-invalid', 'true');
    await expect(playground.train).toHaveText('tensor([2., 4., 6., 8.])');

    // The other fields still work, and a right entry ends it.
    await playground.page.getByRole('button', { name: 'Remove the last column' }).click();
    await expect(playground.train).toHaveText('tensor([2., 4., 6.])');
    await playground.p.fill('0.5');
    await playground.seed.fill('42');
    await expect(playground.errorOf(field)).toHaveCount(0);
    await expect(playground.train).toHaveText('tensor([2., 4., 6.])');
  }

  test('is explained beside its field, and the page goes on', async ({ playground }) => {
    await checkRows(
      entries,
      {
        title: ([field, wrong]) => `${wrong} for ${field}`,
        renew: (hasFailed) => playground.renew(hasFailed),
      },
      ([field, wrong, message]) => expectExplained(playground, field, wrong, message),
    );
  });

  // To empty a field takes a key.
  test('that is none is explained, too', { tag: '@real-input' }, async ({ playground }) => {
    await expectExplained(playground, 'p', '', "p must be a number from 0 to 1, but got ''");
  });

  test('in a cell is no number', { tag: '@real-input' }, async ({ playground }) => {
    await checkRows(
      ['1, 2', '1+1', '[1]', ''],
      { title: (wrong) => `'${wrong}'`, renew: (hasFailed) => playground.renew(hasFailed) },
      async (wrong) => {
        await playground.cell(1, 2).fill(wrong);
        await expect(playground.page.getByRole('alert')).toHaveText(
          `expected a number, but found '${wrong}'`,
        );
        await expect(playground.text).toHaveValue('[1, 2, 3, 4]');
      },
    );
  });

  test('in a cell is explained below the cells, until it is mended', {
    tag: ['@engines', '@real-input'],
  }, async ({ playground }) => {
    const { page } = playground;
    await playground.cell(1, 3).click();
    await page.keyboard.type('3x');
    await expect(page.getByRole('alert')).toContainText("expected a number, but found '3x'");
    await expect(playground.cell(1, 3)).toHaveAttribute('aria-invalid', 'true');
    await expect(playground.train).toHaveText('tensor([2., 4., 6., 8.])');
    await page.keyboard.press('Tab');
    await expect(playground.cell(1, 3)).toHaveValue('3x');
    await playground.cell(1, 3).fill('30');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(playground.train).toHaveText('tensor([ 2.,  4., 60.,  8.])');
  });
});
