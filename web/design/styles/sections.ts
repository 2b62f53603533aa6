// Styles that the parts below the playground share: panels, links and chips.
import { css } from 'lit';
import { rem } from '../rem.ts';

export const sections = css`
  h3 {
    margin: 0;
    font-size: var(--_text);
    font-weight: 650;
  }

  .panel {
    padding: ${rem(1.2)} ${rem(1.4)} ${rem(1.4)};
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
    min-height: ${rem(1.75)};
    padding: ${rem(0.1)} ${rem(0.65)};
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
