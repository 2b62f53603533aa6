// The layout of <dropout-lesson>.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const lessonStyles = css`
  :host(:not([taken])) {
    display: none;
  }

  /* The lesson stays in sight beside the tensors while the reader scrolls. */
  @media (min-height: 40rem) {
    :host([taken]) {
      position: sticky;
      z-index: 2;
      top: var(--covered-top, 0px);
    }
  }

  p {
    margin: 0;
  }

  section {
    padding: ${rem(1)} ${rem(1.2)} ${rem(1.1)};
    background: color-mix(in oklab, var(--_accent) 7%, var(--_card));
    border: 1px solid color-mix(in oklab, var(--_accent) 35%, var(--_card));
    border-radius: 12px;
  }

  header {
    display: flex;
    align-items: baseline;
    gap: ${rem(0.8)};
  }

  h2 {
    margin: 0;
    font-size: var(--_large);
    font-weight: 700;
  }

  h2:focus {
    outline: none;
  }

  .place {
    padding-inline: ${rem(0.5)};
    border-color: transparent;
    white-space: nowrap;
    color: var(--_soft);
    font-weight: 400;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  #steps {
    max-height: 80vh;
    overflow: auto;
    padding: ${rem(0.8)} ${rem(1.2)};
    color: var(--_ink);
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: 12px;
    box-shadow: 0 20px 40px -20px rgb(0 0 0 / 0.5);
    font-size: var(--_text);
  }

  #steps ol {
    margin: 0;
    padding-inline-start: ${rem(1.8)};
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }

  #steps a {
    display: block;
    padding: ${rem(0.22)} ${rem(0.3)};
    color: var(--_ink);
    text-decoration: none;
  }

  #steps a:hover {
    color: var(--_accent);
    text-decoration: underline;
  }

  #steps a[aria-current] {
    color: var(--_accent);
    font-weight: 650;
  }

  .leave {
    margin-inline-start: auto;
    border-color: transparent;
  }

  .question {
    margin-top: ${rem(0.3)};
    max-width: ${rem(62)};
  }

  .choices {
    display: grid;
    gap: ${rem(0.5)};
    margin-top: ${rem(0.7)};
  }

  @container (min-width: 46em) {
    .choices {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  /* With room for the mark, so that no text needs another line when it comes. */
  .choice {
    position: relative;
    display: flex;
    align-items: center;
    min-height: ${rem(2.6)};
    padding: ${rem(0.4)} ${rem(2.2)} ${rem(0.4)} ${rem(0.8)};
    color: var(--_ink);
    background: var(--_card);
    border-color: var(--_field-line);
    font-weight: 550;
    font-size: var(--_text);
    line-height: 1.35;
    text-align: start;
  }

  .choice[data-verdict='right'] {
    color: var(--_accent-ink);
    background: var(--_accent);
    border-color: var(--_accent);
    opacity: 1;
  }

  .choice[data-verdict='right']:hover:not(:disabled) {
    color: var(--_accent-ink);
  }

  .choice[data-verdict='wrong'],
  .choice[data-verdict='wrong']:hover:not(:disabled) {
    color: var(--_error);
    border-color: var(--_error);
  }

  .choice[data-verdict='wrong'] span:first-child {
    text-decoration: line-through;
  }

  .mark {
    position: absolute;
    inset-inline-end: ${rem(0.8)};
    font-weight: 700;
  }

  .estimate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${rem(0.4)} ${rem(0.9)};
    margin-top: ${rem(0.7)};
    max-width: ${rem(48)};
  }

  .line {
    position: relative;
    flex: 1 1 ${rem(12)};
  }

  .line input {
    width: 100%;
    min-height: ${rem(2.6)};
    margin: 0;
    accent-color: var(--_accent);
  }

  .value {
    min-width: ${rem(5)};
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .estimate[data-verdict='wrong'] .value {
    color: var(--_error);
    text-decoration: line-through;
  }

  .estimate > :disabled {
    visibility: hidden;
  }

  /* Below the line, as long as the way of the handle's middle. */
  .answer {
    position: absolute;
    inset: auto ${rem(0.5)} ${rem(0.25)};
    width: calc(100% - ${rem(1)});
    height: ${rem(0.5)};
    overflow: visible;
  }

  .answer line {
    stroke: var(--_accent);
    stroke-width: ${rem(0.5)};
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }

  .because {
    margin-top: ${rem(0.8)};
    max-width: ${rem(62)};
    font-size: var(--_text);
  }

  .because:empty {
    margin-top: 0;
  }

  /* As high as the longest text, so that the tensors below do not jump. */
  @container (min-width: 46em) {
    .because,
    .because:empty {
      min-height: 3em;
      margin-top: ${rem(0.8)};
    }
  }

  /* Where there is less room, the answer takes that of the other choices. */
  @container (max-width: 45.99em) {
    .choice[data-verdict='other'] {
      display: none;
    }
  }

  .way {
    display: flex;
    gap: ${rem(0.5)};
    margin-top: ${rem(0.5)};
  }
`;
