// Where the focus is, in whatever shadow trees it lies.

/** The innermost element with the focus in a document or a shadow tree; null if there is none. */
export function focusedIn(root: DocumentOrShadowRoot | null): Element | null {
  const focused = root?.activeElement;
  return focused ? (focusedIn(focused.shadowRoot) ?? focused) : null;
}
