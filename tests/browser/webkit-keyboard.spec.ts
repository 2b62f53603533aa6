// WebKit by keyboard alone. In the other browsers the keys of every test are real.
import { Key } from 'selenium-webdriver';
import { test as base, expect } from './browsers/fixtures.ts';
import { Reader } from './browsers/reader.ts';
import { withWebDriver } from './browsers/web-driver.ts';

const test = base.extend<{ reader: Reader }>({
  reader: async ({ display, baseURL, launchOptions: { executablePath } }, use) => {
    const browser = { path: executablePath as string, display: display as string };
    await withWebDriver(browser, async (driver) => {
      await driver.get(baseURL as string);
      const reader = new Reader(driver);
      await expect.poll(() => reader.read('print(x)')).toBe('tensor([1., 2., 3., 4.])');
      await use(reader);
    });
  },
});

const expectTrain = (reader: Reader) =>
  expect.poll(() => reader.read('print(drop.train()(x))'), 'print(drop.train()(x))');

test('the slider is moved, the seed typed and stepped', async ({ reader }) => {
  await reader.tabTo('p, probability of dropping');
  await reader.press(Key.END);
  await expectTrain(reader).toBe('tensor([0., 0., 0., 0.])');
  await reader.press(Key.HOME);
  await expectTrain(reader).toBe('tensor([1., 2., 3., 4.])');
  await reader.press(Key.ARROW_RIGHT);
  await expectTrain(reader).toBe('tensor([1.0101, 2.0202, 3.0303, 4.0404])');
  await reader.tabTo('p');
  await reader.press('0.5');
  await reader.tabTo('seed');
  await reader.press('0');
  // torch.manual_seed(0); F.dropout(torch.ones(4, 5)) begins 0, 0, 2, 0: the fixture's first case.
  await expectTrain(reader).toBe('tensor([0., 0., 6., 0.])');
  await reader.pressControl('a');
  await reader.press('41', Key.ARROW_UP);
  await expectTrain(reader).toBe('tensor([2., 4., 6., 8.])');
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
