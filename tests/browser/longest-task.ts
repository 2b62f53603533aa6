// Whether the page's thread was held up by what a worker does, as Chromium traces it.
import { type Browser, expect, type Page, test } from '@playwright/test';

/** A task of the page that takes this share of the worker's time is one that does its work. */
const SHARE = 1 / 5;

/**
 * @param act Has a worker do the same amount of work on any machine, about a second of it: times are
 *     those of threads, so that other programs are none of them, and are only held against each other.
 */
export async function expectNoLongTask(
  page: Page,
  browser: Browser,
  act: () => Promise<void>,
): Promise<void> {
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
    ({ name, pid }) => name === 'ThreadControllerImpl::RunTask' && pid === marked?.pid,
  );
  const own = tasks.filter(({ tid }) => tid === marked?.tid).map(millisecondsOf);
  expect(own.length).toBeGreaterThan(100);
  const longest = Math.max(...own);

  const workers = new Map<number, number>();
  for (const task of tasks) {
    if (task.tid === marked?.tid) continue;
    workers.set(task.tid, (workers.get(task.tid) ?? 0) + millisecondsOf(task));
  }
  const worked = Math.max(...workers.values());
  test.info().annotations.push({
    type: 'longest task of the page, and the work of its worker, ms of their threads',
    description: `${longest.toFixed(1)}, ${worked.toFixed(0)}`,
  });
  expect(longest).toBeLessThan(SHARE * worked);
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** In microseconds of the thread. */
  tdur?: number;
}

function millisecondsOf({ tdur = 0 }: TraceEvent): number {
  return tdur / 1000;
}
