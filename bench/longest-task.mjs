// For how long a page's thread is held up at most, as Chromium traces it.

const MARK = 'the thread of the page';

/**
 * In milliseconds, of the page's own thread: the browser has pages of its own, which it loads meanwhile.
 *
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<void>} use  until the page rests
 * @param {'dur' | 'tdur'} time  by the clock; or what the thread itself worked, for when the rest of the
 *   browser is busy beside it, starting and compiling
 */
export async function longestTask(page, use, time = 'dur') {
  const browser = page.context().browser();
  const categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await browser.startTracing(page, { categories });
  await use();
  // At the end: what it was used for may have put it into another process.
  await page.evaluate((name) => performance.mark(name), MARK);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const marked = traceEvents.find(({ name }) => name === MARK);
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === marked?.pid && tid === marked.tid,
  );
  if (tasks.length === 0) throw new Error('Chromium told of no task of the page');
  return Math.max(...tasks.map((task) => task[time] ?? 0)) / 1000;
}
