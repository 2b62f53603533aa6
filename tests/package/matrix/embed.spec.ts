// The embed in the bundle of each bundler: its parts, its wasm and its worker are found after bundling.
import type { Page } from '@playwright/test';
import { expect } from '../../browser/browsers/fixtures.ts';
import { testEveryBundler } from './every-bundler.ts';
import { errorsOn } from './page-errors.ts';
import { expected, numbersIn, programs } from './posts.ts';

/** More than the page computes by itself. */
const LARGE = 'torch.ones(300, 300)';

/** What the figure on this page prints is what was posted, and a large tensor goes to its worker. */
async function showsWhatWasPosted(page: Page, address: string): Promise<void> {
  const errors = errorsOn(page);
  await page.goto(address);
  const embed = page.locator('dropout-playground');
  const printed = page.getByRole('group', { name: 'print(drop.train()(x))', exact: true });
  const tell = (attributes: object) =>
    embed.evaluate((element, all) => {
      for (const [name, value] of Object.entries(all)) element.setAttribute(name, `${value}`);
    }, attributes);
  for (const [index, program] of programs.entries()) {
    await tell(program);
    const shown = async () => numbersIn((await printed.allInnerTexts()).join());
    await expect.poll(shown, { message: `${errors}` }).toEqual(expected[index]);
  }
  const worker = page.waitForEvent('worker');
  await tell({ input: LARGE });
  await worker;
  await expect(printed).toContainText('...');
  expect(errors).toEqual([]);
}

testEveryBundler('embed', (bundler) => `the embed, by ${bundler}`, showsWhatWasPosted);
