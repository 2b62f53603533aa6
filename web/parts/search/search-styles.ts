// The layout of <seed-search>.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';
import { asLink } from '../../design/styles/as-link.ts';

export const searchStyles = css`
  form {
    display: grid;
    gap: ${rem(1)};
  }

  .of {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${rem(0.6)};
    align-items: baseline;
    min-width: 0;
    margin: 0;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .of code {
    max-width: 100%;
    overflow: hidden;
    color: var(--_ink);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: ${rem(0.2)} ${rem(1)};
  }

  .example {
    ${asLink}
    font-size: inherit;
  }

  textarea {
    width: 100%;
    min-height: ${rem(9.2)};
    max-height: ${rem(20)};
    resize: vertical;
    field-sizing: content;
    font-weight: 400;
    font-size: var(--_small);
    line-height: 1.5;
    white-space: pre;
    overflow: auto;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.9)} ${rem(1.6)};
  }

  .options .box {
    min-height: ${rem(2.35)};
  }

  .options input[type='text'] {
    width: ${rem(7.6)};
  }

  .options #calls {
    width: ${rem(3.6)};
  }

  .options #words {
    width: ${rem(9)};
  }

  .between {
    display: flex;
    align-items: center;
    gap: ${rem(0.4)};
    color: var(--_soft);
    font-size: var(--_small);
  }

  .check {
    display: flex;
    align-items: center;
    gap: ${rem(0.45)};
    align-self: end;
    min-height: ${rem(2.35)};
  }

  .check input {
    width: ${rem(1.1)};
    height: ${rem(1.1)};
    margin: 0;
    accent-color: var(--_accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.6)};
  }

  .actions button {
    min-height: ${rem(2.3)};
    padding: ${rem(0.3)} ${rem(1)};
    color: var(--_ink);
    border-color: var(--_field-line);
    font-size: var(--_text);
  }

  .actions button[type='submit'] {
    color: var(--_accent-ink);
    background: var(--_accent);
    border-color: var(--_accent);
  }

  .actions button[type='submit']:hover:not(:disabled) {
    color: var(--_accent-ink);
    filter: brightness(1.08);
  }

  .progress {
    display: grid;
    grid-template-columns: minmax(${rem(6)}, 1fr) auto;
    align-items: center;
    gap: ${rem(0.3)} ${rem(0.9)};
    color: var(--_soft);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  progress {
    width: 100%;
    height: ${rem(0.5)};
    appearance: none;
    overflow: hidden;
    background: var(--_dropped);
    border: 0;
    border-radius: 999px;
    accent-color: var(--_accent);
  }

  progress::-webkit-progress-bar {
    background: var(--_dropped);
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  .progress span {
    grid-column: 1 / -1;
  }

  .result {
    max-width: ${rem(46)};
  }

  /* It stays while it is empty, so that screen readers announce what comes into it, but takes no room. */
  .result:empty {
    margin-top: ${rem(-1)};
  }

  .result:not(:empty) {
    padding: ${rem(0.9)} ${rem(1.1)};
    background: color-mix(in oklab, var(--_accent) 7%, var(--_card));
    border-inline-start: 3px solid var(--_accent);
  }

  .result p {
    margin: 0;
  }

  .result .verdict {
    font-weight: 650;
  }

  .result p + p {
    margin-top: ${rem(0.25)};
    color: var(--_soft);
    font-size: var(--_small);
  }

  .result .verdict + p + .verdict {
    margin-top: ${rem(0.8)};
    color: inherit;
    font-size: inherit;
  }

  .result details {
    margin-top: ${rem(0.35)};
    color: var(--_soft);
    font-size: var(--_small);
  }

  .result summary {
    width: fit-content;
    cursor: pointer;
  }

  .result ul {
    margin: ${rem(0.3)} 0 0;
    padding-inline-start: ${rem(1.2)};
    overflow-wrap: anywhere;
  }

  .how {
    max-width: ${rem(24)};
  }

  .matches button {
    white-space: nowrap;
  }

  .matches {
    max-height: ${rem(22)};
    overflow: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--_text);
  }

  th {
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 400;
    text-align: start;
  }

  th,
  td {
    padding: ${rem(0.3)} ${rem(1.4)} ${rem(0.3)} 0;
  }

  tbody tr {
    border-top: 1px solid var(--_line);
  }

  .number {
    font-family: var(--_mono);
    text-align: end;
  }

  th.number {
    font-family: inherit;
  }

  td:last-child {
    padding-inline-end: 0;
    text-align: end;
  }

  @media (max-width: 30rem) {
    th,
    td {
      padding-inline-end: ${rem(0.6)};
    }

    .how {
      font-size: var(--_small);
    }
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid;
    }
  }
`;
