// The page under the reader's hands, in Chromium: for how long it is held up while it opens, from an
// edit to its repaint over 64 x 64 elements, and by 16 million.
import { preview } from 'vite';
import { launch } from './chromium.mjs';
import { measureEmbeds } from './embeds.mjs';
import { longestTask } from './longest-task.mjs';

const SMALL = 'torch.randn(64, 64)';
const LARGE = 'torch.rand(4000, 4000)';
const TYPED = ' * 1.5 + 0.25';

/** Between two keys: as fast as a quick typist. */
const KEY_MS = 70;

/**
 * One entry for each thing measured, `{ section: 'page', part, kind, name, ... }`: of the kind
 * 'repaint' times of edits, as `ms`; of the kinds 'task' and 'shift' the worst, as `value`.
 *
 * @param {{ quick: boolean, only: string[] }} options  of opening, slider, typing, large, embeds
 * @param {(text: string) => void} progress
 */
export async function inPage({ quick, only }, progress) {
  const server = await preview({ preview: { port: 0 }, logLevel: 'error' });
  const browser = await launch();
  try {
    const [address] = server.resolvedUrls.local;
    const results = [];
    if (only.includes('opening')) results.push(await measureOpening(browser, address));
    if (only.includes('embeds')) results.push(...(await measureEmbeds(browser, address)));
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.addInitScript(watch);
    await page.goto(`${address}?lang=en`);
    await show(page, SMALL, '64 × 64');
    const parts = {
      slider: () => measureSlider(page, quick ? 40 : 400, progress),
      typing: () => measureTyping(page, quick ? 1 : 8, progress),
      large: () => measureLarge(page, quick ? 1 : 3, progress),
    };
    for (const [name, measure] of Object.entries(parts)) {
      if (only.includes(name)) results.push(...(await measure()));
    }
    return { version: `The page, Chromium ${browser.version()}`, results };
  } finally {
    await browser.close();
    await server.close();
  }
}

// In the page, before anything else of it.
function watch() {
  const seen = { repaints: [], work: [], shift: 0 };
  globalThis.seen = seen;
  watchRepaints();
  new PerformanceObserver((list) => {
    // As the web's own measure: what follows a click or a key at once was expected.
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) seen.shift += value;
  }).observe({ type: 'layout-shift' });

  // From an edit to the end of the frame in which the page has drawn all that it had to draw.
  function watchRepaints() {
    const ask = requestAnimationFrame.bind(globalThis);
    let isDrawing = false;
    let isUnfinished = false;
    globalThis.requestAnimationFrame = (draw) => {
      if (isDrawing) isUnfinished = true;
      return ask((time) => {
        isDrawing = true;
        isUnfinished = false;
        draw(time);
        isDrawing = false;
      });
    };
    const waiting = [];
    let inFrame = 0;
    let frameStart = 0;
    const afterFrame = new MessageChannel();
    const onFrame = () => {
      inFrame = waiting.length;
      frameStart = performance.now();
      // A task posted in a frame comes after its painting.
      afterFrame.port2.postMessage(null);
    };
    afterFrame.port1.onmessage = () => {
      const now = performance.now();
      if (!isUnfinished) {
        for (const { at, handled } of waiting.splice(0, inFrame)) {
          seen.repaints.push(now - at);
          // None if it was handled in the frame itself: a pointer's moves come with one.
          seen.work.push(now - at - Math.max(0, frameStart - handled));
        }
      }
      if (waiting.length > 0) ask(onFrame);
    };
    // First of all that listen, and last of them.
    addEventListener(
      'input',
      () => {
        const edit = { at: performance.now(), handled: Number.POSITIVE_INFINITY };
        if (waiting.push(edit) === 1) ask(onFrame);
      },
      { capture: true },
    );
    addEventListener('input', () => void settle(waiting.at(-1)));
    // Its elements render in microtasks, which may ask for others: after so many there are none left.
    async function settle(edit) {
      for (let i = 0; i < 100; ++i) await null;
      edit.handled = performance.now();
    }
  }
}

/** What has been seen since the last time, once the page rests. */
function taken(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { repaints, work, shift } = globalThis.seen;
    Object.assign(globalThis.seen, { repaints: [], work: [], shift: 0 });
    return { repaints, work, shift };
  });
}

/**
 * What is seen while the page is used so, and its thread's longest task in milliseconds. It is used
 * twice, since to be traced takes time.
 */
async function watched(page, use) {
  await taken(page);
  await use();
  const seen = await taken(page);
  const useAndRest = async () => {
    await use();
    await taken(page);
  };
  return { ...seen, longest: await longestTask(page, useAndRest) };
}

/** The text field is folded at first. */
async function unfoldText(page) {
  const button = page.locator('[data-fold=text]');
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
}

/** Puts a tensor into the text field, as a reader does, and waits for its heat map. */
async function show(page, input, extents) {
  await page.mouse.move(0, 0);
  await unfoldText(page);
  await page.locator('#input').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(input.slice(0, -1));
  await page.keyboard.press(input.slice(-1));
  const map = page.locator('dropout-equation tensor-heat-map').first();
  await map.getByText(extents).waitFor({ timeout: 120_000 });
  return map;
}

// As a phone opens it, but for the phone's slowness.
async function measureOpening(browser, address) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const value = await longestTask(
    page,
    async () => {
      await page.goto(`${address}?lang=en`);
      await page.locator('experiment-picture svg').waitFor({ state: 'attached' });
      await page.waitForTimeout(1000);
    },
    'tdur',
  );
  await page.close();
  const name = 'opened in a window of 390 × 844: longest task';
  return { section: 'page', part: 'opening', kind: 'task', name, unit: 'ms', value };
}

async function measureSlider(page, moves, progress) {
  const slider = page.locator('dropout-playground').getByRole('slider');
  const { x, y, width, height } = await slider.boundingBox();
  const move = (share) => page.mouse.move(x + 8 + share * (width - 16), y + height / 2);
  await move(0.5);
  await page.mouse.down();
  // There and back, so that everything is compiled.
  for (let i = 0; i <= 60; ++i) await move(0.5 + 0.4 * Math.sin(i / 6));
  const seen = await watched(page, async () => {
    for (let i = 1; i <= moves; ++i) {
      await move(0.5 + 0.49 * Math.sin(i / 9));
      if (i % 20 === 0) progress(`the slider: ${i} of ${moves} moves`);
    }
  });
  await page.mouse.up();
  return resultsOf('slider', '64 × 64, while p slides', seen);
}

async function measureTyping(page, times, progress) {
  await unfoldText(page);
  await page.locator('#input').focus();
  await page.keyboard.press('End');
  const type = async () => {
    for (const key of [...TYPED, ...Array(TYPED.length).fill('Backspace')]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(KEY_MS);
    }
  };
  await type();
  const seen = await watched(page, async () => {
    for (let i = 1; i <= times; ++i) {
      progress(`typing: ${i} of ${times} times`);
      await type();
    }
  });
  return resultsOf('typing', '64 × 64, while one types', seen);
}

async function measureLarge(page, times, progress) {
  const seen = await watched(page, async () => {
    for (let i = 1; i <= times; ++i) {
      progress(`16 million elements: ${i} of ${times} times`);
      const map = await show(page, `${LARGE} * ${i}`, '4,000 × 4,000');
      await map.locator('.frame').dblclick();
      await page.waitForTimeout(500);
      await page.keyboard.press('0');
      await show(page, SMALL, '64 × 64');
    }
  });
  return figuresOf('large', '4,000 × 4,000, computed, drawn and zoomed', seen);
}

function resultsOf(part, name, { repaints, work, longest, shift }) {
  const repaint = { section: 'page', part, kind: 'repaint' };
  return [
    {
      ...repaint,
      name: `${name}: edit to repaint`,
      edits: repaints.length,
      ms: spreadOf(repaints),
    },
    {
      ...repaint,
      kind: 'work',
      name: `${name}: without the wait for the display`,
      edits: work.length,
      ms: spreadOf(work),
    },
    ...figuresOf(part, name, { longest, shift }),
  ];
}

function spreadOf(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const within = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  return { median: within(0.5), p95: within(0.95), longest: within(1) };
}

function figuresOf(part, name, { longest, shift }) {
  const figure = { section: 'page', part };
  return [
    { ...figure, kind: 'task', name: `${name}: longest task`, unit: 'ms', value: longest },
    { ...figure, kind: 'shift', name: `${name}: layout shift`, unit: '', value: shift },
  ];
}
