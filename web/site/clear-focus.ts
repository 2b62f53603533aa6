// Keeps what has the focus out from under the header, the bar and the hands, which stay at the edges of the window.
// Scroll padding does not: Firefox leaves what is covered in part, and all browsers scroll for what stays at an edge.
import { focusedIn } from '../design/focused-in.ts';

/** What is between the edges, in pixels from the window's top. A bar that is not there yet may come. */
interface Clear {
  top: number;
  bottom: number;
}

/**
 * By keys alone: what a pointer has chosen stays under it.
 *
 * @param hands Of the figure, which may stay at the lower edge.
 * @returns Stops it.
 */
export function clearFocus(page: HTMLElement, hands: () => Element | null): () => void {
  let last: Element | null = null;
  // A key that is held down moves the focus between two of its events.
  const onKey = () => {
    const path = focusedPath();
    const [focused] = path;
    if (!focused || focused === last) return;
    last = focused;
    if (path.some((one) => one === hands() || one.matches('header'))) return;
    const { top, bottom } = clearOf(page, hands());
    const box = focused.getBoundingClientRect();
    if (box.top < top) scrollBy(0, box.top - top);
    else if (box.bottom > bottom) scrollBy(0, Math.min(box.bottom - bottom, box.top - top));
  };
  window.addEventListener('keydown', onKey);
  window.addEventListener('keyup', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
    window.removeEventListener('keyup', onKey);
  };
}

/** Room for the outline. */
const MARGIN = 4;

function clearOf(page: HTMLElement, hands: Element | null): Clear {
  const clear = { top: MARGIN, bottom: innerHeight - MARGIN };
  const parts = [page.querySelector('header'), page.querySelector('.bar'), hands];
  for (const part of parts) {
    const box = part?.getBoundingClientRect();
    if (!part || !box || box.height === 0) continue;
    const { position } = getComputedStyle(part);
    if (position === 'static') continue;
    const isAtTop = box.top <= clear.top;
    const isAtBottom = !isAtTop && box.bottom >= innerHeight - 1;
    if (isAtTop) clear.top = Math.max(clear.top, box.bottom + MARGIN);
    else if (isAtBottom) clear.bottom = Math.min(clear.bottom, box.top - MARGIN);
  }
  return clear;
}

/** The innermost element with the focus, and all around it. */
function focusedPath(): Element[] {
  const path: Element[] = [];
  for (let node: Node | null = focusedIn(document); node; ) {
    if (node instanceof Element) path.push(node);
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return path[0] === document.body ? [] : path;
}
