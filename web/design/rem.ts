// The unit of lengths in the styles of elements that stand on other people's pages: `rem` there is the font size of our
// figure, not of the root of somebody's page.
import { type CSSResult, unsafeCSS } from 'lit';

/** The font size that it stands for: figures set it to their own, the page to its root's. */
export const REM = '--_dropout-rem';

/** A length of so many. Not for the conditions of queries, which take no custom property: they are written in `em`. */
export function rem(count: number): CSSResult {
  return unsafeCSS(`calc(${count} * var(${REM}))`);
}
