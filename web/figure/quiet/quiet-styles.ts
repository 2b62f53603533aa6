// What <dropout-playground> looks like on the page, beside what it looks like everywhere.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const quietStyles = css`
  .playground dropout-equation {
    margin-bottom: ${rem(-0.4)};
  }

  .beneath {
    display: grid;
    gap: ${rem(0.6)} ${rem(2.4)};
    padding: 0 ${rem(1.4)} ${rem(0.9)};
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
    margin-inline: ${rem(-1.4)};
  }

  .setting {
    display: flex;
    gap: ${rem(1)};
    align-items: flex-end;
    justify-content: end;
  }

  /* A slider is as long as there is room. */
  .setting:first-child experiment-controls {
    flex: 1;
    min-width: 0;
    max-width: ${rem(24)};
    container-type: inline-size;
  }

  .setting .primary {
    min-height: ${rem(2.4)};
    padding-inline: ${rem(1.1)};
    font-size: var(--_text);
  }

  .quiet {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${rem(0.1)} ${rem(0.3)};
    padding: ${rem(0.35)} ${rem(0.8)};
    border-top: 1px solid var(--_line);
  }

  .quiet .fold,
  .quiet select {
    min-height: ${rem(2.2)};
    padding: ${rem(0.2)} ${rem(0.6)};
    border-color: transparent;
    color: var(--_soft);
    font-weight: 400;
  }

  .quiet select {
    padding-right: ${rem(1.4)};
    max-width: ${rem(8)};
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
    max-width: ${rem(9)};
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: bottom;
  }

  .quiet .steps {
    display: flex;
    gap: ${rem(0.3)};
    margin-left: auto;
  }

  .folded .calls {
    border-top: 0;
  }

  .folded > :first-child {
    padding-top: ${rem(0.6)};
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
    .setting:first-child {
      width: clamp(${rem(22)}, 38cqi, ${rem(27)});
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
      padding: 0 ${rem(0.9)} ${rem(0.7)};
    }
    .hands {
      position: sticky;
      z-index: 3;
      bottom: -1px;
      order: 1;
      gap: 0;
      padding: 0 ${rem(0.9)} ${rem(0.7)};
      border-top: 1px solid var(--_line);
      box-shadow: 0 -10px 30px -24px rgb(0 0 0 / 0.5);
    }
    .hands dropout-draws {
      margin-inline: ${rem(-0.9)};
    }
    .setting {
      gap: ${rem(0.7)};
      align-items: center;
    }
    .setting:first-child {
      padding-top: ${rem(0.6)};
    }
    .setting .primary {
      flex: 1;
      padding-inline: ${rem(0.4)};
    }
    .quiet {
      padding-inline: ${rem(0.3)};
    }
    .head,
    .input,
    .before,
    .calls,
    .gradient,
    .still {
      padding-inline: ${rem(0.9)};
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
        --_strip-height: ${rem(2.7)};
        padding-bottom: ${rem(0.5)};
      }
      .hands dropout-draws {
        height: ${rem(5.2)};
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
