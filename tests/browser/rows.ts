// Tables of alike rows, each of which is one test of one page.
import { test } from '@playwright/test';

interface Table<Row> {
  /** What a row claims; a failure names it. */
  title: (row: Row) => string;
  /** Takes back what the row before did; none where each row opens a page of its own. */
  renew?: (hasFailed: boolean) => Promise<void>;
}

/** Checks each row in a step of its own; one that fails hides no other. */
export async function checkRows<Row>(
  rows: readonly Row[],
  { title, renew }: Table<Row>,
  check: (row: Row) => Promise<void>,
): Promise<void> {
  // Each may take as long as a test.
  test.setTimeout(test.info().timeout * rows.length);
  const failures: string[] = [];
  let hasFailed = false;
  for (const [i, row] of rows.entries()) {
    try {
      await test.step(title(row), async () => {
        if (i > 0) await renew?.(hasFailed);
        await check(row);
      });
      hasFailed = false;
    } catch (error) {
      hasFailed = true;
      failures.push(`${title(row)}\n${(error as Error).stack}`);
    }
  }
  if (failures.length > 0) {
    throw new Error(`${failures.length} of ${rows.length} rows:\n\n${failures.join('\n\n')}`);
  }
}
