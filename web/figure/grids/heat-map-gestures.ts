// The gestures of pointers on a heat map: pointing, dragging, pinching, turning the wheel.
import type { Point } from './heat-map-viewport.ts';

/** What the gestures act on. Points are in the frame's own pixels, from its corner. */
export interface HeatMapHands {
  /** Where in the frame an event is. */
  at(event: MouseEvent): Point;
  /** Null when the pointer has left. */
  point(at: Point | null): void;
  move(by: Point): void;
  zoom(times: number, at: Point): void;
  /** Whether a part of the map is out of sight, so that it can be dragged. */
  canMove(): boolean;
  /** Whether the wheel zooms the map; otherwise it scrolls the page. */
  hasFocus(): boolean;
}

/** A pointer that moves less than this is meant to stand still. */
const DRAG_PX = 4;
const DOUBLE_CLICK_TIMES = 3;

export class HeatMapGestures {
  readonly #hands: HeatMapHands;
  /** The pointers that are down, by their ids. */
  readonly #down = new Map<number, Point>();
  #start: Point | null = null;
  #isDrag = false;

  constructor(hands: HeatMapHands) {
    this.#hands = hands;
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    const at = this.#hands.at(event);
    this.#down.set(event.pointerId, at);
    this.#isDrag = this.#down.size > 1;
    this.#start = at;
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const at = this.#hands.at(event);
    const before = this.#down.get(event.pointerId);
    if (!before) {
      if (this.#down.size === 0) this.#hands.point(at);
      return;
    }
    if (this.#down.size > 1) {
      this.#pinch(event.pointerId, before, at);
    } else if (this.#isDrag || distance(this.#start ?? at, at) > DRAG_PX) {
      if (!this.#isDrag) (event.currentTarget as Element).setPointerCapture(event.pointerId);
      this.#isDrag = true;
      if (this.#hands.canMove()) this.#hands.move({ x: at.x - before.x, y: at.y - before.y });
      else this.#hands.point(at);
    } else {
      return;
    }
    this.#down.set(event.pointerId, at);
  };

  readonly onPointerUp = (event: PointerEvent): void => {
    const wasDown = this.#down.delete(event.pointerId);
    if (wasDown && !this.#isDrag && event.type === 'pointerup')
      this.#hands.point(this.#hands.at(event));
  };

  // The element stays pointed out when a finger is lifted, but not when a mouse leaves.
  readonly onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && this.#down.size === 0) this.#hands.point(null);
  };

  readonly onDoubleClick = (event: MouseEvent): void => {
    const times = event.shiftKey ? 1 / DOUBLE_CLICK_TIMES : DOUBLE_CLICK_TIMES;
    this.#hands.zoom(times, this.#hands.at(event));
  };

  readonly onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !this.#hands.hasFocus()) return;
    event.preventDefault();
    // The wheel may count in pixels, lines or pages. A pinch on a touch pad arrives as a slow wheel.
    const unit = [1, 16, 400][event.deltaMode] ?? 1;
    const pixels = Math.max(-120, Math.min(120, event.deltaY * unit));
    this.#hands.zoom(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.004)), this.#hands.at(event));
  };

  #pinch(id: number, before: Point, at: Point): void {
    const [, other = before] = [...this.#down].find(([pointer]) => pointer !== id) ?? [];
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    this.#hands.move({ x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 });
    const times = distance(at, other) / Math.max(1, distance(before, other));
    if (times > 0) this.#hands.zoom(times, middle);
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
