// Keeps what the reader sees in its place when something above it changes its height. Safari has no scroll
// anchoring, so that a button that was just clicked would move away.

const HAS_SCROLL_ANCHORING = CSS.supports('overflow-anchor', 'auto');

/** In browsers that lack it: scrolls by what the height of `element` changes, while at most its end is in sight. */
export function anchorBelow(element: Element): void {
  if (HAS_SCROLL_ANCHORING) return;
  let height = element.getBoundingClientRect().height;
  new ResizeObserver(() => {
    const now = element.getBoundingClientRect();
    const grown = now.height - height;
    const bottomBefore = now.top + height;
    height = now.height;
    // If its end is lower in the window, the reader may be looking at the element itself, whose fields are at its
    // top; but not if the focus is below it. site.css has the same rule for browsers with scroll anchoring.
    const lowest = isFollowedBy(element, document.activeElement) ? innerHeight : innerHeight / 2;
    if (bottomBefore <= lowest && grown !== 0) scrollBy({ top: grown, behavior: 'instant' });
  }).observe(element);
}

function isFollowedBy(element: Element, other: Element | null): boolean {
  if (!other) return false;
  return (
    (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    !element.contains(other)
  );
}
