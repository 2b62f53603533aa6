// <dropout-playground> for other people's pages: a small element that fetches its figure when the reader has
// nearly scrolled to it.
import { firstPartUrl } from '../core/first-part-url.ts';
import { SETTINGS, type Settings } from '../experiment/settings.ts';
import type { DropoutPlayground } from '../figure/dropout-playground.ts';
import { firstPartSuffices } from './first-part-suffices.ts';
import { inlinedWasm } from './inlined-wasm.ts';
import { DEFAULT_OPTIONS, EMBED_SETTINGS, type Options } from './options.ts';

/** The attributes that have a property of the same name, and the property's value without the attribute. */
const DEFAULTS: Settings & Options = { ...EMBED_SETTINGS, ...DEFAULT_OPTIONS };
type Mirrored = keyof typeof DEFAULTS;
const MIRRORED = Object.keys(DEFAULTS) as Mirrored[];

/** The distance from the window at which a figure begins to load, so that it is there when the reader is. */
const NEAR = '600px';

/** The figure's parts that a page may style by ::part(). */
const PARTS = 'playground, controls, input, calls, equation, derivation, gradient, printed';

// Said when the figure cannot be loaded. All other texts come with the figure.
const NOT_LOADED: Record<string, string> = {
  en: 'The interactive figure could not be loaded.',
  de: 'Die interaktive Abbildung konnte nicht geladen werden.',
  fr: 'La figure interactive n’a pas pu être chargée.',
  hi: 'इंटरैक्टिव चित्र लोड नहीं हो सका।',
};

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
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: a loop below the class makes the accessors.
export class DropoutPlaygroundEmbed extends Base {
  static readonly observedAttributes = [...MIRRORED, 'lang'];

  readonly #root: ShadowRoot;
  #figure: DropoutPlayground | null = null;
  #isAwake = false;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [styleSheet()];
    this.#root.append(document.createElement('slot'));
    this.#root.addEventListener('dropout-change', () => this.#takeOver());
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
    for (const name of MIRRORED) this.#adopt(name);
    if (this.#isAwake) return;
    if (this.loading === 'eager' || typeof IntersectionObserver === 'undefined') void this.#wake();
    else nearObserver().observe(this);
  }

  disconnectedCallback(): void {
    if (!this.#isAwake) nearObserver().unobserve(this);
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === 'lang')
      void figureModule?.then(
        ({ followLanguages }) => followLanguages(),
        () => {},
      );
    else if (name === 'loading') this.#onLoading(value);
    else if (this.#figure) this.#pass(name as Mirrored);
  }

  /**
   * Loads the figures of elements that have come near the window; the observer calls it.
   * @internal
   */
  static wake(elements: readonly Element[]): void {
    for (const element of elements) {
      nearObserver().unobserve(element);
      if (element instanceof DropoutPlaygroundEmbed) void element.#wake();
    }
  }

  // A property that was set before the element was upgraded to this class hides the accessor: the value is set
  // again, through the accessor.
  #adopt(name: Mirrored): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete (this as Partial<Record<Mirrored, unknown>>)[name];
    Object.assign(this, { [name]: value });
  }

  #onLoading(value: string | null): void {
    if (value !== 'eager' || this.#isAwake || !this.isConnected) return;
    nearObserver().unobserve(this);
    void this.#wake();
  }

  async #wake(): Promise<void> {
    if (this.#isAwake) return;
    this.#isAwake = true;
    try {
      const core = askForCore(this);
      const { prepare, createFigure } = await loadFigure();
      await prepare(this, core);
      // One figure after the other, each in a task of its own, so that a page with many stays responsive.
      await turn();
      this.#show(createFigure());
    } catch {
      this.#isAwake = false;
      this.#say(
        NOT_LOADED[this.closest<HTMLElement>('[lang]')?.lang.slice(0, 2) ?? ''] ?? NOT_LOADED.en,
      );
    }
  }

  #show(figure: DropoutPlayground): void {
    const lesson = document.createElement('slot');
    lesson.name = lesson.slot = 'lesson';
    figure.append(document.createElement('slot'), lesson);
    figure.setAttribute('exportparts', PARTS);
    this.#figure = figure;
    for (const name of MIRRORED) this.#pass(name);
    this.#root.replaceChildren(figure);
  }

  #pass(name: Mirrored): void {
    if (this.#figure && name !== 'loading') Object.assign(this.#figure, { [name]: this[name] });
  }

  #takeOver(): void {
    if (this.#figure) this.settings = this.#figure.settings;
  }

  #say(sentence: string | undefined): void {
    const problem = document.createElement('p');
    problem.setAttribute('role', 'alert');
    problem.textContent = sentence ?? '';
    this.#root.replaceChildren(document.createElement('slot'), problem);
  }
}

export interface DropoutPlaygroundEmbed extends Settings, Options {}

for (const name of MIRRORED) {
  Object.defineProperty(DropoutPlaygroundEmbed.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: Element) {
      return this.getAttribute(name) ?? DEFAULTS[name];
    },
    set(this: DropoutPlaygroundEmbed, value: unknown) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else if (String(value) !== this[name]) this.setAttribute(name, String(value));
    },
  });
}

type FigureModule = typeof import('./figure.ts');

let figureModule: Promise<FigureModule> | undefined;

// After a failure the next element asks for it again, since the reader may be online again.
function loadFigure(): Promise<FigureModule> {
  figureModule ??= import('./figure.ts').catch((error: unknown) => {
    figureModule = undefined;
    throw error;
  });
  return figureModule;
}

// The core is fetched at the same time as the figure, which otherwise would fetch it only once it has loaded.
function askForCore(figure: Settings): Promise<Response> | undefined {
  if (figureModule || inlinedWasm || !firstPartSuffices(figure)) return undefined;
  const response = fetch(firstPartUrl());
  // The figure awaits the response itself and reports a failure; here it must only not count as unhandled.
  response.catch(() => {});
  return response;
}

let turns = Promise.resolve();

function turn(): Promise<void> {
  turns = turns.then(() => new Promise((resolve) => setTimeout(resolve)));
  return turns;
}

let observer: IntersectionObserver | undefined;

function nearObserver(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) =>
      DropoutPlaygroundEmbed.wake(
        entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target),
      ),
    { rootMargin: NEAR },
  );
  return observer;
}

// Each figure is a layout of its own, so that a post with a hundred is as quick as one with ten.
// content-visibility would be quicker still, but in pictures of the whole post it leaves figures blank that
// have not been in sight.
const STYLE =
  ':host{display:block}:host([hidden]){display:none}::part(playground){contain:layout paint style}';

let sheet: CSSStyleSheet | undefined;

function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}
