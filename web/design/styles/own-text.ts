// The declarations for the outermost box of what stands on other people's pages. Nothing that elements hand down reaches
// our text: neither capitals nor a direction, in which numbers would stand the wrong way round.
import { css } from 'lit';

export const ownText = css`
  all: initial;
  display: block;
  box-sizing: border-box;
  direction: ltr;
  unicode-bidi: isolate;
  color-scheme: inherit;
  pointer-events: inherit;
  visibility: inherit;
  -webkit-locale: inherit;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  print-color-adjust: exact;
  font-size: var(--dropout-font-size, medium);
  --_dropout-rem: 1em;
  color: var(--_ink);
  font-family: var(--_sans);
  line-height: 1.5;
`;
