// Dragging the handle of p along the line: the place at which it was taken stays under the pointer.
import { type End, pAtPlace, placeOfP } from '../../experiment/draws/p-on-line.ts';

export interface Dragged {
  /** The place on the line at which a pointer is, 0 to 1, or beyond its ends. */
  at(event: PointerEvent): number;
  /** Where p is, and from which end. */
  held(): { p: number; end: End };
  set(p: number): void;
  /** Told when it begins and when it ends. */
  onChange(): void;
}

export class HandleDrag {
  readonly #dragged: Dragged;
  /** Which pointer drags, from where in the handle, and from which end p is counted until it lets go. */
  #hold: { pointer: number; off: number; end: End; p: number } | null = null;

  constructor(dragged: Dragged) {
    this.#dragged = dragged;
  }

  get isHeld(): boolean {
    return this.#hold !== null;
  }

  /** @param jumps Whether the handle comes to the pointer, rather than being taken where it is. */
  start(event: PointerEvent, jumps: boolean): void {
    if (this.#hold || (event.pointerType === 'mouse' && event.button !== 0)) return;
    const { p, end } = this.#dragged.held();
    const off = jumps ? 0 : this.#dragged.at(event) - placeOfP(p, end);
    this.#hold = { pointer: event.pointerId, off, end, p };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    if (jumps) this.onPointerMove(event);
    this.#dragged.onChange();
  }

  readonly onPointerMove = (event: PointerEvent): void => {
    const hold = this.#hold;
    if (hold?.pointer !== event.pointerId) return;
    const p = pAtPlace(this.#dragged.at(event) - hold.off, hold.end);
    if (p === hold.p) return;
    hold.p = p;
    this.#dragged.set(p);
  };

  readonly onPointerUp = (event: PointerEvent): void => {
    if (this.#hold?.pointer !== event.pointerId) return;
    this.#hold = null;
    this.#dragged.onChange();
  };
}
