// The layout of <dropout-program>.
import { css } from 'lit';
import { rem } from '../design/rem.ts';
import { asLink } from '../design/styles/as-link.ts';
import { ownText } from '../design/styles/own-text.ts';
import { scrollEdges } from '../design/styles/scroll-edges.ts';

export const programStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .program {
    ${ownText}
    container-type: inline-size;
    overflow: hidden;
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: 16px;
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.04),
      0 12px 40px -24px rgb(0 0 0 / 0.25);
  }

  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${rem(0.5)} ${rem(0.7)};
    padding: ${rem(0.7)} ${rem(1.2)};
  }

  header {
    position: relative;
    border-bottom: 1px solid var(--_line);
  }

  header button {
    min-width: ${rem(4.6)};
    min-height: ${rem(2.25)};
    font-size: var(--_text);
  }

  .phase {
    flex: 1 1 ${rem(8)};
    min-width: 0;
    margin: 0;
    color: var(--_soft);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .phase[data-wrong] {
    color: var(--_error);
  }

  /* A sentence with an address in it, for which there is no room between buttons. */
  .phase[data-failed] {
    order: 3;
    flex-basis: 100%;
  }

  progress {
    position: absolute;
    bottom: -2px;
    left: 0;
    width: 100%;
    height: 3px;
    border: 0;
    background: none;
    accent-color: var(--_accent);
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  progress:indeterminate {
    background: linear-gradient(90deg, transparent, var(--_accent), transparent) 0 0 / 40% 100%
      no-repeat;
  }

  @media (prefers-reduced-motion: no-preference) {
    progress:indeterminate {
      /* In few steps: without a graphics card each is drawn by the processor that Python starts on. */
      animation: seek 1.2s steps(8) infinite alternate;
    }
    @keyframes seek {
      to {
        background-position: 100% 0;
      }
    }
  }

  fieldset {
    display: flex;
    gap: 2px;
    font-size: var(--_small);
    min-width: 0;
    margin: 0;
    padding: 2px;
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: 10px;
  }

  fieldset label {
    position: relative;
    padding: ${rem(0.25)} ${rem(0.65)};
    border: 1px solid transparent;
    border-radius: 8px;
    font-weight: 600;
    line-height: 1.4;
    white-space: nowrap;
    cursor: pointer;
  }

  fieldset label:hover {
    color: var(--_accent);
  }

  fieldset label:has(:checked) {
    color: var(--_ink);
    background: var(--_card);
    border-color: var(--_line);
  }

  fieldset label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
  }

  .beside {
    display: flex;
    align-items: baseline;
    gap: ${rem(0.4)};
    color: var(--_soft);
    font-size: var(--_small);
  }

  .beside select {
    min-height: ${rem(2)};
    padding: 0 ${rem(0.4)};
    color: var(--_ink);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: 8px;
    font: 600 var(--_small) var(--_sans);
  }

  fieldset input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  /* It stands above the program, as what it says runs before it. */
  .front {
    display: grid;
    gap: ${rem(0.3)};
    padding: ${rem(0.6)} ${rem(1.2)};
    border-bottom: 1px solid var(--_line);
    color: var(--_soft);
    font-size: var(--_small);
  }

  .front p {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${rem(0.3)} ${rem(1)};
    margin: 0;
  }

  .front code {
    color: var(--_ink);
    font-family: var(--_mono);
    white-space: pre-wrap;
  }

  .front label {
    display: inline-flex;
    align-items: baseline;
    gap: ${rem(0.4)};
  }

  .front .box {
    padding: ${rem(0.15)} ${rem(0.4)};
    font-size: var(--_small);
    field-sizing: content;
    min-width: ${rem(4)};
    max-width: 100%;
  }

  .numbers {
    padding: ${rem(0.4)} ${rem(1.2)};
    border-top: 1px solid var(--_line);
  }

  .result {
    padding: ${rem(0.9)} ${rem(1.2)};
    --_behind: color-mix(in oklab, var(--_accent) 5%, var(--_card));
    background: var(--_behind);
    border-top: 1px solid var(--_line);
    border-left: 3px solid var(--_accent);
  }

  .result[data-wrong] {
    border-left-color: var(--_error);
  }

  .result[data-old] pre {
    opacity: 0.5;
  }

  .figures {
    display: grid;
    gap: ${rem(1.2)};
    margin-bottom: ${rem(0.5)};
  }

  .result[data-old] .figures {
    opacity: 0.5;
  }

  pre {
    ${scrollEdges}
    max-height: ${rem(32)};
    margin: 0;
    overflow: auto;
    color: var(--_ink);
    font: var(--_text)/${rem(1.45)} var(--_mono);
    font-variant-ligatures: none;
    tab-size: 8;
  }

  .stderr {
    color: var(--_error);
  }

  .note {
    margin: ${rem(0.5)} 0 0;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .note:first-child {
    margin-top: 0;
  }

  .note button {
    ${asLink}
    color: var(--_accent);
  }

  .all > summary {
    width: max-content;
    max-width: 100%;
    color: var(--_soft);
    font-size: var(--_small);
    cursor: pointer;
  }

  .all > summary:hover {
    color: var(--_accent);
  }

  .all[open] > summary {
    margin-bottom: ${rem(0.4)};
  }

  footer {
    justify-content: flex-end;
    padding-block: ${rem(0.4)};
    border-top: 1px solid var(--_line);
    font-size: var(--_small);
  }

  footer a {
    color: var(--_accent);
  }

  .take > summary {
    color: var(--_soft);
    cursor: pointer;
  }

  .take > summary:hover {
    color: var(--_accent);
  }

  .take[open] {
    order: 1;
    flex-basis: 100%;
  }

  .take[open] > summary {
    width: max-content;
    margin-left: auto;
  }

  .take > div {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.5)} ${rem(0.7)};
    justify-content: flex-end;
    margin-top: ${rem(0.4)};
  }

  .take button {
    ${asLink}
    color: var(--_accent);
  }

  @container (max-width: 34em) {
    header,
    footer,
    .front,
    .numbers,
    .result {
      padding-inline: ${rem(0.8)};
    }
    .phase {
      order: 3;
      flex-basis: 100%;
    }
    fieldset {
      flex: 1 0 auto;
    }
    fieldset label {
      flex: 1;
      padding-inline: ${rem(0.3)};
      text-align: center;
    }
    pre {
      font-size: var(--_small);
    }
  }

  @media (forced-colors: active) {
    fieldset label:has(:checked) {
      border-color: Highlight;
    }
    .stderr {
      font-weight: 650;
    }
  }

  @media print {
    header,
    footer {
      display: none;
    }
  }
`;
