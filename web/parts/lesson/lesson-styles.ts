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
    flex: 1;
    white-space: nowrap;
    color: var(--_soft);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  .leave {
    margin-inline-start: auto;
    border-color: transparent;
  }

  .question {
    margin-top: ${rem(0.3)};
    max-width: ${rem(48)};
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

  .choice {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: ${rem(0.6)};
    min-height: ${rem(2.6)};
    padding: ${rem(0.4)} ${rem(0.8)};
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
    font-weight: 700;
  }

  /* As high as the longest text, so that the tensors below do not jump. */
  .because {
    min-height: 4.5em;
    margin-top: ${rem(0.8)};
    max-width: ${rem(52)};
    font-size: var(--_text);
  }

  @container (min-width: 46em) {
    .because {
      min-height: 3em;
    }
  }

  .way {
    display: flex;
    gap: ${rem(0.5)};
    margin-top: ${rem(0.5)};
  }
`;
