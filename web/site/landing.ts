// Where a link leads to: it stays in its place while what stands above it still comes. Scroll anchoring does not keep
// it there in Safari, nor everywhere else each time.

/** What a reader does who goes on. */
const GOES_ON = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

/** Milliseconds after which what stands above has come, however slow the machine is. */
const LONGEST = 15_000;

/** By as many pixels a browser rounds. */
const ROUNDED = 2;

export class Landing {
  #going: AbortController | null = null;

  /** Scrolls to it, and keeps it there until the reader goes on, or nothing comes any more. */
  at(place: Element): void {
    this.end();
    const going = new AbortController();
    const { signal } = going;
    this.#going = going;
    let height = 0;
    let top = 0;
    const land = () => {
      place.scrollIntoView({ behavior: 'instant' });
      height = document.body.offsetHeight;
      ({ top } = place.getBoundingClientRect());
    };
    // By a scroll bar, of which no other event tells.
    const onScroll = () => {
      const isMoved = Math.abs(place.getBoundingClientRect().top - top) > ROUNDED;
      if (isMoved && document.body.offsetHeight === height) this.end();
    };
    land();
    const observer = new ResizeObserver(land);
    observer.observe(document.body);
    for (const type of GOES_ON) {
      addEventListener(type, () => this.end(), { signal, capture: true, passive: true });
    }
    addEventListener('scroll', onScroll, { signal, passive: true });
    const timer = setTimeout(() => this.end(), LONGEST);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
  }

  end(): void {
    this.#going?.abort();
    this.#going = null;
  }
}
