// Tells whether an element is in sight, or nearly. Elements out of sight need not follow every move of a slider.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class InSight implements ReactiveController {
  /** True in browsers that cannot tell. */
  isInSight = typeof IntersectionObserver === 'undefined';

  readonly #host: ReactiveControllerHost & Element;
  readonly #observer: IntersectionObserver | null = null;

  /**
   * @param margin    An element within this distance of the window counts as in sight: `300px`.
   * @param onChange  Called when the element comes in sight and when it leaves.
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
