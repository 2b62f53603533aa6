// The looks of <uncertainty-band>, beside those of every card of the lab.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const uncertaintyBandStyles = css`
  .plot {
    cursor: crosshair;
  }

  .band {
    fill: var(--_accent);
    opacity: 0.13;
  }

  .mean {
    stroke: var(--_accent);
    stroke-width: 2.6;
  }

  .pass {
    stroke: var(--_ink);
    stroke-width: 1;
    opacity: 0.75;
  }

  .truth {
    stroke: var(--_soft);
    stroke-width: 1.5;
    stroke-dasharray: 2 5;
  }

  .point {
    fill: var(--_card);
    stroke: var(--_ink);
    stroke-width: 1.4;
  }

  .readout {
    min-height: 4.5em;
  }

  .foot label {
    display: flex;
    gap: ${rem(0.3)};
    align-items: center;
  }

  .foot .box {
    width: ${rem(4.2)};
    padding: ${rem(0.2)} ${rem(0.4)};
    font-size: var(--_small);
  }

  .foot button {
    font-weight: 550;
  }

  @media (forced-colors: active) {
    .mean,
    .pass {
      stroke: CanvasText;
    }
  }
`;
