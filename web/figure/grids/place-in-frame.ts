// Where in an element a pointer is, also if the page has scaled, zoomed or turned the element: decks and maps of slides do.
import type { Point } from './heat-map-viewport.ts';

/**
 * In shares of the element's width and height, from its corner.
 *
 * @param corners Elements without extent at its corner, at the other end of its top edge, and at that of its left edge.
 */
export function placeInFrame({ clientX, clientY }: MouseEvent, corners: Iterable<Element>): Point {
  const [corner, right, bottom] = Array.from(corners, (one) => one.getBoundingClientRect());
  if (!corner || !right || !bottom) return { x: 0, y: 0 };
  const from = ({ x, y }: Point) => ({ x: x - corner.x, y: y - corner.y });
  const [across, down, at] = [from(right), from(bottom), from({ x: clientX, y: clientY })];
  // The one solution of at = x · across + y · down.
  const area = across.x * down.y - across.y * down.x;
  return {
    x: (at.x * down.y - at.y * down.x) / area,
    y: (across.x * at.y - across.y * at.x) / area,
  };
}
