// Links to the page that this element is on.

/**
 * The link names no language, so that people who follow it read in their own. A page in one language links to the
 * page that follows its reader's language.
 *
 * @param fragment As fragmentOf() returns it; null for the page without an experiment.
 */
export function pageLink(fragment: string | null): string {
  const forAll = document.querySelector<HTMLLinkElement>('link[hreflang="x-default"]');
  const page = (forAll?.href ?? location.href).replace(/[?#].*/s, '');
  return fragment === null ? page : `${page}#${fragment}`;
}
