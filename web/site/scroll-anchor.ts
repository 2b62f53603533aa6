// Keeps what the reader sees in its place when something above it changes its height. Safari has no scroll
// anchoring, so that a button that was just clicked would move away.

const HAS_SCROLL_ANCHORING = CSS.supports('overflow-anchor', 'auto');

/**
 * In browsers that lack it: scrolls by what the end of `element` moves on the page, while at most its end is in
 * sight. The element itself may have changed its height, or what stands above it in its parent.
 */
export function anchorBelow(element: Element): void {
  if (HAS_SCROLL_ANCHORING) return;
  let end = endOf(element);
  const observer = new ResizeObserver(() => {
    const before = end;
    end = endOf(element);
    const moved = end - before;
    // If its end is lower in the window, the reader may be looking at the element itself, whose fields are at its
    // top; but not if the focus is below it. site.css has the same rule for browsers with scroll anchoring.
    const lowest = isFollowedBy(element, document.activeElement) ? innerHeight : innerHeight / 2;
    if (before - scrollY <= lowest && moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
  });
  observer.observe(element);
  if (element.parentElement) observer.observe(element.parentElement);
}

/** In browsers that lack it: scrolls by what `element` itself grows or shrinks, while it is above what the reader sees. */
export function anchorPast(element: Element): void {
  if (HAS_SCROLL_ANCHORING) return;
  let height = element.getBoundingClientRect().height;
  new ResizeObserver(() => {
    const box = element.getBoundingClientRect();
    const grown = box.height - height;
    height = box.height;
    if (grown !== 0 && box.bottom - grown <= innerHeight / 2)
      scrollBy({ top: grown, behavior: 'instant' });
  }).observe(element);
}

/** Where it ends, in pixels from the top of the page. */
function endOf(element: Element): number {
  return element.getBoundingClientRect().bottom + scrollY;
}

function isFollowedBy(element: Element, other: Element | null): boolean {
  if (!other) return false;
  return (
    (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    !element.contains(other)
  );
}
