// WebKit by keyboard alone. In the other browsers the keys of every test are real.
import { Key } from 'selenium-webdriver';
import { test as base, expect } from './browsers/fixtures.ts';
import { Reader } from './browsers/reader.ts';
import { withWebDriver } from './browsers/web-driver.ts';
import { asPosted, publicOutput } from './public-outputs.ts';

const test = base.extend<{ reader: Reader }>({
  reader: async ({ display, baseURL, launchOptions: { executablePath } }, use) => {
    const browser = { path: executablePath as string, display: display as string };
    await withWebDriver(browser, async (driver) => {
      await driver.get(`${baseURL}#seed=42`);
      const reader = new Reader(driver);
      await expect.poll(() => reader.read('print(x)')).toBe('tensor([1., 2., 3., 4.])');
      await use(reader);
    });
  },
});

const expectTrain = (reader: Reader) =>
  expect.poll(() => reader.read('print(drop.train()(x))'), 'print(drop.train()(x))');

test('p is moved, the seed typed and stepped', async ({ reader }) => {
  await reader.tabTo('p, probability of dropping');
  await reader.press(Key.END);
  await expectTrain(reader).toBe('tensor([0., 0., 0., 0.])');
  await reader.press(Key.HOME);
  await expectTrain(reader).toBe('tensor([1., 2., 3., 4.])');
  await reader.press(Key.ARROW_UP);
  await expectTrain(reader).toBe('tensor([1.0101, 2.0202, 3.0303, 4.0404])');
  await reader.tabTo('p');
  await reader.press('0.5');
  await reader.tabTo('seed 42');
  await reader.press(Key.ENTER);
  await reader.tabTo('seed');
  await reader.press('0');
  // torch.manual_seed(0); F.dropout(torch.ones(4, 5)) begins 0, 0, 2, 0: the fixture's first case.
  await expectTrain(reader).toBe('tensor([0., 0., 6., 0.])');
  await reader.pressControl('a');
  await reader.press('41', Key.ARROW_UP);
  await expectTrain(reader).toBe('tensor([2., 4., 6., 8.])');
});

test('a field is emptied, which is told of until it is filled again', async ({ reader }) => {
  await reader.tabTo('p');
  await reader.press(Key.BACK_SPACE);
  const said = async () => (await reader.texts('.still')).map((text) => text.trim());
  await expect
    .poll(said)
    .toEqual(['Until this is corrected, the figure shows the last valid experiment: p = 0.5']);
  await reader.press('0.25');
  await expect.poll(said).toEqual([]);
});

test('cells are edited and removed', async ({ reader }) => {
  await reader.tabTo('row 1, column 1');
  await reader.press(Key.ARROW_RIGHT, '-0.5', Key.ARROW_RIGHT);
  expect(await reader.focused()).toBe('row 1, column 3');
  await expectTrain(reader).toBe('tensor([ 2., -1.,  6.,  8.])');
  await reader.press(Key.F2, Key.BACK_SPACE, '7');
  await expectTrain(reader).toBe('tensor([ 2., -1., 14.,  8.])');
  await reader.tabTo('Remove the last column');
  await reader.press(Key.SPACE);
  await expectTrain(reader).toBe('tensor([ 2., -1., 14.])');
});

test('a print is copied, and pasted into a cell', async ({ reader }) => {
  await reader.tabTo('Copy: print(drop.train()(x))');
  await reader.press(Key.ENTER);
  await reader.tabTo('row 1, column 1');
  await reader.pressControl('v');
  await expect.poll(() => reader.read('print(x)')).toBe('tensor([2., 4., 6., 8.])');
});

const MACOS = asPosted(publicOutput('llms-57-macos'));
const LINUX = asPosted(publicOutput('llms-57-linux'));

test('a cell of an output is looked into, and the gradient edited', async ({ reader }) => {
  await reader.tabTo('2');
  await reader.press(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  const [why] = await reader.texts('cell-derivation');
  expect(why).toContain('Why element 3?');
  await reader.tabTo('Gradient goes back through the same mask and scale');
  await reader.press(Key.ENTER);
  await reader.tabTo('row 1, column 1');
  await reader.press('5', Key.TAB);
  expect(await reader.focused()).toBe('row 1, column 2');
  // Of four ones with p = 0.5 and this seed all are kept, so that each is doubled.
  const cells = () => reader.texts('[aria-label="gradient of x"] td');
  await expect.poll(cells).toEqual(['10', '2', '2', '2']);
});

test('machines are chosen, held against another, and met in a thread', async ({ reader }) => {
  const cards = () => reader.texts('article[aria-labelledby^=machine] h3');
  await reader.tabTo('NumPy random.rand');
  await reader.press(Key.SPACE);
  const chosen = ['PyTorch CPU', 'PyTorch CPU (MKL)', 'PyTorch CUDA', 'NumPy random.rand'];
  await expect.poll(cards).toEqual(chosen);
  expect(await reader.focused()).toBe('NumPy random.rand');
  await reader.tabTo('set as reference');
  await reader.press(Key.ENTER);
  await expect.poll(async () => (await cards())[0]).toBe('PyTorch CPU (MKL)');
  await reader.tabTo('A book’s output that its reader did not get');
  await reader.press(Key.SPACE);
  await expectTrain(reader).toBe(MACOS);
  await expect.poll(cards).toEqual(['PyTorch CPU', 'PyTorch CPU (MKL)']);
});

test('the seed of an output is searched, and shown', async ({ reader }) => {
  await reader.tabTo('Fill in an example');
  await reader.press(Key.ENTER);
  await reader.tabTo('Does seed 123 print this?');
  await reader.press(Key.ENTER);
  const answer = async () => (await reader.texts('.result')).join();
  await expect.poll(answer).toContain('Yes: with seed 123 this is what is printed');
  await reader.tabTo('to');
  await reader.pressControl('a');
  await reader.press('200', Key.ENTER);
  await expect.poll(answer).toContain('This is it: no coincidence.');
  await reader.tabTo('Show it: PyTorch CPU (MKL), 123, 1');
  await reader.press(Key.ENTER);
  await expectTrain(reader).toBe(LINUX);
});
