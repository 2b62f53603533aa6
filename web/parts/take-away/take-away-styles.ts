// The layout of <take-away>.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';
import { scrollEdges } from '../../design/styles/scroll-edges.ts';

export const takeAwayStyles = css`
  .parts {
    display: grid;
    gap: 1px;
    overflow: hidden;
    background: var(--_line);
    border: 1px solid var(--_line);
    border-radius: 16px;
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.04),
      0 12px 40px -24px rgb(0 0 0 / 0.25);
  }

  section {
    min-width: 0;
    padding: ${rem(1)} ${rem(1.4)} ${rem(1.2)};
    background: var(--_card);
  }

  .waiting {
    min-height: ${rem(30)};
    background: var(--_card);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${rem(0.4)} ${rem(0.6)};
    margin-bottom: ${rem(0.6)};
  }

  header h3 {
    margin-right: auto;
  }

  h3 label {
    color: inherit;
    font-size: inherit;
  }

  .link {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: ${rem(0.4)} ${rem(1)};
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.4)} ${rem(0.6)};
    align-items: center;
  }

  .line .box {
    flex: 1 1 ${rem(12)};
    font-size: var(--_small);
    text-overflow: ellipsis;
  }

  .line textarea.box {
    min-height: 0;
    padding-block: ${rem(0.5)};
    font: var(--_small)/1.5 var(--_mono);
    resize: none;
    white-space: pre;
  }

  .note {
    max-width: ${rem(52)};
    margin: 0 0 ${rem(0.7)};
    color: var(--_soft);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }

  .link .note {
    margin: 0;
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 2px;
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: 10px;
  }

  .tabs button {
    min-height: ${rem(1.75)};
    border-color: transparent;
  }

  .tabs button[aria-selected='true'] {
    color: var(--_accent-ink);
    background: var(--_accent);
  }

  pre {
    margin: 0;
    max-height: ${rem(32)};
    padding-bottom: ${rem(0.25)};
    overflow: auto;
    color: var(--_ink);
    font: var(--_small)/${rem(1.3125)} var(--_mono);
    tab-size: 4;
    ${scrollEdges}
  }

  .comment {
    color: var(--_soft);
  }

  experiment-picture {
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: #fff;
  }

  @container (min-width: 60em) {
    .parts {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    .waiting,
    .alone,
    .link,
    .picture {
      grid-column: 1 / -1;
    }
  }

  @container (max-width: 34em) {
    .link {
      grid-template-columns: minmax(0, 1fr);
    }
    .tabs {
      order: 1;
      flex-basis: 100%;
      justify-content: space-between;
    }
    .picture h3 {
      flex-basis: 100%;
    }
    section {
      padding-inline: ${rem(1)};
    }
  }

  @container (max-width: 20em) {
    .tabs {
      gap: 0;
    }
    .tabs button {
      padding-inline: ${rem(0.25)};
      font-size: var(--_small);
    }
  }

  @media (forced-colors: active) {
    .tabs button[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
