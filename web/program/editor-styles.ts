// The looks of code in a program, in both of its editors.
import { css } from 'lit';
import { rem } from '../design/rem.ts';
import { scrollEdges } from '../design/styles/scroll-edges.ts';

export const editorStyles = css`
  :host {
    display: block;
    --_number: ${rem(2.9)};
    --_row: ${rem(1.6)};
    --_most: ${rem(36)};
    font: var(--_text)/var(--_row) var(--_mono);
    font-variant-ligatures: none;
  }

  .code {
    position: relative;
    display: grid;
    max-height: var(--_most);
    padding-block: ${rem(0.7)};
    overflow: auto;
    counter-reset: line;
    ${scrollEdges}
  }

  .lines,
  textarea {
    font: inherit;
    font-variant-ligatures: inherit;
    letter-spacing: normal;
    tab-size: 4;
    white-space: pre;
  }

  .lines {
    min-width: max-content;
    color: var(--_ink);
  }

  .line {
    min-height: var(--_row);
    padding-right: ${rem(1.4)};
    padding-left: calc(var(--_number) + ${rem(0.4)});
  }

  .line::before {
    position: sticky;
    left: 0;
    float: left;
    width: var(--_number);
    margin-left: calc(-1 * var(--_number) - ${rem(0.4)});
    padding-right: ${rem(0.8)};
    color: var(--_soft);
    background: var(--_card);
    font-size: var(--_small);
    text-align: right;
    counter-increment: line;
    content: counter(line);
  }

  .line[data-error] {
    background: color-mix(in oklab, var(--_error) 12%, transparent);
  }

  .line[data-error]::before {
    color: var(--_error);
    background: color-mix(in oklab, var(--_error) 12%, var(--_card));
    font-weight: 700;
  }

  textarea {
    position: absolute;
    inset: ${rem(0.7)} 0;
    width: max(100%, var(--_code-width, 100%));
    margin: 0;
    padding: 0 ${rem(1.4)} 0 calc(var(--_number) + ${rem(0.4)});
    overflow: hidden;
    color: transparent;
    caret-color: var(--_ink);
    background: none;
    border: 0;
    outline: none;
    resize: none;
  }

  /* The letters are those behind it. */
  textarea::selection {
    color: transparent;
    background: color-mix(in oklab, var(--_accent) 28%, transparent);
  }

  /* Above the numbers, which the editor lifts. */
  .frame {
    position: relative;
  }

  .frame:focus-within::after {
    position: absolute;
    z-index: 300;
    inset: 0;
    border: 2px solid var(--_accent);
    pointer-events: none;
    content: '';
  }

  /* Beside a line there is room for what it prints. */
  .answer-place {
    position: relative;
    font-variant-ligatures: none;
  }

  :host([answered]) {
    --_most: ${rem(75)};
  }

  .gathered {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${rem(0.6)};
    margin: 0;
    padding: ${rem(0.6)} ${rem(0.8)} ${rem(0.8)};
    border-top: 1px solid var(--_line);
    list-style: none;
  }

  .gathered li {
    min-width: 0;
  }

  .gathered .number {
    color: var(--_soft);
    font: var(--_small)/1.5 var(--_sans);
  }

  @container (min-width: 56em) {
    :host([answered]) .cm-line {
      padding-right: calc(42% + ${rem(1)});
    }
  }

  .comment {
    color: var(--_soft);
    font-style: italic;
  }

  .text {
    color: color-mix(in oklab, var(--_cool) 62%, var(--_ink));
  }

  .number {
    color: var(--_accent);
  }

  .keyword {
    font-weight: 650;
  }

  @media (forced-colors: active) {
    .lines {
      visibility: hidden;
    }
    textarea {
      color: CanvasText;
    }
  }

  @media (max-width: 44rem) {
    :host {
      --_number: ${rem(2)};
    }
    /* Safari enlarges the page for smaller letters in a field. */
    .lines,
    textarea {
      font-size: max(17px, 1em);
    }
  }
`;
