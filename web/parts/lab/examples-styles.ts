// The looks of the pictures of examples: a fit, images with their labels, and a plane.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const examplesStyles = css`
  .of-fit {
    height: var(--_fit);
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

  .active {
    fill: var(--_warm);
    opacity: 0.28;
  }

  .token {
    stroke: var(--_soft);
    stroke-width: 1;
  }

  .token.counted {
    fill: var(--_ink);
    stroke: var(--_ink);
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

  @container (min-width: 44em) {
    .in-words {
      padding-inline: ${rem(3)};
      font-size: var(--_text);
    }
  }

  @media (forced-colors: active) {
    .point {
      stroke: CanvasText;
    }
    .fit {
      stroke: Highlight;
    }
    .truth,
    .off {
      stroke: CanvasText;
    }
  }
`;
