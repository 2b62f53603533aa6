// The looks of the static figure. If a policy forbids them, the tables are plain.
import type { Heights } from '../experiment/figure-height.ts';

// Nothing of the page's text reaches the figure but its colour, and numbers stand from left to right everywhere.
// As wide as the live figure where the parent is as wide as its content: web/embed/embed-style.ts says how.
const STYLE = [
  '.dropout-post::before{all:initial;display:block;height:0;overflow:hidden;visibility:hidden;font:medium serif;line-height:0;letter-spacing:7em;content:"aa aa aa a"}',
  '.dropout-post dropout-playground:not(:defined){display:block;container-type:normal}',
  '.dropout-post dropout-playground:not(:defined)::before{content:none}',
  '.dropout-room{container-type:inline-size}',
  '.dropout-figure{all:initial;display:block;color:inherit;color-scheme:inherit;visibility:inherit;direction:ltr;unicode-bidi:isolate;font:medium/1.5 system-ui,sans-serif}',
  '.dropout-figure>div{display:flex;flex-wrap:wrap;align-items:end;gap:1em 2em;margin-top:.6em}',
  '.dropout-figure table{border-spacing:3px;font:.9em ui-monospace,monospace}',
  '.dropout-figure caption{font:600 1em system-ui,sans-serif;text-align:start}',
  '.dropout-figure td{padding:.3em .5em;border-radius:6px;color:light-dark(#1d2129,#e8e6e1);background:light-dark(#e8f1f4,#22343c);text-align:end;white-space:nowrap}',
  '.dropout-figure .dropped{color:light-dark(#5d6371,#a3a9b6);background:repeating-linear-gradient(135deg,light-dark(#f2efe8,#23262d) 0 4px,light-dark(#dcd7cb,#363a44) 4px 6px)}',
  '.dropout-figure tbody+tbody::before{content:"";display:block;height:.6em}',
  '.dropout-figure pre{margin:0;overflow:auto;font:.9em/1.5 ui-monospace,monospace}',
].join('');

/** The class of what is as high as the live figure will be. */
export function roomClass(heights: Heights): string {
  return `dropout-room-${heights.join('-').replace(/[^\w-]+/g, '_')}`;
}

/**
 * A style sheet in an address. MDX and Vue take no `<style>`, whose braces are theirs.
 *
 * @param heights Of the live figure. Kept free where there are scripts, so that the text below stays where it is.
 */
export function htmlStyle(heights: Heights): string {
  const room = (height: string) => `.${roomClass(heights)}{min-height:${height}}`;
  const [stacked, inPairs, inLine] = heights;
  const rooms = [
    room(stacked),
    `@container (min-width:544px){${room(inPairs)}}`,
    `@container (min-width:1088px){${room(inLine)}}`,
  ].join('');
  const style = `${STYLE}@media (scripting:enabled){${rooms}}`;
  const address = style.replace(/[%#"<>{}\s]/g, encodeURIComponent);
  return `<link rel="stylesheet" href="data:text/css,${address}" />`;
}
