// The looks of <dropout-lab>. Each picture has a height of its own, so that nothing moves when it comes.
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

  .of-fit {
    height: var(--_fit);
  }

  .of-network {
    height: var(--_network);
    margin-top: ${rem(0.5)};
  }

  .of-losses {
    height: var(--_losses);
    margin-top: ${rem(0.4)};
  }

  .caption {
    height: 2.7em;
    margin: ${rem(0.15)} 0 0;
    overflow: hidden;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.35;
    text-align: center;
  }

  .caption .more {
    display: none;
  }

  path {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .point {
    fill: var(--_card);
    stroke: var(--_ink);
    stroke-width: 1.5;
  }

  .off {
    stroke: var(--_soft);
    stroke-width: 1;
    opacity: 0.4;
  }

  .truth {
    stroke: var(--_soft);
    stroke-width: 1.5;
    stroke-dasharray: 2 5;
  }

  .fit {
    stroke: var(--_accent);
    stroke-width: 3;
  }

  .in-words {
    display: grid;
    align-content: center;
    margin: 0;
    padding: 0 ${rem(0.5)};
    overflow: auto;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.4;
  }

  .area {
    fill: var(--_accent);
    opacity: 0.16;
  }

  circle.truth {
    fill: none;
  }

  .point[data-class='1'] {
    fill: var(--_ink);
  }

  .pixels {
    fill: var(--_ink);
  }

  .pixels[data-shade='1'] {
    opacity: 0.3;
  }
  .pixels[data-shade='2'] {
    opacity: 0.6;
  }

  text {
    fill: var(--_soft);
    font: 600 13px var(--_mono);
  }

  .label[data-wrong='true'] {
    fill: var(--_differs);
    text-decoration: underline wavy 1px;
  }

  .reach {
    fill: transparent;
  }

  g[role='button'] {
    outline: none;
    cursor: pointer;
  }

  g[aria-pressed='true'] .unit {
    stroke: var(--_ink);
    stroke-width: 2.5;
  }

  g:focus-visible .reach {
    stroke: var(--_accent);
    stroke-width: 2;
  }

  path.without {
    stroke: var(--_differs);
    stroke-width: 2;
    stroke-dasharray: 6 4;
  }

  path.alone {
    stroke: var(--_ink);
    stroke-width: 1.2;
  }

  .caption i {
    display: inline-block;
    width: ${rem(1.3)};
    margin: 0 ${rem(0.3)} 0 ${rem(0.6)};
    border-top: 2px dashed var(--_differs);
    vertical-align: middle;
  }

  .caption i.alone {
    border-top: 1px solid var(--_ink);
  }

  .unit[data-kind='on'] {
    fill: var(--_accent);
  }

  .unit[data-kind='off'] {
    fill: var(--_card);
    stroke: var(--_soft);
    stroke-width: 1.2;
  }

  .unit[data-kind='end'] {
    fill: var(--_ink);
  }

  .link {
    stroke: var(--_cool);
  }

  .link[data-sign='negative'] {
    stroke: var(--_warm);
  }

  .link[data-strength='1'] {
    stroke-width: 0.6;
    opacity: 0.16;
  }
  .link[data-strength='2'] {
    stroke-width: 0.9;
    opacity: 0.28;
  }
  .link[data-strength='3'] {
    stroke-width: 1.2;
    opacity: 0.42;
  }
  .link[data-strength='4'] {
    stroke-width: 1.5;
    opacity: 0.56;
  }
  .link[data-strength='5'] {
    stroke-width: 1.9;
    opacity: 0.7;
  }

  path.gap {
    fill: var(--_ink);
    opacity: 0.07;
  }

  path.axis {
    stroke: var(--_line);
  }

  path.masked {
    stroke: var(--_accent);
    stroke-width: 1;
    opacity: 0.45;
  }

  path.training {
    stroke: var(--_accent);
    stroke-width: 2.2;
  }

  path.validation {
    stroke: var(--_ink);
    stroke-width: 2.2;
  }

  .now.training {
    fill: var(--_accent);
  }

  .now.validation {
    fill: var(--_ink);
  }

  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 ${rem(0.4)};
    align-content: center;
    margin: ${rem(0.3)} 0 0;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.5;
  }

  dl div {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
  }

  dl i {
    display: inline-block;
    width: ${rem(0.9)};
    height: 0;
    margin-inline-end: ${rem(0.4)};
    vertical-align: middle;
    border-top: 2px solid currentColor;
  }

  dt {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  dd {
    margin: 0;
    font: 600 var(--_small)/1.5 var(--_mono);
    color: var(--_ink);
  }

  .validation :is(dt, dd) {
    color: var(--_ink);
    font-weight: 650;
  }

  .training {
    color: var(--_accent);
  }

  .training dt {
    font-weight: 650;
  }

  .masked i {
    border-color: var(--_accent);
    border-top-width: 1px;
    opacity: 0.6;
  }

  .accuracy i {
    visibility: hidden;
  }

  dl .gap i {
    height: ${rem(0.8)};
    background: currentColor;
    border: 0;
    opacity: 0.2;
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

  @container (max-width: 22em) {
    dl i {
      display: none;
    }
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
    .caption {
      height: 1.4em;
    }
    .caption .more {
      display: inline;
    }
    .measured {
      display: grid;
      grid-template-columns: minmax(0, 1fr) ${rem(12.5)};
      gap: ${rem(0.8)};
      align-items: center;
      margin-top: ${rem(0.4)};
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
    .in-words {
      padding-inline: ${rem(3)};
      font-size: var(--_text);
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

  @media (forced-colors: active) {
    .point,
    .unit {
      stroke: CanvasText;
    }
    .unit[data-kind='on'],
    .unit[data-kind='end'] {
      fill: CanvasText;
    }
    .fit,
    path.training,
    path.masked {
      stroke: Highlight;
    }
    .truth,
    .off,
    path.validation,
    .link {
      stroke: CanvasText;
    }
  }
`;
