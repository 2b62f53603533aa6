// For how long a page's thread is held up at most, as Chromium traces it.

/**
 * In milliseconds, of the threads that pages have.
 *
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<void>} use  until the page rests
 */
export async function longestTask(page, use) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
  await use();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = traceEvents.filter(
    (event) => event.name === 'RunTask' && mains.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error('Chromium told of no task of the page');
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000;
}
