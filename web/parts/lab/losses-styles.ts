// The looks of a training's losses: their lines over the steps, and their numbers.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const lossesStyles = css`
  .of-losses {
    height: var(--_losses);
    margin-top: ${rem(0.4)};
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

  @container (max-width: 22em) {
    dl i {
      display: none;
    }
  }

  @container (min-width: 44em) {
    .measured {
      display: grid;
      grid-template-columns: minmax(0, 1fr) ${rem(12.5)};
      gap: ${rem(0.8)};
      align-items: center;
      margin-top: ${rem(0.4)};
    }
  }

  @media (forced-colors: active) {
    path.training,
    path.masked {
      stroke: Highlight;
    }
    path.validation {
      stroke: CanvasText;
    }
  }
`;
