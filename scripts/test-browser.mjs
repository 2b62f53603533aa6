// `npm run test:browser`: Playwright on the tests of tests/browser, with Playwright's own arguments. `--all`
// is of here: Firefox and WebKit run every test then, as before a release.
import { argv, env } from 'node:process';

const given = argv.splice(2);
const own = given.filter((argument) => argument !== '--all');
if (own.length < given.length) env.EVERY_TEST = 'yes'; // The configuration reads it, in workers too.
argv.push('test', '--config', 'tests/browser/playwright.config.ts', ...own);

await import('@playwright/test/cli');
