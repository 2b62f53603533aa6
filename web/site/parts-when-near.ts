// The parts of the page below the figure. Each is fetched and rendered when it is nearly in sight, or when somebody needs
// it: all at once they would hold up a phone for seconds, and most readers never see most of them.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { importAgain } from '../loading/import-again.ts';
import { anchorPast } from './scroll-anchor.ts';

const SCRIPTS = {
  why: () => import('../parts/lab/lab-define.ts'),
  places: () => import('../parts/places/dropout-places-define.ts'),
  code: () => import('../program/dropout-program-define.ts'),
  average: () => import('../parts/average/on-average-define.ts'),
  practice: () => import('../parts/mistakes/dropout-mistakes-define.ts'),
  machines: () => import('../parts/machines/machine-comparison-define.ts'),
  search: () => import('../parts/search/seed-search-define.ts'),
  'take-away': () => import('../parts/take-away/take-away-define.ts'),
};

/** The id of its section. */
export type Part = keyof typeof SCRIPTS;

const PARTS = Object.keys(SCRIPTS) as Part[];

/** So far from the window a part is nearly in sight. */
const NEAR = '600px';

/** Once a part fills this share of the room that is kept for it, it has come, and may be as small as it likes. */
const FILLED = 0.5;

/** Keys by which somebody looks for a text of the page. */
const FIND_KEYS = ['f', 'g'];

export function isPart(name: string): name is Part {
  return name in SCRIPTS;
}

export class PartsWhenNear implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #here = new Set<Part>();
  readonly #coming = new Map<Part, Promise<void>>();
  #near: IntersectionObserver | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#onKeyDown);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onKeyDown);
    this.#near?.disconnect();
  }

  /** Whether the element of a part is to be rendered, and not only its heading. */
  has(part: Part): boolean {
    return this.#here.has(part);
  }

  /** To be called when there are the sections, each of which keeps room for its part (`data-room`). */
  watch(): void {
    if (typeof IntersectionObserver === 'undefined') {
      void this.bringAll();
      return;
    }
    this.#near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          // What could not be fetched is asked for again when it comes near again.
          if (isIntersecting) this.bring(target.id as Part).catch(() => {});
        }
      },
      { rootMargin: `${NEAR} 0px` },
    );
    for (const part of PARTS) {
      const section = this.#sectionOf(part);
      if (section) this.#near.observe(section);
    }
  }

  /**
   * Resolves when the part is rendered, as far as it can be without what it computes.
   *
   * @throws The error of its script, if that could not be loaded, by a rejection.
   */
  bring(part: Part): Promise<void> {
    const known = this.#coming.get(part);
    if (known) return known;
    const coming = this.#bring(part);
    this.#coming.set(part, coming);
    coming.catch(() => this.#coming.delete(part));
    return coming;
  }

  /** One after the other: for who goes through the page by keys, or looks for a text in it. */
  async bringAll(): Promise<void> {
    for (const part of PARTS) await this.bring(part).catch(() => {});
  }

  async #bring(part: Part): Promise<void> {
    await importAgain(SCRIPTS[part] as () => Promise<unknown>);
    // In a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    const section = this.#sectionOf(part);
    if (section) {
      this.#near?.unobserve(section);
      anchorPast(section);
    }
    this.#here.add(part);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (section) freeRoomOnceFilled(section);
  }

  #onKeyDown = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    const finds = key === 'F3' || ((ctrlKey || metaKey) && FIND_KEYS.includes(key));
    // The focus leaves the figure for what can take it, and would pass over what is not there yet.
    if (finds || key === 'Tab') void this.bringAll();
  };

  #sectionOf(part: Part): HTMLElement | null {
    return this.#host.querySelector<HTMLElement>(`section#${part}`);
  }
}

// What a part shows comes a little later than its element, often from a worker.
function freeRoomOnceFilled(section: HTMLElement): void {
  const observer = new ResizeObserver(() => {
    const last = section.lastElementChild;
    if (!last) return;
    const { top, height } = section.getBoundingClientRect();
    if (last.getBoundingClientRect().bottom - top < FILLED * height) return;
    observer.disconnect();
    // In the next frame: the section's own size is observed, too, and this one is past that.
    requestAnimationFrame(() => section.removeAttribute('data-room'));
  });
  for (const child of section.children) observer.observe(child);
}
