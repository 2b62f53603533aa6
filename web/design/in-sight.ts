// Whether an element is in sight, or nearly: what is not need not follow every move of a slider.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class InSight implements ReactiveController {
  /** True where nobody can tell. */
  isInSight = typeof IntersectionObserver === 'undefined';

  readonly #host: ReactiveControllerHost & Element;
  readonly #observer: IntersectionObserver | null = null;

  /**
   * @param margin    So far outside of the window is in sight, too: `300px`.
   * @param onChange  Called when it comes in sight, and when it goes out of it.
   */
  constructor(
    host: ReactiveControllerHost & Element,
    margin: string,
    onChange: (isInSight: boolean) => void,
  ) {
    this.#host = host;
    host.addController(this);
    if (this.isInSight) return;
    const observe: IntersectionObserverCallback = (entries) => {
      this.isInSight = entries.at(-1)?.isIntersecting ?? true;
      onChange(this.isInSight);
    };
    this.#observer = new IntersectionObserver(observe, { rootMargin: margin });
  }

  hostConnected(): void {
    this.#observer?.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
