// The page as a reader meets it: opened, watched for what must never happen, and read.
import type { Locator, Page } from '@playwright/test';
import type { LitElement } from 'lit';
import type { DropoutPlayground } from '../../web/figure/dropout-playground.ts';
import { test as base, expect, withGoto } from './browsers/fixtures.ts';

/** The elements of the page's parts. */
export const PARTS = [
  'dropout-lab',
  'dropout-places',
  'dropout-program',
  'on-average',
  'dropout-mistakes',
  'machine-comparison',
  'seed-search',
  'take-away',
];

export class PlaygroundPage {
  readonly page: Page;
  readonly figure: Locator;
  readonly p: Locator;
  /** What sets p: the handle on the line of draws. */
  readonly slider: Locator;
  readonly seed: Locator;
  readonly text: Locator;
  readonly again: Locator;
  /** The way into the lesson. */
  readonly learn: Locator;

  constructor(page: Page) {
    this.page = page;
    this.figure = page.locator('dropout-playground');
    this.p = this.figure.locator('#p');
    this.slider = this.figure.getByRole('slider');
    this.seed = this.figure.locator('#seed');
    this.text = this.figure.locator('#input');
    this.again = this.figure.getByRole('button', { name: 'Call again' });
    this.learn = page.locator('nav .learn');
  }

  /**
   * By the link of the default experiment, unless the path has another. A page that is open at the same
   * address is made anew in its document, which takes a small part of the time of a load. With all fields unfolded,
   * unless a test is about what a reader sees first.
   */
  async open(path = '', { isFolded = false } = {}) {
    const link = path.includes('#') ? path : `${path}#seed=42`;
    if (!(link.startsWith('#') && (await this.page.evaluate(makeAnew, link)))) {
      await this.page.goto('about:blank');
      await this.page.goto(`./${link}`);
    }
    if (isFolded) await this.beThere();
    else await this.unfold();
  }

  /** Waits until the figure shows. */
  async beThere() {
    await expect(this.printed('print(x)')).not.toBeEmpty();
  }

  /** All parts of the page, which come when somebody looks for a text in it, or else when they are nearly in sight. */
  async bringParts() {
    await expect(this.page.locator('#take-away')).toBeAttached();
    await this.page.evaluate(() => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true }));
    });
    for (const part of PARTS) await expect(this.page.locator(part)).toBeAttached();
  }

  /** Presses each button of the quiet line whose fields are folded, with all parts below it. */
  async unfold() {
    await this.beThere();
    await this.bringParts();
    await this.figure.evaluate(async (element) => {
      const { shadowRoot, updateComplete } = element as DropoutPlayground;
      const folded = shadowRoot?.querySelectorAll<HTMLElement>('.quiet [aria-expanded=false]');
      for (const button of folded ?? []) button.click();
      await updateComplete;
    });
  }

  /**
   * The default experiment again, by a link that is opened in the page: much quicker than a load, which
   * is for when nobody knows how the page was left.
   */
  async renew(hasFailed = false) {
    if (hasFailed) return this.reopen();
    await this.page.evaluate(async () => {
      // With something that nobody reads, so that it is another link than the last.
      const link = `#seed=42&opened=${performance.now()}`;
      await new Promise((resolve) => {
        addEventListener('hashchange', resolve, { once: true });
        location.assign(link);
      });
      for (const name of ['playground-page', 'dropout-playground']) {
        await (document.querySelector(name) as unknown as LitElement).updateComplete;
      }
    });
  }

  /** The page as it is when it is loaded. */
  async reopen() {
    await this.page.goto('about:blank');
    await this.open();
  }

  /** In the menu, where the window has no room for more. */
  async speak(language: string) {
    const choice = this.page.locator('.language select');
    if (!(await choice.isVisible())) await this.page.locator('header .menu').click();
    await choice.selectOption(language);
  }

  /**
   * Fills a field. Playwright empties one by a key, which in WebKit a script makes, and which deletes nothing there:
   * webkit-keyboard.spec.ts empties one by a real key.
   */
  async fill(field: Locator, text: string) {
    if (text !== '') return field.fill(text);
    await field.evaluate((element) => {
      (element as HTMLInputElement).value = '';
      element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });
  }

  /** Sets attributes, as whoever embeds the element does. */
  async set(attributes: Record<string, string>) {
    await this.page.locator('dropout-playground').evaluate(async (element, all) => {
      for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
      await (element as DropoutPlayground).updateComplete;
    }, attributes);
  }

  /** The cell of the input in a row and a column, counted from 1. */
  cell(row: number, column: number): Locator {
    return this.page.getByRole('textbox', { name: `row ${row}, column ${column}`, exact: true });
  }

  /** The text printed by that line of code. */
  printed(code: string): Locator {
    return this.page.getByRole('group', { name: code, exact: true });
  }

  get train() {
    return this.printed('print(drop.train()(x))');
  }

  get eval() {
    return this.printed('print(drop.eval()(x))');
  }

  /** The texts of a grid's cells: 'mask', 'train output' or 'eval output'. */
  async grid(name: string): Promise<string[]> {
    return this.gridNamed(name).getByRole('gridcell').allTextContents();
  }

  gridNamed(name: string): Locator {
    return this.figure.getByRole('grid', { name, exact: true });
  }

  errorOf(field: 'p' | 'seed' | 'input' | 'layer' | 'engine' | 'call' | 'gradient'): Locator {
    return this.figure.locator(`#${field}-error`);
  }
}

// WebKit's, of a chunk that is used within seconds, but not on a machine that is busy.
const IS_SLOW = /was preloaded using link preload but not used within a few seconds/;

/**
 * Puts a new <playground-page> in the place of the old one, where the document is as it was loaded but for
 * it: in English, and with nothing of a test's own on its window.
 */
function makeAnew(link: string): boolean {
  const old = document.querySelector('playground-page');
  const { lang } = document.documentElement;
  const isAsLoaded =
    old?.matches(':only-child') &&
    lang === 'en' &&
    location.search === '' &&
    !Object.keys(Object.getOwnPropertyDescriptors(navigator)).length &&
    Object.values(Object.getOwnPropertyDescriptors(window)).every(
      ({ value, configurable }) =>
        !configurable || typeof value !== 'function' || String(value).includes('[native code]'),
    );
  if (!isAsLoaded) return false;
  localStorage.clear();
  sessionStorage.clear();
  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.removeAllRanges();
  history.replaceState(null, '', link);
  old?.replaceWith(document.createElement('playground-page'));
  scrollTo(0, 0);
  return true;
}

/** A test of the open page, which also fails on any console message and any foreign request. */
export const test = base.extend<{ isLoaded: boolean; playground: PlaygroundPage }>({
  /** Whether the page is loaded for the test, since that is what the test is about. */
  isLoaded: [false, { option: true }],

  page: async ({ keptPage, browserName, baseURL, isLoaded }, use) => {
    const { page } = keptPage;
    await keptPage.takeBack();
    if (isLoaded) await page.goto('about:blank');
    if (browserName === 'webkit') await withGoto(page, baseURL as string, use);
    else await use(page);
  },

  playground: async ({ page, baseURL }, use) => {
    const incidents: string[] = [];
    page.on('console', (message) => {
      if (!IS_SLOW.test(message.text())) incidents.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL as string)) incidents.push(`request: ${request.url()}`);
    });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await use(playground);
    expect(incidents).toEqual([]);
  },
});

export { expect };
