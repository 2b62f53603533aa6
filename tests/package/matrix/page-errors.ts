// What goes wrong on a page, in its own words.
import type { Page } from '@playwright/test';

/** A list that grows as it happens. */
export function errorsOn(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    const { url } = message.location();
    // Browsers ask every host for one.
    const isOurs = !url.endsWith('/favicon.ico');
    if (message.type() === 'error' && isOurs) errors.push(`${message.text()} ${url}`);
  });
  return errors;
}
