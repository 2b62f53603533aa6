// The looks of <losses-over-p>. Its slider is the axis of its picture: each place on it is the same p in both.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const lossesOverPStyles = css`
  .plot {
    cursor: ew-resize;
  }

  .rule {
    stroke: var(--_line);
  }

  .seed {
    stroke: var(--_ink);
    stroke-width: 1;
    opacity: 0.16;
  }

  .quartiles {
    fill: var(--_accent);
    opacity: 0.14;
  }

  .median {
    stroke: var(--_accent);
    stroke-width: 3.5;
  }

  .grip {
    stroke: var(--_ink);
    stroke-width: 3;
  }

  .chosen {
    fill: var(--_card);
    stroke: var(--_ink);
    stroke-width: 2.5;
  }

  /* As much wider than the axis as its thumb is, whose middle is what it says. */
  input {
    position: relative;
    display: block;
    width: calc(100% - ${rem(18 / 16)});
    height: ${rem(1.75)};
    margin: ${rem(-0.25)} 0 0 ${rem(18 / 16)};
    appearance: none;
    background: none;
    touch-action: pan-y;
    cursor: ew-resize;
  }

  input::-webkit-slider-thumb {
    width: ${rem(36 / 16)};
    height: ${rem(1.625)};
    appearance: none;
    background: var(--_ink);
    border: 0;
    border-radius: 99px;
  }

  input::-moz-range-thumb {
    width: ${rem(36 / 16)};
    height: ${rem(1.625)};
    background: var(--_ink);
    border: 0;
    border-radius: 99px;
  }

  input:focus-visible {
    outline: none;
  }

  input:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  input:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .ticks {
    display: block;
    height: ${rem(1.2)};
  }

  .foot output {
    margin-inline-end: auto;
    font-variant-numeric: tabular-nums;
  }

  @container (min-width: 36em) {
    .readout {
      min-height: 1.5em;
    }
  }

  @media (forced-colors: active) {
    input::-webkit-slider-thumb {
      background: Highlight;
    }
    .median,
    .grip {
      stroke: CanvasText;
    }
  }
`;
