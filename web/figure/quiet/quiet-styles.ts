// What <dropout-playground> looks like on the page, beside what it looks like everywhere.
import { css } from 'lit';

export const quietStyles = css`
  .playground dropout-equation {
    margin-bottom: -0.4rem;
  }

  .beneath {
    display: grid;
    gap: 0.6rem 2.4rem;
    padding: 0 1.4rem 0.9rem;
  }

  .beneath cell-derivation {
    padding: 0;
  }

  .hands {
    display: flex;
    gap: 1rem;
    align-items: flex-end;
    background: var(--_card);
  }

  .hands experiment-controls {
    flex: 1;
    min-width: 0;
    container-type: inline-size;
  }

  .hands .primary {
    min-height: 2.5rem;
    padding-inline: 1.1rem;
    font-size: var(--_text);
  }

  .quiet {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1rem 0.3rem;
    padding: 0.35rem 0.8rem;
    border-top: 1px solid var(--_line);
  }

  .quiet .fold,
  .quiet select {
    min-height: 2.2rem;
    padding: 0.2rem 0.6rem;
    border-color: transparent;
    color: var(--_soft);
    font-weight: 400;
  }

  .quiet select {
    padding-right: 1.4rem;
    max-width: 8rem;
    field-sizing: content; /* else as wide as the longest example */
  }

  .quiet .fold b {
    color: var(--_ink);
    font-weight: 600;
  }

  .quiet .fold::after {
    display: inline-block;
    width: 0.36em;
    height: 0.36em;
    margin: 0 0 0.2em 0.55em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    content: '';
  }

  .quiet .fold[aria-expanded='true'] {
    background: color-mix(in oklab, var(--_accent) 8%, var(--_card));
  }

  .quiet .fold[aria-expanded='true']::after {
    margin-bottom: -0.05em;
    rotate: 225deg;
  }

  .quiet .seed {
    display: inline-block;
    overflow: hidden;
    max-width: 9rem;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: bottom;
  }

  .quiet .steps {
    display: flex;
    gap: 0.3rem;
    margin-left: auto;
  }

  .folded .calls {
    border-top: 0;
  }

  .folded > :first-child {
    padding-top: 0.6rem;
  }

  @container (min-width: 34em) {
    .hands experiment-controls {
      max-width: 24rem;
    }
  }

  @container (min-width: 50em) {
    .beneath {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
    }
    .hands {
      width: clamp(22rem, 38cqi, 27rem);
    }
  }

  /* On a phone the hands stay at its lower edge, within reach of a thumb, as long as the figure is in sight. */
  @container (max-width: 34em) {
    .beneath {
      display: contents;
    }
    .beneath cell-derivation {
      padding: 0 0.9rem 0.7rem;
    }
    .hands {
      position: sticky;
      z-index: 3;
      bottom: -1px;
      order: 1;
      gap: 0.7rem;
      padding: 0.5rem 0.9rem 0.7rem;
      border-top: 1px solid var(--_line);
      box-shadow: 0 -10px 30px -24px rgb(0 0 0 / 0.5);
    }
    .hands experiment-controls {
      min-width: 9.9rem;
    }
    .hands .primary {
      max-width: 9rem;
      padding-inline: 0.7rem;
    }
    .quiet {
      padding-inline: 0.3rem;
    }
    .head,
    .input,
    .before,
    .calls,
    .gradient,
    .still {
      padding-inline: 0.9rem;
    }
  }

  .playground {
    display: flex;
    flex-direction: column;
  }

  @media print {
    .quiet,
    .folded,
    .hands {
      display: none;
    }
  }
`;
