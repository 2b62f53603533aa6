// How long the page's thread was held up at most, as Chromium traces it.
import { type Browser, expect, type Page } from '@playwright/test';

/** In milliseconds of the page's own thread, so that what else the machine does is none of it. */
export async function longestTask(
  page: Page,
  browser: Browser,
  act: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  // The trace is the whole browser's: the pages of earlier tests end in it, a spare one starts.
  const mark = 'the thread of the page';
  await page.evaluate((name) => performance.mark(name), mark);
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const marked = traceEvents.find(({ name }) => name === mark);
  const tasks = traceEvents.filter(
    ({ ph, pid, tid }) => ph === 'X' && pid === marked?.pid && tid === marked.tid,
  );
  const times = tasks.map(({ tdur = 0 }) => tdur / 1000);
  expect(times.length).toBeGreaterThan(100);
  return Math.max(...times);
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** In microseconds of the thread. */
  tdur?: number;
}
