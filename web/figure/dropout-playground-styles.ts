// The layout of <dropout-playground>.
import { css } from 'lit';

export const playgroundStyles = css`
  .playground {
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
  .more,
  .calls,
  .gradient {
    padding: 0.9rem 1.4rem;
  }

  .head {
    padding-top: 1.2rem;
  }

  .input,
  .more {
    padding-top: 0;
  }

  cell-derivation {
    margin: 0 1.4rem 1.2rem;
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
  }

  /* The lesson stays in sight beside whichever part it speaks of. */
  .lesson {
    display: contents;
  }

  .lesson ::slotted(*) {
    margin: 0.8rem 1.4rem 0;
  }

  .progress {
    padding: 0.4rem 1.4rem;
    border-bottom: 1px solid var(--_line);
  }

  dropout-equation[inert] {
    opacity: 0.55;
  }

  .still {
    margin: 0;
    padding: 0 1.4rem 0.9rem;
    color: var(--_error);
    font-size: 0.9rem;
  }

  .still code {
    color: var(--_ink);
    font-family: var(--_mono);
    overflow-wrap: anywhere;
  }

  /* Dimmed, but readable: the colours that would become too pale are darker first. */
  .stale > :is(call-strip, dropout-equation, cell-derivation, gradient-flow, .printed) {
    --dropout-soft: var(--_ink);
    --dropout-accent: var(--_ink);
    opacity: 0.7;
    filter: grayscale(1);
  }

  .warning {
    margin: 0;
    padding: 0.8rem 1.4rem;
    border-top: 1px solid var(--_line);
    color: var(--_soft);
    font-size: 0.84rem;
    overflow-wrap: anywhere;
  }

  .warning code {
    font-family: var(--_mono);
  }

  .printed {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr));
    gap: 1px;
    background: var(--_line);
    border-top: 1px solid var(--_line);
  }

  printed-tensor {
    padding: 1rem 1.4rem 1.1rem;
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
    .calls {
      display: none;
    }
  }

  .failure {
    margin: 0.6rem 0;
    padding: 0.7rem 1rem;
    border-left: 3px solid var(--_error);
  }

  .playground .failure {
    margin: 0.8rem 1.4rem;
  }
`;
