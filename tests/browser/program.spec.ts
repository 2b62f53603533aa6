// Programs on the page: they run when their reader says so, print what Python prints, and can be stopped, edited,
// linked to, and left by keys alone.
import { readFile } from 'node:fs/promises';
import { packed } from '../../web/program/program-link.ts';
import { POSTED_CODE } from '../python/posted-code.ts';
import { axeFindingsInBothSchemes } from './axe.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';

// A busy machine takes its time to start Python.
const STARTS = { timeout: 150_000 };
test.describe.configure({ timeout: 300_000 });

/** Of the posted code, what is run in all browsers. */
const IN_EVERY_ENGINE = /^(?:the line|Hindi|the lesson: its sample)/;

class Program {
  readonly playground: PlaygroundPage;

  constructor(playground: PlaygroundPage) {
    this.playground = playground;
  }

  get element() {
    return this.playground.page.locator('dropout-program');
  }

  get run() {
    return this.element.getByRole('button', { name: 'Run', exact: true });
  }

  get stop() {
    return this.element.getByRole('button', { name: 'Stop', exact: true });
  }

  get editor() {
    return this.element.getByRole('textbox', { name: 'Program' });
  }

  get output() {
    return this.element.locator('.all pre');
  }

  /** What stands beside a line. */
  at(line: number) {
    return this.element.locator(`[slot=line-${line}]`);
  }

  get phase() {
    return this.element.locator('.phase');
  }

  get announced() {
    return this.element.locator('section > [role=status]');
  }

  /** As who writes a program, but at once. */
  async write(source: string) {
    await this.element.evaluate((element, source) => {
      Object.assign(element, { source });
      element.dispatchEvent(new Event('program-change'));
      return (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    }, source);
  }
}

/** Runs it, and once more, since the first run of a page imports what takes a second on its own. */
async function runTwice(program: Program) {
  for (let i = 0; i < 2; ++i) {
    await program.run.click();
    await expect(program.phase).toHaveText(/^\s*Done/, STARTS);
  }
}

async function there(playground: PlaygroundPage, fragment = '#code'): Promise<Program> {
  await playground.open(fragment, { isFolded: true });
  const program = new Program(playground);
  await expect(program.run).toBeVisible();
  return program;
}

test('a program prints what Python prints, and an error stands at its line', {
  tag: '@engines',
}, async ({ playground }) => {
  const program = await there(playground);
  await program.write('x = 2\nprint(x ** 10)\n\nx / 0');
  await program.run.click();
  await expect(program.phase).toHaveText('An error in line 4', STARTS);
  await expect(program.output).toHaveText(
    [
      '1024',
      'Traceback (most recent call last):',
      '  File "program.py", line 4, in <module>',
      '    x / 0',
      '    ~~^~~',
      'ZeroDivisionError: division by zero',
      '',
    ].join('\n'),
    { useInnerText: false },
  );
  await expect(program.element.locator('.all .stderr')).toContainText('ZeroDivisionError');
  await expect(program.element.locator('.stdout')).toHaveText('1024');
  await expect(program.element.locator('.line[data-error], .cm-error')).toHaveText('x / 0');
  await expect(program.at(4)).toHaveText('ZeroDivisionError: division by zero');
  // Once a run, with what it printed.
  await expect(program.announced).toContainText('An error in line 4. 1024');
});

for (const { text, code, prints, isUnseeded = false } of POSTED_CODE) {
  const tag = IN_EVERY_ENGINE.test(text) ? '@engines' : [];
  test(`posted code runs as it is pasted: ${text}`, { tag }, async ({ playground }) => {
    const program = await there(playground);
    await program.write(code);
    await program.run.click();
    await expect(program.phase).toHaveText(/^\s*Done/, STARTS);
    if (prints === '') await expect(program.element).toContainText('It printed nothing.');
    else await expect(program.output).toHaveText(prints, { useInnerText: false });
    await expect(program.element.getByText('It was drawn with seed')).toHaveCount(
      isUnseeded ? 1 : 0,
    );
  });
}

test('a program of a link is shown, and runs when its reader says so', async ({ playground }) => {
  const link = `#code&program=${await packed('print("from a link")')}`;
  const program = await there(playground, link);
  await expect(program.editor).toHaveValue('print("from a link")');
  await playground.page.waitForTimeout(1500);
  await expect(program.output).toHaveCount(0);
  await expect(program.phase).toHaveText(/Runs in your browser, when you press Run/);
  await program.run.click();
  await expect(program.output).toHaveText('from a link\n', STARTS);
});

test('the address follows the program, and leads back to it', async ({ playground }) => {
  const { page } = playground;
  const program = await there(playground);
  await program.write('print(1)');
  await expect(page).toHaveURL(/#program=1\.[\w-]+&/);
  await program.element.getByText('CUDA').click();
  await expect(page).toHaveURL(/&program-engine=torch-cuda&/);
  const link = new URL(page.url()).hash;
  const again = await there(playground, link);
  await expect(again.editor).toHaveValue('print(1)');
  await expect(again.element.getByRole('radio', { name: 'CUDA' })).toBeChecked();
  await there(playground, `${link.slice(0, 14)}&p=0.3`);
  await expect(page.locator('#code').getByRole('alert')).toContainText(
    'The program in this link cannot be read',
  );
});

test('an endless loop is stopped at once, and the next program runs', { tag: '@engines' }, async ({
  playground,
}) => {
  const program = await there(playground);
  await program.write('while True: print("round")');
  await program.run.click();
  await expect(program.output).toContainText('round', STARTS);
  await program.stop.click();
  await expect(program.phase).toHaveText('Stopped.');
  await program.write('print("next")');
  await program.run.click();
  await expect(program.output).toHaveText('next\n', STARTS);
});

test('what a fragment lacks stands in front of it, and can be changed', async ({ playground }) => {
  const program = await there(playground);
  await program.write('math.sqrt(config.hidden_size)');
  await program.run.click();
  await expect(program.output).toHaveText('2.8284271247461903\n', STARTS);
  await expect(program.element.locator('.front')).toContainText('import math');
  const setting = program.element.getByLabel('config.hidden_size =');
  await expect(setting).toHaveValue('8');
  await setting.fill('16');
  await setting.press('Enter');
  await expect(program.output).toHaveText('4.0\n');
});

test('the example prints what PyTorch prints, and another machine something else', async ({
  playground,
}) => {
  const program = await there(playground);
  await program.run.click();
  const own = [
    'tensor([[ 2.,  4.,  6.,  8.],',
    '        [ 0., 12.,  0.,  0.]])',
    'tensor([[1., 2., 3., 4.],',
    '        [5., 6., 7., 8.]])',
    '',
  ].join('\n');
  await expect.poll(() => program.output.textContent(), STARTS).toBe(own);
  await program.element.locator('fieldset').getByText('≤ 2.6 MKL').click();
  await expect.poll(() => program.output.textContent()).not.toBe(own);
  await expect(program.output).toContainText('tensor([[1., 2., 3., 4.],');
});

test('a program without a seed says so, and the one that was taken can be written into it', async ({
  playground,
}) => {
  const program = await there(playground);
  await program.write('import torch\ntorch.nn.Dropout(0.5)(torch.ones(8))');
  await program.run.click();
  const note = program.element.getByText('It was drawn with seed');
  await expect(note).toBeVisible(STARTS);
  const drawn = await program.output.textContent();
  const [, seed] = /with seed (\d+)/.exec((await note.textContent()) ?? '') ?? [];
  await note.getByRole('button', { name: 'Write that seed into the program' }).click();
  await expect(note).toHaveCount(0);
  await expect(program.editor).toContainText(`torch.manual_seed(${seed})`);
  expect(await program.output.textContent()).toBe(drawn);
});

test('keys alone: write, run, leave', async ({ playground, browserName }) => {
  const { page } = playground;
  const program = await there(playground);
  await program.write('print(1)');
  await program.run.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  // The larger editor takes the place of the field, and keeps the focus.
  await expect(program.element.locator('.cm-content')).toBeFocused();
  await page.keyboard.press(browserName === 'webkit' ? 'Meta+ArrowDown' : 'Control+End');
  await page.keyboard.type('\nfor i in range(2):\nprint("i", i)');
  await page.keyboard.press('Control+Enter');
  await expect(program.output).toHaveText('1\ni 0\ni 1\n', STARTS);
  await page.keyboard.press('Escape');
  await expect(program.run).toBeFocused();
  // Who only comes by is not held. There is now a machine to choose beside this one.
  for (let i = 0; i < 4; ++i) await page.keyboard.press('Tab');
  await expect(program.element.locator('.cm-content')).toBeFocused();
  // To what stands beside the lines, to the numbers, and to what all lines have printed.
  await page.keyboard.press('Tab');
  await expect(program.at(3).locator('summary')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(program.element.locator('number-fields summary')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(program.element.locator('.all summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(program.output).toBeFocused();
});

test('an edit runs again after the first run, and what is unfinished says nothing', async ({
  playground,
}) => {
  const program = await there(playground);
  await program.write('print(1)');
  await program.run.click();
  await expect(program.output).toHaveText('1\n', STARTS);
  await program.editor.click();
  await expect(program.element.locator('.cm-content')).toBeFocused();
  await playground.page.keyboard.press('Control+End');
  await playground.page.keyboard.type('\nprint(');
  await expect(program.element.locator('.result')).toContainText('Of the program before');
  await playground.page.waitForTimeout(1200);
  await expect(program.output).toHaveText('1\n');
  await playground.page.keyboard.type('2)');
  await expect(program.output).toHaveText('1\n2\n');
});

test('a program in the field for the input goes to where programs run', async ({ playground }) => {
  await playground.open();
  const source = 'import torch\nfor i in range(3):\n    print(i)';
  await playground.text.fill(source);
  await playground.page.getByRole('button', { name: 'This is a program. Run it.' }).click();
  const program = new Program(playground);
  await expect(program.run).toBeInViewport();
  await expect(playground.page).toHaveURL(/#program=1\./);
  await expect(program.phase).toHaveText(/(Done|An error)/, STARTS);
});

test.describe('before somebody wants to run it', () => {
  test.use({ isLoaded: true });

  test('a program fetches nothing and starts no worker', async ({ playground }) => {
    const asked: string[] = [];
    playground.page.on('request', (request) => asked.push(request.url()));
    const program = await there(playground);
    await program.element.scrollIntoViewIfNeeded();
    await playground.page.waitForTimeout(1000);
    const workers = () => playground.page.workers().map((worker) => worker.url());
    const isPythons = (url: string) => /pyodide|python|code-mirror/.test(url);
    expect([...asked, ...workers()].filter(isPythons)).toEqual([]);
    await program.run.focus();
    await expect.poll(() => workers().some(isPythons)).toBe(true);
  });
});

test('axe finds nothing in a program that has run', async ({ playground }) => {
  const program = await there(playground);
  await program.write('print(config.p)\n1 / 0');
  await program.run.click();
  await expect(program.phase).toHaveText('An error in line 2', STARTS);
  expect(await axeFindingsInBothSchemes(playground.page, 'dropout-program')).toEqual([]);
});

test('a straight program of a layer is answered while Python is on its way', {
  tag: '@engines',
}, async ({ playground }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await playground.page.context().route(/pyodide\.asm\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  // In a document that has no Python yet.
  await playground.page.goto('about:blank');
  const program = await there(playground);
  await program.run.click();
  await expect(program.at(8).locator('pre')).toHaveText(
    'tensor([[ 2.,  4.,  6.,  8.],\n        [ 0., 12.,  0.,  0.]])',
    { useInnerText: false, ...STARTS },
  );
  await expect(program.at(11).locator('pre')).toContainText('tensor([[1., 2., 3., 4.],');
  await expect(program.phase).toContainText('Python is');
  letGo();
  await expect(program.phase).toHaveText(/^\s*Done/, STARTS);
  await expect(program.at(11).locator('pre')).toContainText('tensor([[1., 2., 3., 4.],');
  await expect(program.output).toContainText('tensor([[ 2.,  4.,  6.,  8.],');
});

test('its comments are judged against what each machine prints', async ({ playground }) => {
  const program = await there(playground);
  await program.write(
    [
      'import torch',
      'drop = torch.nn.Dropout(0.5)',
      'x = torch.tensor([1., 2., 3., 4.])',
      'torch.manual_seed(42)',
      'print(drop(x))  # Possible output: tensor([0., 0., 0., 8.])',
      'print(drop.eval()(x))  # Output: tensor([1., 2., 3., 4.])',
    ].join('\n'),
  );
  await program.run.click();
  const claim = (line: number) => program.at(line).locator('.claim');
  await expect(claim(5)).toContainText(
    'Printed by none of these: PyTorch 2.7+, ≤ 2.6 MKL, CUDA.',
    STARTS,
  );
  await expect(claim(5).locator('dd')).toHaveText([
    'tensor([0., 0., 0., 8.])',
    'tensor([2., 4., 6., 8.])',
    'tensor([0., 0., 6., 8.])',
  ]);
  // The cells unlike the comment.
  await expect(claim(5).locator('dd').nth(1).locator('mark')).toHaveText(['2.', '4.', '6.']);
  await expect(claim(6)).toHaveText('✓ as the comment says');
  await expect(program.announced).toContainText('Line 5: Printed by none');
  await expect(program.announced).toContainText('Line 6: as the comment says');
  expect(await axeFindingsInBothSchemes(playground.page, 'dropout-program')).toEqual([]);

  // Of another program nothing is said.
  await program.write('print(1)');
  await expect(claim(5)).toHaveCount(0);
});

test('the true output is written into an untrue comment, and can be undone', {
  tag: '@engines',
}, async ({ playground }) => {
  const program = await there(playground);
  await program.write('print(2 + 3)  # 6');
  await program.run.click();
  await expect(program.at(1)).toContainText('Printed by none of these', STARTS);
  await program.at(1).getByRole('button', { name: 'Write the true output' }).click();
  await expect(program.at(1)).toContainText('✓ as the comment says', STARTS);
  const source = () =>
    program.element.evaluate((one) => (one as unknown as { source: string }).source);
  expect(await source()).toBe('print(2 + 3)  # 5');
  await program.editor.focus();
  await playground.page.keyboard.press('Control+z');
  await expect.poll(source).toBe('print(2 + 3)  # 6');
});

test('a program is taken away as a file, a notebook and a block for a post', async ({
  playground,
}) => {
  const program = await there(playground);
  await program.write('print(2 + 3)\n');
  await program.run.click();
  await expect(program.phase).toHaveText(/^\s*Done/, STARTS);
  await program.element.locator('.take summary').click();
  const saved = async (name: string) => {
    const download = playground.page.waitForEvent('download');
    await program.element.getByRole('button', { name }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  expect(await saved('Save program.py')).toEqual({ name: 'program.py', text: 'print(2 + 3)\n' });
  const notebook = await saved('Save as a notebook');
  expect(notebook.name).toBe('program.ipynb');
  expect(JSON.parse(notebook.text).cells[0].outputs[0].text).toEqual(['5\n']);
  await expect(program.element.locator('.take span.visually-hidden')).toHaveText(
    'Saved: program.ipynb',
  );
  expect(await axeFindingsInBothSchemes(playground.page, 'dropout-program')).toEqual([]);
});

const LOOP = [
  'import torch',
  '',
  'print(torch.zeros(2, 3))',
  'for i in range(12):',
  '    print("step", i)',
  'for i in range(20): print(i, end="\\n" if i == 19 else ";\\n")',
  'print("last")',
].join('\n');

test('each print stands beside its line: of a loop the last, of a long one its beginning', {
  tag: '@engines',
}, async ({ playground }) => {
  const program = await there(playground);
  await program.write(LOOP);
  await program.run.click();
  await expect(program.phase).toHaveText(/^\s*Done/, STARTS);
  const printed = (line: number) => program.at(line).locator('pre').first();
  await expect(printed(3)).toHaveText('tensor([[0., 0., 0.],\n        [0., 0., 0.]])', {
    useInnerText: false,
  });
  await expect(printed(5)).toHaveText('step 11');
  await expect(program.at(7)).toHaveText('last');

  await program.at(5).getByText('the last of 12').click();
  await expect(program.at(5).getByRole('listitem')).toHaveCount(11);
  await expect(program.at(5).getByRole('listitem').first()).toHaveText('step 0');

  await program.element.getByText('All output').click();
  await expect(program.output).toContainText('step 3');

  // On its right, as high as the line; and the next line gives way to more than one.
  const line = (n: number) => program.element.locator('.cm-line').nth(n - 1);
  const tops = async (n: number) => {
    const [answer, code] = await Promise.all([printed(n).boundingBox(), line(n).boundingBox()]);
    return (answer?.y ?? 0) - (code?.y ?? 0);
  };
  for (const n of [3, 5, 7]) expect(Math.abs(await tops(n))).toBeLessThan(6);
  const [beside, code] = [await printed(3).boundingBox(), await line(3).boundingBox()];
  expect(beside?.x).toBeGreaterThan((code?.x ?? 0) + (code?.width ?? 0) / 2);
});

test('what is long is cut, with a sign, and unfolds', async ({ playground }) => {
  const program = await there(playground);
  await program.write('print("\\n".join(map(str, range(30))))\nprint("x" * 2000)');
  await program.run.click();
  await expect(program.at(1).locator('pre').first()).toHaveText(/9$/, STARTS);
  await program.at(1).getByText('… 20 more lines').click();
  await expect(program.at(1).locator('pre').nth(1)).toBeVisible();
  await expect(program.at(1).locator('pre').nth(1)).toHaveText(/^10\s[\s\S]*29$/);
  await expect(program.at(2).getByText('… 1,200 more characters')).toBeVisible();
});

test('on a phone, where the editor is a field, what the lines print stands below it', {
  tag: '@touch',
}, async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  const link = await packed('for i in range(2):\n    print(i)\n1 / 0');
  await page.goto(`${baseURL}#code&program=${link}`);
  const element = page.locator('dropout-program');
  await element.getByRole('button', { name: 'Run', exact: true }).tap();
  const lines = element.locator('.gathered li');
  await expect(lines).toHaveCount(2, STARTS);
  await expect(lines.locator('.number')).toHaveText(['Line 2', 'Line 3']);
  const at = (line: number) => element.locator(`[slot=line-${line}]`);
  await expect(at(2)).toContainText('the last of 2');
  await expect(at(3)).toHaveText('ZeroDivisionError: division by zero');
  const [field, answer] = [
    await element.getByRole('textbox', { name: 'Program' }).boundingBox(),
    await at(2).boundingBox(),
  ];
  expect(answer?.y).toBeGreaterThan((field?.y ?? 0) + (field?.height ?? 0) - 1);
  expect((answer?.x ?? 0) + (answer?.width ?? 0)).toBeLessThanOrEqual(390);
  await context.close();
});

const NETWORK = [
  'import torch, torch.nn as nn',
  'torch.manual_seed(42)',
  'class Net(nn.Module):',
  '    def __init__(self):',
  '        super().__init__()',
  '        self.fc, self.drop = nn.Linear(3, 4), nn.Dropout(0.5)',
  '    def forward(self, x):',
  '        return self.drop(self.fc(x))',
  'net = Net()',
  'for i in range(3): net(torch.rand(2, 3))',
  'x = torch.tensor([[1., 2., 3., 4.], [5., 6., 7., 8.]])',
  'torch.manual_seed(42)',
  'print(nn.Dropout(0.5)(x))',
  'net.eval()',
  'y = nn.functional.dropout(x, training=False)',
].join('\n');

test('a dropout call opens as the figure of it, direct or inside a module', {
  tag: '@engines',
}, async ({ playground }) => {
  const program = await there(playground);
  await program.write(NETWORK);
  await program.run.click();
  await expect(program.phase).toHaveText(/^\s*Done/, STARTS);

  const direct = program.at(13);
  await direct.getByRole('button', { name: 'Dropout(p=0.5)' }).click();
  const outputOf = (line: number) =>
    program.at(line).getByRole('grid', { name: 'train output' }).getByRole('gridcell');
  await expect(outputOf(13)).toHaveText(['2', '4', '6', '8', '0', '12', '0', '0']);
  // It is read only, has no eval, and says why.
  await expect(program.at(13).getByRole('grid', { name: 'eval output' })).toBeHidden();
  await expect(program.at(13).locator('cell-derivation')).toContainText('drew');
  await expect(program.at(13).locator('dropout-draws')).toBeVisible();

  // Behind weights and inputs, call by call.
  await program.at(8).getByRole('button', { name: '3 dropout calls' }).click();
  await expect(outputOf(8)).toHaveCount(8);
  const texts = () => outputOf(8).allTextContents();
  const first = await texts();
  await program.at(8).getByRole('button', { name: 'call 3: Dropout(p=0.5)' }).click();
  await expect.poll(texts).not.toEqual(first);
  await program.at(8).getByRole('button', { name: '3 dropout calls' }).click();
  await expect(program.at(8).locator('.figure')).toHaveCount(0);

  await program.at(15).getByRole('button').click();
  await expect(program.at(15)).toContainText('In eval mode dropout returns its input');

  // The link leads to an experiment that prints the same.
  const link = await direct.getByRole('link', { name: 'Play with this call' }).getAttribute('href');
  await playground.open(new URL(link ?? '').hash);
  await expect(playground.page.locator('main')).toContainText('12');
});

test('a figure is opened and chosen by keys', async ({ playground }) => {
  const program = await there(playground);
  await program.write(NETWORK);
  await program.run.click();
  await expect(program.phase).toHaveText(/^\s*Done/, STARTS);
  const button = program.at(8).getByRole('button', { name: '3 dropout calls' });
  await button.focus();
  await playground.page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await program.at(8).getByRole('button', { name: 'call 2' }).focus();
  await playground.page.keyboard.press('Space');
  await expect(program.at(8).getByRole('button', { name: 'call 2' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(await axeFindingsInBothSchemes(playground.page, 'dropout-program')).toEqual([]);
});

test('what it plots is drawn below it, in the order in which it is shown, with its numbers as a table', {
  tag: '@engines',
}, async ({ playground }) => {
  const program = await there(playground);
  await program.write(
    [
      '%matplotlib inline',
      'plt.plot([1, 2, 4], label="loss"); plt.title("A curve"); plt.xlabel("step"); plt.legend(); plt.show()',
      'plt.imshow([[0, 1], [2, 3]]); plt.title("A picture"); plt.show()',
      'print("end")',
    ].join('\n'),
  );
  await program.run.click();
  await expect(program.phase).toHaveText(/^\s*Done/, STARTS);
  const figures = program.element.locator('plotted-figure');
  await expect(figures).toHaveCount(2);
  await expect(figures.nth(0).getByRole('figure')).toHaveAccessibleName('Figure 1: A curve');
  const chart = figures.nth(0).getByRole('img');
  await expect(chart).toHaveAccessibleName(
    'A curve. loss. Horizontally step, -0.1 to 2.1; vertically y, 0.85 to 4.15.',
  );
  await expect(figures.nth(1).getByRole('figure')).toHaveAccessibleName('Figure 2: A picture');
  // Something is drawn: the canvas has more than one colour.
  for (const i of [0, 1]) {
    const canvas = figures.nth(i).locator('.plot canvas');
    await expect(canvas).toBeVisible();
    const colours = await canvas.evaluate((one: HTMLCanvasElement) => {
      const context = one.getContext('2d') as CanvasRenderingContext2D;
      const { data } = context.getImageData(0, 0, one.width, one.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    expect(colours).toBeGreaterThan(5);
  }
  await figures.nth(0).locator('summary').click();
  await expect(figures.nth(0).locator('tr')).toHaveText(['steploss', '01', '12', '24'], {
    useInnerText: false,
  });
  expect(await axeFindingsInBothSchemes(playground.page, 'dropout-program')).toEqual([]);
});

test('another machine stands beside it, with the lines that differ', async ({ playground }) => {
  const program = await there(playground);
  await program.write(NETWORK.replace('net.eval()', 'print(x.sum())'));
  await program.run.click();
  await expect(program.phase).toHaveText(/^\s*Done/, STARTS);
  await program.element.getByLabel('beside').selectOption({ label: '≤ 2.6 MKL' });
  const other = program.at(13).locator('.other');
  await expect(other).toContainText('≤ 2.6 MKL');
  await expect(other.locator('mark').first()).toBeVisible();
  await expect(program.at(14).locator('.other')).toHaveCount(0);
  await expect(program.element).toContainText('prints something else on 1 of 2 lines.');
  await program.element.getByLabel('beside').selectOption({ label: 'CUDA' });
  await expect(program.element).toContainText('CUDA prints the same.');
  await expect(other).toHaveCount(0);
  // It goes on beside what is run next.
  await program.element.getByText('≤ 2.6 MKL', { exact: true }).first().click();
  await expect(program.at(13).locator('.other')).toContainText('CUDA');
});

const TUNED = [
  'import torch',
  'class Config:',
  '    dropout = 0.5',
  'x = torch.tensor([1., 2., 3., 4.])',
  'torch.manual_seed(42)',
  'print(torch.nn.Dropout(Config.dropout)(x))',
  'print(x.sum())',
].join('\n');

test('a number in the code is dragged: the program runs again, and what changes is marked', {
  tag: ['@engines', '@real-input'],
}, async ({ playground }) => {
  const { page } = playground;
  const program = await there(playground);
  await program.write(TUNED);
  await runTwice(program);
  const printed = program.at(6).locator('pre').first();
  await expect(printed).toHaveText('tensor([2., 4., 6., 8.])');
  await expect(program.at(6).locator('[data-changed]')).toHaveCount(0);

  const seed = program.element.locator('.cm-number').filter({ hasText: '42' });
  const box = await seed.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 4, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 12, y);
  await page.mouse.move(x + 40, y);
  await page.mouse.up();
  await expect(program.editor).toContainText('torch.manual_seed(47)');
  await expect(program.at(6).locator('pre[data-changed]')).toHaveCount(1);
  await expect(program.at(7).locator('[data-changed]')).toHaveCount(0);
  await expect(printed.locator('mark').first()).toBeVisible();

  // A click puts the cursor there, and the keys step.
  const p = program.element.locator('.cm-number').filter({ hasText: '0.5' });
  await p.click();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(program.editor).toContainText('dropout = 0.60');
  await expect(program.output).toContainText('tensor(10.)');
});

test('numbers are fields with steps, too', async ({ playground }) => {
  const { page } = playground;
  const program = await there(playground);
  await program.write(TUNED);
  await runTwice(program);
  await program.element.getByText('Numbers', { exact: true }).click();
  const field = program.element.getByRole('spinbutton', { name: 'Line 5 manual_seed' });
  await expect(field).toHaveValue('42');
  await field.focus();
  await page.keyboard.press('ArrowUp');
  await expect(program.editor).toContainText('torch.manual_seed(43)');
  await expect(program.at(6).locator('pre[data-changed]')).toHaveCount(1);
  await expect(field).toBeFocused();
  expect(await axeFindingsInBothSchemes(page, 'dropout-program')).toEqual([]);
});
