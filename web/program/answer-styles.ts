// How what a line prints stands beside it: on its right where there is room, else beneath it.
import { css } from 'lit';
import { rem } from '../design/rem.ts';

export const answerStyles = css`
  .answer {
    padding: ${rem(0.15)} ${rem(1)} ${rem(0.35)} ${rem(0.4)};
    font: var(--_text)/${rem(1.45)} var(--_mono);
    white-space: normal;
    cursor: auto;
  }

  .answer[data-old] {
    opacity: 0.45;
  }

  .said {
    display: grid;
    gap: ${rem(0.25)};
    min-width: 0;
    padding: ${rem(0.1)} 0 ${rem(0.1)} ${rem(0.7)};
    border-left: 3px solid var(--_accent);
  }

  .said:has(.stderr, [data-verdict='untrue'], [data-verdict='impossible']) {
    border-left-color: var(--_error);
  }

  .answer pre {
    --_behind: color-mix(in oklab, var(--_accent) 6%, var(--_card));
    width: fit-content;
    max-width: 100%;
    max-height: none;
    padding: 0 ${rem(0.5)};
    border-radius: 0 6px 6px 0;
    font-weight: 600;
    overflow-x: auto;
  }

  .answer .stderr {
    --_behind: color-mix(in oklab, var(--_error) 7%, var(--_card));
    white-space: pre-wrap;
  }

  .answer summary,
  .answer p,
  .answer dt {
    color: var(--_soft);
    font: var(--_small)/1.5 var(--_sans);
  }

  .answer summary {
    width: max-content;
    max-width: 100%;
    cursor: pointer;
  }

  .answer summary:hover {
    color: var(--_accent);
  }

  .answer ol {
    display: grid;
    gap: ${rem(0.2)};
    max-height: ${rem(16)};
    margin: ${rem(0.2)} 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }

  .others pre {
    font-weight: 400;
  }

  .claim p {
    margin: 0;
  }

  .claim dl {
    display: grid;
    grid-template-columns: fit-content(40%) minmax(0, 1fr);
    gap: ${rem(0.2)} ${rem(0.8)};
    align-items: baseline;
    margin: ${rem(0.3)} 0 0;
  }

  .claim dd {
    min-width: 0;
    margin: 0;
  }

  .claim dd pre {
    font-size: var(--_small);
    font-weight: 400;
  }

  .claim .untrue {
    color: var(--_error);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }

  mark {
    padding: 0 1px;
    color: inherit;
    background: none;
    border-radius: 3px;
    box-shadow: inset 0 0 0 1.5px var(--_differs);
  }

  .verdict {
    font-weight: 700;
  }

  [data-verdict='true'] p,
  [data-verdict='possible'] p {
    color: var(--_accent);
    font-weight: 600;
  }

  [data-verdict='untrue'] p,
  [data-verdict='impossible'] p {
    color: var(--_error);
  }

  @container (min-width: 56em) {
    .answer {
      display: grid;
      grid-template-columns: minmax(0, 58%) minmax(0, 42%);
      padding-block: 0;
      padding-left: 0;
    }

    /* It begins where its line does. */
    .said {
      grid-column: 2;
      margin-top: calc(-1 * var(--_row));
    }
  }

  @container (max-width: 34em) {
    .answer {
      padding-inline: 0;
    }
    .claim dl {
      display: block;
    }
    .claim dt:not(:first-child) {
      margin-top: ${rem(0.3)};
    }
  }
`;
