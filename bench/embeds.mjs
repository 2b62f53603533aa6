// A hundred figures in one page of somebody else's: for how long they hold it up, and what they keep.
import { longestTask } from './longest-task.mjs';

const COUNT = 100;
const FIGURE =
  '<p>text</p><dropout-playground loading="eager" input="[[1, 2, 3], [4, 5, 6]]"></dropout-playground>';
const POST = `<!doctype html><html lang="en"><title>Post</title>
  <script type="module" src="embed/dropout-playground.js"></script><body>${FIGURE.repeat(COUNT)}`;

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address  of the built page, beside which the embed is
 */
export async function measureEmbeds(browser, address) {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  const post = `${address}post.html`;
  await page.route(post, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: POST }),
  );
  const longest = await longestTask(
    page,
    async () => {
      await page.goto(post);
      await page.waitForFunction(isLastShown, null, { polling: 100 });
      await page.waitForTimeout(1000);
    },
    'tdur',
  );
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await page.waitForTimeout(500);
    for (let i = 0; i < 2; ++i) await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const all = await heap();
  await page.evaluate(() => {
    for (const one of [...document.querySelectorAll('dropout-playground')].slice(1)) one.remove();
  });
  const apiece = (all - (await heap())) / (COUNT - 1) / 1000;
  await page.close();
  const figure = { section: 'page', part: 'embeds' };
  const name = `${COUNT} figures in a post, all at once`;
  return [
    { ...figure, kind: 'task', name: `${name}: longest task`, unit: 'ms', value: longest },
    { ...figure, kind: 'heap', name: `${name}: heap apiece`, unit: 'KB', value: apiece },
  ];
}

// In the page. It asks the last one alone: a locator would look through all of them, in a long task.
function isLastShown() {
  const last = [...document.querySelectorAll('dropout-playground')].at(-1);
  const figure = last?.shadowRoot?.firstElementChild?.shadowRoot;
  return Boolean(figure?.querySelector('.playground:not(.filling)'));
}
