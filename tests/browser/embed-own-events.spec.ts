// Keys, pointers and edits in a <dropout-playground> are its own, on pages that listen to everything: in a deck of the
// real reveal.js, and with the other ways in which pages look for them.
import type { Page } from '@playwright/test';
import { expect, type HostPage, test, VERSION_1 } from './host-page.ts';
import { checkRows } from './rows.ts';

const SCRIPTS = [VERSION_1];
const FIGURE =
  '<dropout-playground loading="eager" controls="p seed input printed"></dropout-playground>';

const DECK = {
  head: '<link rel="stylesheet" href="{cdn}/reveal.js/reveal.css"><script src="{cdn}/reveal.js/reveal.js"></script>',
  html: `<div class="reveal"><div class="slides"><section>${FIGURE}</section><section id="next">2</section></div></div>
    <script>Reveal.initialize({ transition: 'none', mouseWheel: true })</script>`,
  scripts: SCRIPTS,
};

const deck = (page: Page) =>
  page.evaluate(() => {
    const { Reveal } = globalThis as unknown as {
      Reveal: Record<'getIndices' | 'isPaused' | 'isOverview', () => { h: number } & boolean>;
    };
    return [Reveal.getIndices().h, Reveal.isPaused(), Reveal.isOverview()];
  });

const onFirstSlide = [0, false, false];

test('in a deck of reveal.js keys and pointers are the figure’s, and elsewhere the deck’s', {
  tag: ['@engines', '@real-input'],
}, async ({ host }) => {
  await host.open(DECK);
  const { page } = host;
  const { keyboard } = page;
  const p = page.locator('#p');
  await expect(p).toBeVisible();

  await p.click();
  await keyboard.press('Control+A');
  await keyboard.type('0.25');
  await expect(p).toHaveValue('0.25');
  for (const key of ['ArrowRight', 'ArrowDown', 'Home', 'End', 'b', 'f', 's', '?', ' ', 'Escape']) {
    await keyboard.press(key);
  }
  await expect(p).toHaveValue('0.25bfs? ');
  expect(await deck(page)).toEqual(onFirstSlide);
  await p.fill('0.5');

  const slider = page.getByRole('slider');
  await slider.focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('PageUp');
  await expect(slider).not.toHaveValue('0.5');
  expect(await deck(page)).toEqual(onFirstSlide);

  // The keys of a spreadsheet, for which there are listeners of ours.
  const cell = page.getByRole('textbox', { name: 'row 1, column 1' });
  await cell.focus();
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('textbox', { name: 'row 1, column 2' })).toBeFocused();
  await keyboard.type('7.5');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'row 2, column 2' })).toBeFocused();
  await expect(page.getByRole('group', { name: 'print(x)' })).toContainText('7.5000');
  await keyboard.press('Control+z');
  await expect(page.getByRole('group', { name: 'print(x)' })).not.toContainText('7.5');

  const grid = page.getByRole('grid', { name: 'train output', exact: true });
  await grid.getByRole('gridcell').first().focus();
  await keyboard.press('ArrowRight');
  await expect(grid.getByRole('gridcell').nth(1)).toBeFocused();
  expect(await deck(page)).toEqual(onFirstSlide);

  const next = page.getByRole('button', { name: 'Next seed' });
  await next.focus();
  await keyboard.press(' ');
  await expect(page.locator('#seed')).toHaveValue('43');
  expect(await deck(page)).toEqual(onFirstSlide);

  // A button has no use for an arrow.
  await keyboard.press('ArrowRight');
  expect(await deck(page)).toEqual([1, false, false]);
});

test('a swipe over its slider turns no slide, and beside it does', { tag: '@touch' }, async ({
  host,
}) => {
  await host.open(DECK);
  const { page } = host;
  await expect(page.locator('#p')).toBeVisible();
  const swipe = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const y = top + height / 2;
        for (const [type, x] of [
          ['start', left + width * 0.8],
          ['move', left + width * 0.8 - 120],
          ['end', left + width * 0.8 - 120],
        ] as const) {
          const touch = new Touch({ identifier: 1, target: element, clientX: x, clientY: y });
          const init = { bubbles: true, composed: true, cancelable: true, changedTouches: [touch] };
          const touches = type === 'end' ? [] : [touch];
          const pointer = {
            bubbles: true,
            composed: true,
            pointerType: 'touch',
            clientX: x,
            clientY: y,
          };
          const name = type === 'start' ? 'down' : type === 'end' ? 'up' : 'move';
          element.dispatchEvent(new PointerEvent(`pointer${name}`, pointer));
          element.dispatchEvent(new TouchEvent(`touch${type}`, { ...init, touches }));
        }
      });
  await swipe('input[type=range]');
  await swipe('textarea');
  expect(await deck(page)).toEqual(onFirstSlide);
  await swipe('.equation');
  expect(await deck(page)).toEqual([1, false, false]);
});

test('the line of draws keeps its keys, too', { tag: '@engines' }, async ({ host }) => {
  await host.open({
    ...DECK,
    html: DECK.html.replace(FIGURE, '<dropout-playground controls="draws p"></dropout-playground>'),
  });
  const { page } = host;
  const handle = page.getByRole('slider').and(page.locator('.handle'));
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await expect(handle).toHaveAttribute('aria-valuenow', '0.39');
  await page.getByRole('option').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await expect(page.getByRole('option', { selected: true })).toHaveText('7');
  expect(await deck(page)).toEqual(onFirstSlide);
});

/** Scripts of pages that take keys for shortcuts; each counts what it takes in `taken`, and lets nobody else have it. */
const LISTENERS = [
  ['the document', `document.addEventListener('keydown', take)`],
  ['the document, when a key is let go', `document.addEventListener('keyup', take)`],
  ['the document, for what is typed', `document.addEventListener('keypress', take)`],
  ['the document, first', `document.addEventListener('keydown', take, true)`],
  ['the window', `window.addEventListener('keydown', take)`],
  ['an element around it', `document.querySelector('main').addEventListener('keydown', take)`],
  ['an attribute', `document.body.onkeydown = take`],
  [
    'the window first, unless one writes in a field',
    `window.addEventListener('keydown', (event) => {
      const { target } = event;
      if (!/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !target.isContentEditable) take(event);
    }, true)`,
  ],
  [
    'the window first, unless a field has the focus',
    `window.addEventListener('keydown', (event) => {
      const { activeElement } = document;
      if (!/^(INPUT|TEXTAREA)$/.test(activeElement.tagName) && !activeElement.isContentEditable) take(event);
    }, true)`,
  ],
  [
    'the window first, for what the path begins with',
    `window.addEventListener('keydown', (event) => {
      if (event.composedPath()[0].localName !== 'input') take(event);
    }, true)`,
  ],
] as const;

const TAKE = 'let taken = 0; const take = (event) => { taken += 1; event.preventDefault(); };';

const open = (host: HostPage, script: string) =>
  host.open({
    html: `<main>${FIGURE}</main><script>${TAKE}${script}</script>`,
    scripts: SCRIPTS,
  });

const taken = ({ page }: HostPage) => page.evaluate('taken');

test('what is typed is in the field, wherever the page listens', {
  tag: ['@engines', '@real-input'],
}, async ({ host }) => {
  const { page } = host;
  await checkRows(LISTENERS, { title: ([name]) => name }, async ([, script]) => {
    await open(host, script);
    const p = page.locator('#p');
    await p.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('0.75');
    await expect(p).toHaveValue('0.75');
    await page.locator('#seed').press('ArrowUp');
    await expect(page.locator('#seed')).toHaveValue('43');
    expect(await taken(host)).toBe(0);
  });
});

test('a page that takes every key before anybody else does not keep it from the field', {
  tag: ['@engines', '@real-input'],
}, async ({ host }) => {
  await open(host, `window.addEventListener('keydown', take, true)`);
  const p = host.page.locator('#p');
  await p.click();
  await p.evaluate((field) => (field as HTMLInputElement).select());
  await host.page.keyboard.type('0.757');
  await host.page.keyboard.press('Backspace');
  await expect(p).toHaveValue('0.75');
});

const POINTERS = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'input', 'paste'],
].map((type) => [type, `document.addEventListener('${type}', take)`] as const);

test('what is done in its fields by a pointer is no matter of the page', {
  tag: ['@engines', '@real-input'],
}, async ({ host }) => {
  const { page } = host;
  await open(host, POINTERS.map(([, script]) => script).join(';'));
  await page.locator('#p').dblclick();
  await page.keyboard.type('0.25');
  await page.getByRole('button', { name: 'Next seed' }).click();
  await page.getByRole('textbox', { name: 'row 1, column 1' }).click();
  await expect(page.locator('#p')).toHaveValue(/0\.25/);
  await expect(page.locator('#seed')).toHaveValue('43');
  expect(await taken(host)).toBe(0);
  await page
    .getByRole('group', { name: 'print(x)' })
    .locator('..')
    .locator('figcaption code')
    .click();
  expect(await taken(host)).not.toBe(0);
});
