// Labels, text fields, buttons and the errors beside them.
import { css } from 'lit';

export const fields = css`
  label,
  .label {
    color: var(--_soft);
    font-size: var(--_small);
  }

  .field {
    display: grid;
    gap: 0.3rem;
    align-content: start;
  }

  .box {
    min-width: 0;
    padding: 0.42rem 0.6rem;
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
    min-width: 2rem;
    min-height: 2rem;
    padding: 0.2rem 0.6rem;
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
    padding-inline: 0.9rem;
    color: var(--_accent-ink);
    background: var(--_accent);
    border-color: var(--_accent);
  }

  button.primary:hover:not(:disabled) {
    color: var(--_accent-ink);
    background: color-mix(in oklab, var(--_accent) 88%, var(--_ink));
  }

  select.box {
    padding-right: 1.6rem;
    max-width: 100%;
    min-height: 2.35rem;
    font-family: var(--_sans);
    cursor: pointer;
  }

  select.quiet {
    min-height: 2rem;
    padding: 0.2rem 1.6rem 0.2rem 0.6rem;
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
      right 0.85rem center,
      right 0.55rem center;
    background-repeat: no-repeat;
    background-size: 0.3rem 0.3rem;
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
    max-width: 46rem;
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
