// The looks of the picture of a network, whose units can be pressed, and of what a pressed one does.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const networkStyles = css`
  .of-network {
    height: var(--_network);
    margin-top: ${rem(0.5)};
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
    width: ${rem(0.9)};
    margin: 0 ${rem(0.2)} 0 ${rem(0.3)};
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

  @container (min-width: 44em) {
    .caption {
      height: 1.4em;
    }
    .caption .more {
      display: inline;
    }
  }

  @media (forced-colors: active) {
    .unit {
      stroke: CanvasText;
    }
    .unit[data-kind='on'],
    .unit[data-kind='end'] {
      fill: CanvasText;
    }
    .link {
      stroke: CanvasText;
    }
  }
`;
