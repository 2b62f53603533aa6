// What a part of the page is by itself: a block that goes by its own width, in the page's ink and type.
import { css } from 'lit';

export const host = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_ink);
    font: 1rem/1.5 var(--_sans);
  }

  :host([hidden]) {
    display: none;
  }
`;
