// The layout of <dropout-playground>.
import { css } from 'lit';
import { rem } from '../design/rem.ts';
import { ownText } from '../design/styles/own-text.ts';

export const playgroundStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  /* What stands inside of the figure's element is the page's, and keeps what the page hands down. */
  .playground,
  .failure,
  .progress {
    ${ownText}
  }

  /* Inside of the figure they are of the figure's font. */
  .playground :is(.failure, .progress) {
    font-size: inherit;
  }

  .playground {
    container-type: inline-size;
    overflow: clip; /* not hidden, in which nothing is sticky */
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: 16px;
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.04),
      0 12px 40px -24px rgb(0 0 0 / 0.25);
  }

  /* While the figure fills it is laid out, since it measures itself, but it is invisible and takes no clicks. */
  .filling {
    height: 0;
    border-block: 0;
    visibility: hidden;
  }

  .head,
  .input,
  .before,
  .calls,
  .gradient {
    padding: ${rem(0.9)} ${rem(1.4)};
  }

  .head {
    padding-top: ${rem(1.2)};
  }

  .input,
  .before {
    padding-top: 0;
  }

  cell-derivation {
    padding: 0 ${rem(1.4)} ${rem(1)};
  }

  /* As high as it will be when it has been fetched. */
  dropout-draws {
    display: block;
    height: ${rem(11.4)};
  }

  @container (max-width: 34em) {
    dropout-draws {
      height: ${rem(8.9)};
    }
  }

  .calls {
    border-block: 1px solid var(--_line);
  }

  .gradient {
    border-top: 1px solid var(--_line);
  }

  .playground[data-pointing='calls'] .calls {
    outline: 3px solid color-mix(in oklab, var(--_accent) 55%, transparent);
    outline-offset: -3px;
    scroll-margin: var(--_covered, 0px) 0 var(--_beneath, 0px);
  }

  /* The lesson stays in sight beside whichever part it speaks of. */
  .lesson {
    display: contents;
  }

  :host(:dir(rtl)) slot[name='lesson'] {
    direction: rtl;
  }

  .lesson ::slotted(*) {
    margin: ${rem(0.8)} ${rem(1.4)} 0;
  }

  .progress {
    padding: ${rem(0.4)} ${rem(1.4)};
    border-bottom: 1px solid var(--_line);
  }

  dropout-equation[inert] {
    opacity: 0.55;
  }

  .still {
    margin: 0;
    padding: 0 ${rem(1.4)} ${rem(0.9)};
    color: var(--_error);
    font-size: var(--_text);
  }

  .still code {
    color: var(--_ink);
    font-family: var(--_mono);
    overflow-wrap: anywhere;
  }

  /* Dimmed, but readable: the colours that would become too pale are darker first. */
  .stale :is(call-strip, dropout-equation, dropout-draws, cell-derivation, gradient-flow, .printed) {
    --dropout-soft: var(--_ink);
    --dropout-accent: var(--_ink);
    opacity: 0.7;
    filter: grayscale(1);
  }

  .warning {
    margin: 0;
    padding: ${rem(0.8)} ${rem(1.4)};
    border-top: 1px solid var(--_line);
    color: var(--_soft);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }

  .warning code {
    font-family: var(--_mono);
  }

  /* In one column or in two, never in three, of which one would be empty. */
  .printed {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(max(min(100%, ${rem(25)}), 50% - 0.5px), 1fr));
    gap: 1px;
    background: var(--_line);
    border-top: 1px solid var(--_line);
  }

  /* As wide as the figure, below which it opens. */
  .more {
    display: block;
    width: 100%;
    min-height: ${rem(2.6)};
    border: 0;
    border-top: 1px solid var(--_line);
    border-radius: 0;
  }

  .more::after {
    display: inline-block;
    width: 0.4em;
    height: 0.4em;
    margin: 0 0 0.2em 0.6em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    content: '';
  }

  .more[aria-expanded='true']::after {
    margin-bottom: -0.05em;
    rotate: 225deg;
  }

  .more:focus-visible {
    outline-offset: -3px;
  }

  .more:hover:not(:disabled) {
    border-color: var(--_line);
  }

  #more:not(:empty) > :first-child {
    border-top: 1px solid var(--_line);
  }

  printed-tensor {
    padding: ${rem(1)} ${rem(1.4)} ${rem(1.1)};
    background: var(--_card);
  }

  /* On paper there is only the figure, the experiment that it shows, and what PyTorch prints. */
  @media print {
    .playground {
      border: 0;
      box-shadow: none;
    }
    .lesson,
    .progress,
    .calls,
    .before,
    .more {
      display: none;
    }
  }

  .failure {
    margin: ${rem(0.6)} 0;
    padding: ${rem(0.7)} ${rem(1)};
    border-left: 3px solid var(--_error);
  }

  .playground .failure {
    margin: ${rem(0.8)} ${rem(1.4)};
  }
`;
