// What the reader sees stays where it is when what is above it changes its height. Safari has no scroll
// anchoring, and would carry off the button that was just clicked.

const HAS_SCROLL_ANCHORING = CSS.supports('overflow-anchor', 'auto');

/** Scrolls along with the height of `element` while at most its end is in sight, where the browser does not. */
export function anchorBelow(element: Element): void {
  if (HAS_SCROLL_ANCHORING) return;
  let height = element.getBoundingClientRect().height;
  new ResizeObserver(() => {
    const now = element.getBoundingClientRect();
    const grown = now.height - height;
    const bottomBefore = now.top + height;
    height = now.height;
    // Lower, the reader may look at the element itself, whose fields are at its top; but not while the
    // focus is below it, of which site.css tells the other browsers.
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
