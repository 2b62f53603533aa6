// The looks of <dropout-lab> around its pictures: cards, the two sides, what is told, and the quiet line. Each picture
// has a height of its own, so that nothing moves when it comes.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';
import { asLink } from '../../design/styles/as-link.ts';

export const labStyles = css`
  .card {
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: 16px;
  }

  .fits {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    background: linear-gradient(var(--_line), var(--_line)) 50% 0 / 1px 100% no-repeat;
    --_fit: ${rem(9.5)};
    --_network: ${rem(6)};
    --_losses: ${rem(5)};
  }

  article {
    min-width: 0;
    padding: ${rem(0.7)} ${rem(0.55)} ${rem(0.5)};
  }

  header {
    display: flex;
    flex-direction: column;
    gap: ${rem(0.1)};
    height: ${rem(3.6)};
  }

  h3 {
    font: 680 var(--_large)/1.3 var(--_mono);
    letter-spacing: -0.02em;
    white-space: nowrap;
  }

  .own h3 {
    color: var(--_accent);
  }

  header p {
    margin: 0;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.3;
  }

  input[type='range'] {
    flex: 1;
    min-width: 0;
    height: ${rem(1.75)};
    margin: 0;
    accent-color: var(--_accent);
    touch-action: pan-y;
    cursor: ew-resize;
  }

  svg {
    display: block;
    width: 100%;
    overflow: hidden;
  }

  path {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  progress {
    display: block;
    width: 100%;
    height: 3px;
    appearance: none;
    background: var(--_line);
    border: 0;
  }

  progress::-webkit-progress-bar {
    background: var(--_line);
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${rem(0.6)} ${rem(1.75)};
    padding: ${rem(0.8)} ${rem(0.9)};
  }

  .told {
    display: grid;
    gap: ${rem(0.2)};
    align-content: start;
    min-height: ${rem(8.6)};
  }

  .told p {
    margin: 0;
    line-height: 1.4;
  }

  .told .note {
    color: var(--_soft);
    font-size: var(--_small);
  }

  .run {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.6)};
    align-items: center;
  }

  .run .primary {
    display: grid;
    place-content: center;
    justify-items: center;
    min-height: ${rem(2.4)};
    font-size: var(--_text);
  }

  /* All its labels lie in one place, so that it never changes its size. */
  .primary span {
    grid-area: 1 / 1;
    visibility: hidden;
  }

  .primary .shown {
    visibility: visible;
  }

  .run .step {
    min-height: ${rem(2.4)};
  }

  output {
    color: var(--_soft);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  output b {
    display: inline-block;
    min-width: 4ch;
    color: var(--_ink);
    font-family: var(--_mono);
    text-align: end;
  }

  .quiet {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${rem(0.1)} ${rem(0.2)};
    padding: ${rem(0.35)} ${rem(0.5)};
    border-top: 1px solid var(--_line);
  }

  .quiet select.quiet,
  .quiet button,
  .quiet .seed {
    min-height: ${rem(2.2)};
    border-color: transparent;
    font-weight: 400;
  }

  .quiet select.quiet {
    max-width: 100%;
    field-sizing: content;
  }

  .quiet .seed {
    display: flex;
    gap: ${rem(0.4)};
    align-items: center;
    padding-inline: ${rem(0.6)};
  }

  .quiet .end {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.2)} ${rem(1)};
    margin-inline-start: auto;
    padding-inline: ${rem(0.6)};
  }

  .quiet .run-program {
    ${asLink}
    color: var(--_accent);
  }

  .seed input {
    width: ${rem(5)};
    padding: ${rem(0.15)} ${rem(0.4)};
  }

  .cards {
    display: grid;
    gap: ${rem(1.25)};
    margin-top: ${rem(1.25)};
  }

  .failure {
    padding: ${rem(1)};
  }

  @container (min-width: 44em) {
    .fits {
      --_fit: ${rem(12)};
      --_network: ${rem(7.25)};
      --_losses: ${rem(5.75)};
    }
    article {
      padding: ${rem(0.8)} ${rem(1.75)} ${rem(0.7)};
    }
    header {
      flex-direction: row;
      gap: ${rem(0.8)};
      align-items: center;
      height: ${rem(2.4)};
    }
    h3 {
      min-width: 8.2ch;
      font-size: var(--_title);
    }
    header p {
      font-size: var(--_text);
    }
    .foot {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      padding: ${rem(0.7)} ${rem(1.75)};
    }
    .told {
      align-content: center;
      min-height: ${rem(4)};
    }
    .quiet {
      padding-inline: ${rem(1.1)};
    }
  }

  @container (min-width: 60em) {
    .cards {
      grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
    }
  }
`;
