// Styles that the parts below the playground share: panels, links and chips.
import { css } from 'lit';

export const sections = css`
  h3 {
    margin: 0;
    font-size: var(--_text);
    font-weight: 650;
  }

  .panel {
    padding: 1.2rem 1.4rem 1.4rem;
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: 16px;
  }

  a {
    color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }

  code {
    font-family: var(--_mono);
  }

  .chip {
    min-height: 1.75rem;
    padding: 0.1rem 0.65rem;
    border-radius: 999px;
    font-weight: 550;
    font-size: var(--_small);
  }

  .chip[aria-pressed='true'] {
    color: var(--_accent-ink);
    background: var(--_accent);
    border-color: var(--_accent);
  }

  .chip[aria-pressed='true']:disabled {
    opacity: 1;
  }

  .chip[aria-pressed='true']:hover:not(:disabled) {
    color: var(--_accent-ink);
    filter: brightness(1.08);
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
