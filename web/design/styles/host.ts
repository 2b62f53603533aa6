// The host of each part of the page: a block with the page's text colour and font, and a container for queries of
// its own width.
import { css } from 'lit';

export const host = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_ink);
    font: var(--_text)/1.5 var(--_sans);
  }

  :host([hidden]) {
    display: none;
  }
`;
