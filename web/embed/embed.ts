// <dropout-playground> for other people's pages: a small element that fetches its figure when the reader has
// nearly scrolled to it.
import { figureWasm, wholeWasm } from '../core/figure-wasm.ts';
import { heightsOf } from '../experiment/figure-height.ts';
import { SETTINGS, type Settings } from '../experiment/settings.ts';
import type { DropoutPlayground } from '../figure/dropout-playground.ts';
import { importAgain } from '../loading/import-again.ts';
import { embedStyle } from './embed-style.ts';
import { inlinedWasm } from './inlined-wasm.ts';
import { needsWholeCore } from './needs-whole-core.ts';
import { type Defaults, type Options, VERSION_1 } from './options.ts';
import { isWrittenIn, keepInside, keepOwnEvents } from './own-events.ts';
import { LOADING, NOT_LOADED, textIn } from './texts.ts';

/** The attributes that have a property of the same name. */
type Mirrored = keyof Defaults;
const MIRRORED = Object.keys(VERSION_1) as Mirrored[];
const isMirrored = (name: string) => MIRRORED.some((one) => one === name);

/** What a browser needs to draw anything. Simulated ones, in which tests run, lack some of it. */
const CAN_DRAW =
  typeof IntersectionObserver !== 'undefined' &&
  typeof CSSStyleSheet !== 'undefined' &&
  'replaceSync' in CSSStyleSheet.prototype;

/** The distance from the window at which a figure begins to load, so that it is there when the reader is. */
const NEAR = '600px';

/** The figure's parts that a page may style by ::part(). */
const PARTS = 'playground, controls, input, calls, equation, draws, derivation, gradient, printed';

// Servers that render the page import this file, too, and have no HTMLElement; and programs whose types know
// no browser compile against the types of this file.
type ElementClass = typeof globalThis extends {
  HTMLElement: infer Class extends new () => object;
}
  ? Class
  : new () => object;
const Base = (globalThis.HTMLElement ?? class {}) as ElementClass;

/** The event after an edit by the reader. It carries nothing: the new state is in the attributes. */
export type DropoutChangeEvent = typeof globalThis extends { Event: { prototype: infer Instance } }
  ? Instance
  : never;

export type { Settings };

declare global {
  interface HTMLElementTagNameMap {
    'dropout-playground': DropoutPlaygroundEmbed;
  }
  // Of every element, the document and the window: it bubbles.
  interface GlobalEventHandlersEventMap {
    'dropout-change': DropoutChangeEvent;
  }
}

/**
 * A figure of one dropout layer that readers can play with; its attributes are its whole state.
 *
 * @tagname dropout-playground
 *
 * @attr {string} lang - `en`, `de`, `fr` or `hi`; without it that of the nearest ancestor, and of the reader
 *   at last.
 *
 * @slot - What readers see without JavaScript, while it loads, and where WebAssembly is not allowed.
 * @slot lesson - What speaks of the figure, just above it.
 *
 * @fires {Event} dropout-change - After each edit by the reader; bubbles. The new state is
 *   in the attributes by then.
 *
 * @csspart playground - All of the figure.
 * @csspart controls - The fields for p, seed, engine, layer and inplace.
 * @csspart input - The input as text.
 * @csspart calls - The calls since the seeding.
 * @csspart equation - The tensors, from the input to what train and eval give.
 * @csspart draws - The draws on a line from 0 to 1, with p.
 * @csspart derivation - Why the cell that is pointed at is what it is.
 * @csspart gradient - The way back: upstream gradient and gradient of the input.
 * @csspart printed - What PyTorch prints.
 *
 * @cssprop [--dropout-paper=light-dark(#fcfbf8, #15171b)] - What lies behind cells and fields.
 * @cssprop [--dropout-card=light-dark(#ffffff, #1c1f25)] - The figure's background.
 * @cssprop [--dropout-ink=light-dark(#1d2129, #e8e6e1)] - Text and numbers.
 * @cssprop [--dropout-soft=light-dark(#5d6371, #a3a9b6)] - Labels, and what is dropped.
 * @cssprop [--dropout-line=light-dark(#e4e1d9, #30343d)] - Lines between parts.
 * @cssprop [--dropout-field-line=light-dark(#8b8f99, #737986)] - The border of a field.
 * @cssprop [--dropout-accent=light-dark(#0f6b73, #58c4cc)] - What can be used, and what is pointed at.
 * @cssprop [--dropout-accent-ink=light-dark(#ffffff, #0d2326)] - Text on the accent.
 * @cssprop [--dropout-dropped=light-dark(#f2efe8, #23262d)] - The background of what is dropped.
 * @cssprop [--dropout-hatch=light-dark(#dcd7cb, #363a44)] - The hatching of what is dropped.
 * @cssprop [--dropout-positive=light-dark(#1b8ab0, #46b4da)] - The tint of numbers above zero.
 * @cssprop [--dropout-negative=light-dark(#d9661f, #e58a4e)] - The tint of numbers below zero.
 * @cssprop [--dropout-differs=light-dark(#8b3aa8, #d9a3ef)] - What differs from another machine's.
 * @cssprop [--dropout-error=light-dark(#b3261e, #ff9d92)] - What is wrong with a field.
 * @cssprop [--dropout-mono=ui-monospace, 'SF Mono', 'Cascadia Code', 'DejaVu Sans Mono', Menlo, monospace] -
 *   The font of numbers and programs.
 * @cssprop [--dropout-sans=system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Devanagari', sans-serif] -
 *   The font of all else.
 * @cssprop [--dropout-font-size=medium] - The size of its text, to which all else is in proportion. Without it that
 *   which the reader has chosen in the browser, whatever the page's root has.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: a loop below the class makes the accessors.
export class DropoutPlaygroundEmbed extends Base {
  static readonly observedAttributes = [...MIRRORED, 'lang'];

  /**
   * What figures show without attributes, by the address of the script that registered them.
   * @internal
   */
  static defaults: Defaults = VERSION_1;

  // null where nothing can be drawn: then what stands inside of the element is seen.
  readonly #root: ShadowRoot | null = null;
  // Holds what is shown: at first what stands inside of the element, and then the figure.
  readonly #place!: HTMLElement;
  #figure: DropoutPlayground | null = null;
  #isAwake = false;
  #dressedIn: Document | null = null;

  constructor() {
    super();
    if (!CAN_DRAW) return;
    this.#place = document.createElement('div');
    this.#root = this.attachShadow({ mode: 'open' });
    this.#root.append(this.#place);
    this.#root.addEventListener('dropout-change', () => this.#takeOver());
    keepInside(this.#root);
  }

  /** The attributes that are the experiment, `input` to `earlier`, as one object. Assigning sets those that it has. */
  get settings(): Settings {
    return Object.fromEntries(SETTINGS.map((name) => [name, this[name]])) as unknown as Settings;
  }

  set settings(settings: Partial<Settings>) {
    for (const name of SETTINGS) {
      const text = settings[name];
      if (text !== undefined) this[name] = text;
    }
  }

  connectedCallback(): void {
    this.#adoptProperties();
    if (!this.#root) return;
    this.#dress(this.#root);
    if (this.#isAwake) return;
    this.#wait();
    if (this.loading === 'eager') void this.#wake();
    else sleep(this);
  }

  disconnectedCallback(): void {
    stopSleeping(this);
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === 'lang')
      void figureModule?.then(
        ({ followLanguages }) => followLanguages(),
        () => {},
      );
    else if (name === 'loading') this.#onLoading(value);
    else if (this.#figure) this.#pass(name as Mirrored);
    else if (asleep.has(this)) this.#wait();
  }

  /**
   * Loads the figures of elements that have come near the window, or are to be printed.
   * @internal
   */
  static wake(elements: Iterable<Element>): void {
    for (const element of elements) {
      stopSleeping(element);
      if (element instanceof DropoutPlaygroundEmbed) void element.#wake();
    }
  }

  // A property that was set before the element was upgraded to this class hides the accessor: the value is set
  // again, through the accessor. In their order, since `settings` and `p` may both have been set.
  #adoptProperties(): void {
    const set = Object.entries(this).filter(([name]) => name === 'settings' || isMirrored(name));
    for (const [name] of set) delete (this as unknown as Record<string, unknown>)[name];
    for (const [name, value] of set) Object.assign(this, { [name]: value });
  }

  // A style sheet that a script makes belongs to one document, and the element may come into another one.
  #dress(root: ShadowRoot): void {
    const { ownerDocument } = this;
    const { defaultView } = ownerDocument;
    if (this.#dressedIn === ownerDocument || !defaultView) return;
    this.#dressedIn = ownerDocument;
    root.adoptedStyleSheets = [sheetIn(defaultView)];
    keepOwnEvents(defaultView, (target) => target instanceof DropoutPlaygroundEmbed);
  }

  // Shows what stands inside of the element, and keeps as much room as the figure will take.
  #wait(): void {
    const room = document.createElement('div');
    room.className = 'room';
    for (const [i, height] of heightsOf(this, this.controls).entries()) {
      room.style.setProperty(`--_${i}`, height);
    }
    this.#place.replaceChildren(room, withSlot());
  }

  #onLoading(value: string | null): void {
    if (value === 'eager' && asleep.has(this)) DropoutPlaygroundEmbed.wake([this]);
  }

  async #wake(): Promise<void> {
    if (this.#isAwake) return;
    this.#isAwake = true;
    this.#place.lastElementChild?.append(paragraph('sign', textIn(LOADING, this)));
    try {
      const core = askForCore(this);
      const { prepare, createFigure, hasSwallowed } = await loadFigure();
      await prepare(this, core);
      // One figure after the other, each in a task of its own, so that a page with many stays responsive.
      await turn();
      await this.#show(createFigure(), hasSwallowed(this));
    } catch {
      this.#isAwake = false;
      const problem = paragraph('', textIn(NOT_LOADED, this));
      problem.setAttribute('role', 'alert');
      this.#place.replaceChildren(withSlot('', problem));
      addEventListener('online', () => this.isConnected && this.#wake(), { once: true });
    }
  }

  async #show(figure: DropoutPlayground, hasSwallowed: boolean): Promise<void> {
    const lesson = document.createElement('slot');
    lesson.name = lesson.slot = 'lesson';
    figure.append(lesson);
    figure.setAttribute('exportparts', PARTS);
    this.#figure = figure;
    for (const name of MIRRORED) this.#pass(name);
    this.#place.append(figure);
    await figure.shown;
    // From here on it is the figure that shows what stands inside of the element, if it has nothing else to show.
    for (const other of [...this.#place.children]) if (other !== figure) other.remove();
    if (hasSwallowed) this.#place.append(withSlot('after'));
    else figure.append(document.createElement('slot'));
  }

  #pass(name: Mirrored): void {
    if (this.#figure && name !== 'loading') Object.assign(this.#figure, { [name]: this[name] });
  }

  #takeOver(): void {
    if (this.#figure) this.settings = this.#figure.settings;
  }
}

export interface DropoutPlaygroundEmbed extends Settings, Options {}

for (const name of MIRRORED) {
  Object.defineProperty(DropoutPlaygroundEmbed.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: Element) {
      return this.getAttribute(name) ?? DropoutPlaygroundEmbed.defaults[name];
    },
    set(this: DropoutPlaygroundEmbed, value: unknown) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else if (String(value) !== this[name]) this.setAttribute(name, String(value));
    },
  });
}

// What pages ask of the element with the focus before they take a key for a shortcut. No part of what the figure is
// told, and so not among the members of the class.
if (CAN_DRAW) {
  const { get } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'isContentEditable') ?? {};
  Object.defineProperty(DropoutPlaygroundEmbed.prototype, 'isContentEditable', {
    configurable: true,
    enumerable: true,
    get(this: HTMLElement) {
      return isWrittenIn(this) || get?.call(this);
    },
  });
}

type FigureModule = typeof import('./figure.ts');

let figureModule: Promise<FigureModule> | undefined;

// After a failure the next element asks for it again, since the reader may be online again.
function loadFigure(): Promise<FigureModule> {
  figureModule ??= importAgain(() => import('./figure.ts')).catch((error: unknown) => {
    figureModule = undefined;
    throw error;
  });
  return figureModule;
}

// The core is fetched at the same time as the figure, which otherwise would fetch it only once it has loaded.
function askForCore(figure: Settings): Promise<Response> | undefined {
  if (figureModule || inlinedWasm) return undefined;
  const response = fetch(needsWholeCore(figure) ? wholeWasm() : figureWasm());
  // The figure awaits the response itself and reports a failure; here it must only not count as unhandled.
  response.catch(() => {});
  return response;
}

let turns = Promise.resolve();

function turn(): Promise<void> {
  turns = turns.then(() => new Promise((resolve) => setTimeout(resolve)));
  return turns;
}

const observers = new WeakMap<Window, IntersectionObserver>();
/** The elements whose figures have not been asked for. */
const asleep = new Set<Element>();

// Paper shows what is not in sight, too. The figures come too late for this print, and in time for the next one.
if (CAN_DRAW) addEventListener('beforeprint', () => DropoutPlaygroundEmbed.wake(asleep));

function sleep(element: Element): void {
  asleep.add(element);
  observerOf(element)?.observe(element);
}

function stopSleeping(element: Element): void {
  if (asleep.delete(element)) observerOf(element)?.unobserve(element);
}

// Of the element's own window, since it may have come into another one.
function observerOf({ ownerDocument: { defaultView } }: Element): IntersectionObserver | undefined {
  if (!defaultView) return undefined;
  let observer = observers.get(defaultView);
  if (!observer) {
    observer = new defaultView.IntersectionObserver(
      (entries) =>
        DropoutPlaygroundEmbed.wake(
          entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target),
        ),
      { rootMargin: NEAR },
    );
    observers.set(defaultView, observer);
  }
  return observer;
}

const sheets = new WeakMap<Window, CSSStyleSheet>();

function sheetIn(window: Window & typeof globalThis): CSSStyleSheet {
  let sheet = sheets.get(window);
  if (!sheet) {
    sheet = new window.CSSStyleSheet();
    sheet.replaceSync(embedStyle);
    sheets.set(window, sheet);
  }
  return sheet;
}

/** What stands inside of the element, as one box. */
function withSlot(name = '', ...more: Element[]): HTMLElement {
  const box = document.createElement('div');
  box.className = name;
  box.append(document.createElement('slot'), ...more);
  return box;
}

function paragraph(name: string, text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = name;
  paragraph.dir = 'ltr';
  paragraph.textContent = text;
  return paragraph;
}
