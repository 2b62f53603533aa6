// What a page says for a while, as a button does that it copied, it says until the test has read it.
import type { Page } from '@playwright/test';

interface Held {
  held: (() => void)[];
}

/** From now on what the page puts off for a second or more waits for `endTimers`. */
export async function holdTimers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const held: (() => void)[] = [];
    const { setTimeout } = window;
    Object.assign(window, {
      held,
      setTimeout: (callback: () => void, milliseconds = 0, ...given: unknown[]) => {
        if (milliseconds < 1000) return setTimeout(callback, milliseconds, ...given);
        held.push(callback);
        return 0;
      },
    });
  });
}

/** That time is over. */
export async function endTimers(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const callback of (window as unknown as Held).held.splice(0)) callback();
  });
}
