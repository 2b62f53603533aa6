// Links to the page this is on.

/**
 * Without a language, so that whoever follows it reads in their own: a page that is in one names that
 * which follows its reader's.
 *
 * @param fragment As fragmentOf() gives it; null for the page alone.
 */
export function pageLink(fragment: string | null): string {
  const forAll = document.querySelector<HTMLLinkElement>('link[hreflang="x-default"]');
  const page = (forAll?.href ?? location.href).replace(/[?#].*/s, '');
  return fragment === null ? page : `${page}#${fragment}`;
}
