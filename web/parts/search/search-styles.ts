// The layout of <seed-search>.
import { css } from 'lit';
import { asLink } from '../../design/styles/as-link.ts';

export const searchStyles = css`
  form {
    display: grid;
    gap: 1rem;
  }

  .of {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
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
    gap: 0.2rem 1rem;
  }

  .example {
    ${asLink}
    font-size: inherit;
  }

  textarea {
    width: 100%;
    min-height: 9.2rem;
    max-height: 20rem;
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
    gap: 0.9rem 1.6rem;
  }

  .options .box {
    min-height: 2.35rem;
  }

  .options input[type='text'] {
    width: 7.6rem;
  }

  .options #calls {
    width: 3.6rem;
  }

  .options #words {
    width: 9rem;
  }

  .between {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .check {
    display: flex;
    align-items: center;
    gap: 0.45rem;
    align-self: end;
    min-height: 2.35rem;
  }

  .check input {
    width: 1.1rem;
    height: 1.1rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }

  .actions button {
    min-height: 2.3rem;
    padding: 0.3rem 1rem;
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
    grid-template-columns: minmax(6rem, 1fr) auto;
    align-items: center;
    gap: 0.3rem 0.9rem;
    color: var(--_soft);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  progress {
    width: 100%;
    height: 0.5rem;
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
    max-width: 46rem;
  }

  /* It stays while it is empty, so that screen readers announce what comes into it, but takes no room. */
  .result:empty {
    margin-top: -1rem;
  }

  .result:not(:empty) {
    padding: 0.9rem 1.1rem;
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
    margin-top: 0.25rem;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .result .verdict + p + .verdict {
    margin-top: 0.8rem;
    color: inherit;
    font-size: inherit;
  }

  .result details {
    margin-top: 0.35rem;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .result summary {
    width: fit-content;
    cursor: pointer;
  }

  .result ul {
    margin: 0.3rem 0 0;
    padding-inline-start: 1.2rem;
    overflow-wrap: anywhere;
  }

  .how {
    max-width: 24rem;
  }

  .matches button {
    white-space: nowrap;
  }

  .matches {
    max-height: 22rem;
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
    padding: 0.3rem 1.4rem 0.3rem 0;
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
      padding-inline-end: 0.6rem;
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
