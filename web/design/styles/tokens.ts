// The colours, fonts and measures of all parts, as custom properties that a host page can set.
import { css } from 'lit';
import { rem } from '../rem.ts';

export const tokens = css`
  :host {
    --_paper: var(--dropout-paper, light-dark(#fcfbf8, #15171b));
    --_card: var(--dropout-card, light-dark(#ffffff, #1c1f25));
    --_ink: var(--dropout-ink, light-dark(#1d2129, #e8e6e1));
    --_soft: var(--dropout-soft, light-dark(#5d6371, #a3a9b6));
    --_line: var(--dropout-line, light-dark(#e4e1d9, #30343d));
    --_field-line: var(--dropout-field-line, light-dark(#8b8f99, #737986));
    --_accent: var(--dropout-accent, light-dark(#0f6b73, #58c4cc));
    --_accent-ink: var(--dropout-accent-ink, light-dark(#ffffff, #0d2326));
    --_dropped: var(--dropout-dropped, light-dark(#f2efe8, #23262d));
    --_hatch: var(--dropout-hatch, light-dark(#dcd7cb, #363a44));
    --_warm: var(--dropout-negative, light-dark(#d9661f, #e58a4e));
    --_cool: var(--dropout-positive, light-dark(#1b8ab0, #46b4da));
    --_differs: var(--dropout-differs, light-dark(#8b3aa8, #d9a3ef));
    --_error: var(--dropout-error, light-dark(#b3261e, #ff9d92));
    --_mono: var(
      --dropout-mono,
      ui-monospace,
      'SF Mono',
      'Cascadia Code',
      'DejaVu Sans Mono',
      Menlo,
      monospace
    );
    --_sans: var(
      --dropout-sans,
      system-ui,
      -apple-system,
      'Segoe UI',
      'Noto Sans',
      'Noto Sans Devanagari',
      sans-serif
    );
    --_radius: 7px;
    /* All sizes of text. */
    --_small: ${rem(0.8125)};
    --_text: ${rem(0.9375)};
    --_large: ${rem(1.0625)};
    --_title: ${rem(1.375)};
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
