// The page under the reader's hands, in Chromium: from an edit to its repaint over 64 x 64 elements,
// and for how long 16 million hold it up.
import { preview } from 'vite';
import { launch } from './chromium.mjs';

const SMALL = 'torch.randn(64, 64)';
const LARGE = 'torch.rand(4000, 4000)';
const TYPED = ' * 1.5 + 0.25';

/** Between two keys: as fast as a quick typist. */
const KEY_MS = 70;

/**
 * One entry for each thing measured, `{ section: 'page', part, kind, name, ... }`: of the kind
 * 'repaint' times of edits, as `ms`; of the kinds 'task' and 'shift' the worst, as `value`.
 *
 * @param {{ quick: boolean, only: string[] }} options  of slider, typing, large
 * @param {(text: string) => void} progress
 */
export async function inPage({ quick, only }, progress) {
  const server = await preview({ preview: { port: 0 }, logLevel: 'error' });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.addInitScript(watch);
    await page.goto(`${server.resolvedUrls.local[0]}?lang=en`);
    await show(page, SMALL, '64 × 64');
    const results = [];
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
  const seen = { repaints: [], longest: 0, shift: 0 };
  globalThis.seen = seen;
  watchRepaints();
  watchTasks();
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
    const { port1, port2 } = new MessageChannel();
    const onFrame = () => {
      inFrame = waiting.length;
      // A task posted in a frame comes after its painting.
      port2.postMessage(null);
    };
    port1.onmessage = () => {
      const now = performance.now();
      if (!isUnfinished) seen.repaints.push(...waiting.splice(0, inFrame).map((at) => now - at));
      if (waiting.length > 0) ask(onFrame);
    };
    addEventListener(
      'input',
      () => {
        if (waiting.push(performance.now()) === 1) ask(onFrame);
      },
      { capture: true },
    );
  }

  function watchTasks() {
    let last = 0;
    const { port1, port2 } = new MessageChannel();
    const send = () => {
      last = performance.now();
      port2.postMessage(null);
    };
    // What comes between is a task of the page's.
    port1.onmessage = () => {
      seen.longest = Math.max(seen.longest, performance.now() - last);
      setTimeout(send);
    };
    send();
    // Those that began while the timer ran.
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        seen.longest = Math.max(seen.longest, duration);
      }
    }).observe({ type: 'longtask' });
  }
}

/** What has been seen since the last time, once the page rests. */
function taken(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { repaints, longest, shift } = globalThis.seen;
    Object.assign(globalThis.seen, { repaints: [], longest: 0, shift: 0 });
    return { repaints, longest, shift };
  });
}

/** Puts a tensor into the text field, as a reader does, and waits for its heat map. */
async function show(page, input, extents) {
  await page.mouse.move(0, 0);
  await page.locator('#input').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(input.slice(0, -1));
  await page.keyboard.press(input.slice(-1));
  const map = page.locator('dropout-equation tensor-heat-map').first();
  await map.getByText(extents).waitFor({ timeout: 120_000 });
  return map;
}

async function measureSlider(page, moves, progress) {
  const slider = page.getByRole('slider');
  const { x, y, width, height } = await slider.boundingBox();
  const move = (share) => page.mouse.move(x + 8 + share * (width - 16), y + height / 2);
  await move(0.5);
  await page.mouse.down();
  // There and back, so that everything is compiled.
  for (let i = 0; i <= 60; ++i) await move(0.5 + 0.4 * Math.sin(i / 6));
  await taken(page);
  for (let i = 1; i <= moves; ++i) {
    await move(0.5 + 0.49 * Math.sin(i / 9));
    if (i % 20 === 0) progress(`the slider: ${i} of ${moves} moves`);
  }
  const seen = await taken(page);
  await page.mouse.up();
  return resultsOf('slider', '64 × 64, while p slides', seen);
}

async function measureTyping(page, times, progress) {
  await page.locator('#input').focus();
  await page.keyboard.press('End');
  const type = async () => {
    for (const key of [...TYPED, ...Array(TYPED.length).fill('Backspace')]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(KEY_MS);
    }
  };
  await type();
  await taken(page);
  for (let i = 1; i <= times; ++i) {
    progress(`typing: ${i} of ${times} times`);
    await type();
  }
  return resultsOf('typing', '64 × 64, while one types', await taken(page));
}

async function measureLarge(page, times, progress) {
  let longest = 0;
  let shift = 0;
  for (let i = 1; i <= times; ++i) {
    progress(`16 million elements: ${i} of ${times} times`);
    await taken(page);
    const map = await show(page, `${LARGE} * ${i}`, '4,000 × 4,000');
    await map.locator('.frame').dblclick();
    await page.waitForTimeout(500);
    await page.keyboard.press('0');
    await show(page, SMALL, '64 × 64');
    const seen = await taken(page);
    longest = Math.max(longest, seen.longest);
    shift += seen.shift;
  }
  return figuresOf('large', '4,000 × 4,000, computed, drawn and zoomed', { longest, shift });
}

function resultsOf(part, name, { repaints, longest, shift }) {
  const sorted = [...repaints].sort((a, b) => a - b);
  const within = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  const ms = { median: within(0.5), p95: within(0.95), longest: within(1) };
  const repaint = { section: 'page', part, kind: 'repaint', name: `${name}: edit to repaint` };
  return [{ ...repaint, edits: sorted.length, ms }, ...figuresOf(part, name, { longest, shift })];
}

function figuresOf(part, name, { longest, shift }) {
  const figure = { section: 'page', part };
  return [
    { ...figure, kind: 'task', name: `${name}: longest task`, unit: 'ms', value: longest },
    { ...figure, kind: 'shift', name: `${name}: layout shift`, unit: '', value: shift },
  ];
}
