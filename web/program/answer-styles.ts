// How what a line prints stands beside it: on its right where there is room, else beneath it.
import { css } from 'lit';
import { rem } from '../design/rem.ts';

export const answerStyles = css`
  .answer {
    display: flex;
    flex-direction: column;
    padding: ${rem(0.15)} ${rem(1)} ${rem(0.35)} ${rem(0.4)};
    font: var(--_text)/${rem(1.45)} var(--_mono);
    white-space: normal;
    cursor: auto;
  }

  .answer[data-old] {
    opacity: 0.45;
  }

  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${rem(0.2)} ${rem(0.7)};
    min-width: 0;
    padding: ${rem(0.1)} 0 ${rem(0.1)} ${rem(0.7)};
    border-left: 3px solid var(--_accent);
  }

  .said > * {
    min-width: 0;
    max-width: 100%;
  }

  .said > .stderr,
  .said > .others[open],
  .said > .rest,
  [data-verdict='untrue'],
  [data-verdict='impossible'],
  [data-verdict='elsewhere'] {
    flex-basis: 100%;
  }

  /* A line that only calls dropout. */
  .said:not(:has(pre, .claim)) {
    border-left-color: var(--_line);
  }

  .calls {
    min-height: 0;
    padding: 0 ${rem(0.5)};
    border-radius: 6px;
    color: var(--_accent);
    font: var(--_small)/${rem(1.35)} var(--_sans);
  }

  .calls code,
  .choice button {
    font-family: var(--_mono);
  }

  .calls::before {
    content: '▸ ';
  }

  .calls[aria-expanded='true']::before {
    content: '▾ ';
  }

  .figure {
    min-width: 0;
    margin: ${rem(0.2)} 0 ${rem(0.6)};
    order: 1;
    max-width: ${rem(31)};
    font-family: var(--_sans);
  }

  .figure > p {
    margin: 0;
  }

  .figure > a {
    color: var(--_accent);
    font-size: var(--_small);
  }

  .figure dropout-playground {
    --dropout-font-size: ${rem(1)};
    /* In train mode, as the call was. */
    --_eval: none;
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${rem(0.3)};
    margin-bottom: ${rem(0.5)};
    color: var(--_soft);
    font-size: var(--_small);
  }

  .choice button {
    min-width: ${rem(1.7)};
    min-height: ${rem(1.7)};
    padding: 0 ${rem(0.3)};
    font-size: var(--_small);
  }

  .choice button[aria-pressed='true'] {
    color: var(--_accent-ink);
    background: var(--_accent);
    border-color: var(--_accent);
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

  .answer pre[data-changed] {
    box-shadow: inset -2px 0 0 var(--_differs);
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

  .other {
    display: flex;
    flex-basis: 100%;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${rem(0.2)} ${rem(0.6)};
  }

  /* The print stands below its own, number below number. */
  .other span {
    order: 1;
    color: var(--_differs);
    font: 600 var(--_small)/1.5 var(--_sans);
  }

  .other pre {
    --_behind: color-mix(in oklab, var(--_differs) 7%, var(--_card));
    border-radius: 6px;
  }

  .other p,
  .claim p {
    margin: 0;
  }

  .correct {
    margin: ${rem(0.3)} 0 ${rem(0.2)};
    font-size: var(--_small);
  }

  .claim dl {
    display: grid;
    grid-template-columns: fit-content(${rem(6.5)}) minmax(0, 1fr);
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

    .figure {
      grid-area: 1 / 1;
    }

    /* It begins where its line does. */
    .said {
      grid-area: 1 / 2;
      align-self: start;
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
