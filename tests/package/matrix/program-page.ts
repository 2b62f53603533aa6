// A page with the program of projects/program on it, whoever bundled or served it.
import type { Page } from '@playwright/test';
import { expect } from '../../browser/browsers/fixtures.ts';
import { errorsOn } from './page-errors.ts';
import { expected, numbersIn, type Program, programs, rounded } from './posts.ts';

interface ProgramPage {
  printed(programs: Program[]): Promise<string[]>;
  inWorker(programs: Program[]): Promise<number[][]>;
}

/** What the program prints, on the page and in a worker, is what was posted. */
export async function printsWhatWasPosted(page: Page, address: string): Promise<void> {
  const errors = errorsOn(page);
  await page.goto(address);
  await expect
    .poll(() => page.evaluate('typeof printed'), { message: `${errors}` })
    .toBe('function');
  const printed = await page.evaluate(
    (programs) => (globalThis as unknown as ProgramPage).printed(programs),
    programs,
  );
  expect(printed.map(numbersIn)).toEqual(expected);
  const values = await page.evaluate(
    (programs) => (globalThis as unknown as ProgramPage).inWorker(programs),
    programs,
  );
  expect(values.map(rounded)).toEqual(expected);
}
