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
    display: grid;
    gap: inherit;
    background: var(--_card);
  }

  /* It has edges of its own, within which threads lead to it from the tensors. */
  .hands dropout-draws {
    margin-inline: -1.4rem;
  }

  .setting {
    display: flex;
    gap: 1rem;
    align-items: flex-end;
    justify-content: end;
  }

  /* A slider is as long as there is room. */
  .setting:first-child experiment-controls {
    flex: 1;
    min-width: 0;
    max-width: 24rem;
    container-type: inline-size;
  }

  .setting .primary {
    min-height: 2.4rem;
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

  @container (min-width: 50em) {
    .beneath {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
    }
    .hands {
      grid-area: 1 / 1 / span 2 / -1;
      grid-template: subgrid / subgrid;
    }
    .hands dropout-draws {
      grid-column: 1 / -1;
    }
    .setting {
      grid-area: 2 / 2;
      align-self: start;
    }
    .beneath cell-derivation {
      grid-area: 2 / 1;
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
      gap: 0;
      padding: 0 0.9rem 0.7rem;
      border-top: 1px solid var(--_line);
      box-shadow: 0 -10px 30px -24px rgb(0 0 0 / 0.5);
    }
    .hands dropout-draws {
      margin-inline: -0.9rem;
    }
    .setting {
      gap: 0.7rem;
      align-items: center;
    }
    .setting .primary {
      flex: 1;
      padding-inline: 0.4rem;
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

  /* At the narrowest, for long words. */
  @container (max-width: 22em) {
    .setting .primary {
      font-size: var(--_small);
    }
  }

  /* In a low window, such as that of most phones between their bars, it would cover the tensors. */
  @media (max-height: 46em) {
    @container (max-width: 34em) {
      .hands {
        --_strip-height: 2.7rem;
        padding-bottom: 0.5rem;
      }
      .hands dropout-draws {
        height: 5.2rem;
      }
    }
  }

  @media print {
    .quiet,
    .folded,
    .setting {
      display: none;
    }
    .hands {
      position: static;
      box-shadow: none;
    }
  }
`;
