// Labels, text fields, buttons and the errors beside them.
import { css } from 'lit';
import { rem } from '../rem.ts';

export const fields = css`
  label,
  .label {
    color: var(--_soft);
    font-size: var(--_small);
  }

  .field {
    display: grid;
    gap: ${rem(0.3)};
    align-content: start;
  }

  .box {
    min-width: 0;
    padding: ${rem(0.42)} ${rem(0.6)};
    color: var(--_ink);
    background-color: var(--_paper);
    border: 1px solid var(--_field-line);
    border-radius: 8px;
    font: 500 var(--_text)/1.35 var(--_mono);
  }

  .box[aria-invalid='true'] {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }

  button {
    min-width: ${rem(2)};
    min-height: ${rem(2)};
    padding: ${rem(0.2)} ${rem(0.6)};
    color: var(--_soft);
    background: transparent;
    border: 1px solid var(--_line);
    border-radius: 8px;
    font: 600 var(--_small)/1.2 var(--_sans);
    cursor: pointer;
  }

  button:hover:not(:disabled, [aria-disabled='true']) {
    color: var(--_accent);
    border-color: var(--_accent);
  }

  button.primary {
    padding-inline: ${rem(0.9)};
    color: var(--_accent-ink);
    background: var(--_accent);
    border-color: var(--_accent);
  }

  button.primary:hover:not(:disabled) {
    color: var(--_accent-ink);
    background: color-mix(in oklab, var(--_accent) 88%, var(--_ink));
  }

  select.box {
    padding-right: ${rem(1.6)};
    max-width: 100%;
    min-height: ${rem(2.35)};
    font-family: var(--_sans);
    cursor: pointer;
  }

  select.quiet {
    min-height: ${rem(2)};
    padding: ${rem(0.2)} ${rem(1.6)} ${rem(0.2)} ${rem(0.6)};
    color: var(--_soft);
    background-color: transparent;
    border: 1px solid var(--_line);
    border-radius: 8px;
    font: 600 var(--_small)/1.2 var(--_sans);
    cursor: pointer;
  }

  /* WebKitGTK would draw it in grey, and higher than the fields beside it. */
  select {
    appearance: none;
    background-image:
      linear-gradient(45deg, transparent 50%, currentColor 50%),
      linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-position:
      right ${rem(0.85)} center,
      right ${rem(0.55)} center;
    background-repeat: no-repeat;
    background-size: ${rem(0.3)} ${rem(0.3)};
  }

  /* Forced colours leave out gradients. */
  @media (forced-colors: active) {
    select {
      appearance: auto;
    }
  }

  /* aria-disabled is for buttons that a press may disable: disabled buttons would lose the focus. */
  button:disabled,
  [aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }

  .error {
    max-width: ${rem(46)};
    margin: 0;
    color: var(--_error);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }

  /* Buttons have no use on paper. */
  @media print {
    button,
    input[type='range'],
    select.quiet {
      display: none;
    }
  }
`;
