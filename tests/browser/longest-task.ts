// Whether the page's thread was held up, as Chromium traces it.
import { type Browser, expect, type Page, test } from '@playwright/test';

/** What a reader does not notice, on a machine that has a yardstick done in the time below. */
const LONGEST_MS = 50;
const YARDSTICK_MS = 30;

/**
 * Measured in the time of the page's own thread, so that what else the machine does is none of it; and
 * where it is slower by half, so may each task be.
 */
export async function expectNoLongTask(
  page: Page,
  browser: Browser,
  act: () => Promise<void>,
): Promise<void> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  // Three times: the first is compiled on the way.
  for (let i = 0; i < 3; ++i) await page.evaluate(work, YARDSTICK);
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  // The trace is the whole browser's: the pages of earlier tests end in it, a spare one starts.
  const marks = traceEvents.filter(({ name }) => name === YARDSTICK);
  const [{ pid, tid } = { pid: 0, tid: 0 }] = marks;
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && event.pid === pid && event.tid === tid,
  );
  const holds = ({ ts, dur = 0 }: TraceEvent) =>
    marks.some((mark) => ts <= mark.ts && mark.ts <= ts + dur);
  const times = (chosen: TraceEvent[]) => chosen.map(({ tdur = 0 }) => tdur / 1000);
  const yardstick = Math.min(...times(tasks.filter(holds)));
  const others = times(tasks.filter((task) => !holds(task)));
  expect(others.length).toBeGreaterThan(100);
  const longest = Math.max(...others);
  test.info().annotations.push({
    type: 'longest task of the page, and the yardstick, ms of its thread',
    description: `${longest.toFixed(1)}, ${yardstick.toFixed(1)}`,
  });
  expect(longest).toBeLessThan(LONGEST_MS * Math.max(1, yardstick / YARDSTICK_MS));
}

const YARDSTICK = 'yardstick';

/** The same for every machine: what it takes says how quick that is. */
function work(mark: string): number {
  performance.mark(mark);
  let word = 1;
  for (let i = 0; i < 20_000_000; ++i) {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
  }
  return word;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** In microseconds: of the wall, of the thread. */
  ts: number;
  dur?: number;
  tdur?: number;
}
