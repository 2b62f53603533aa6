// The looks of a card of the lab with one picture.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const cardStyles = css`
  :host {
    height: 100%;
  }

  .card {
    box-sizing: border-box;
    height: 100%;
    padding: ${rem(0.9)} ${rem(0.9)} ${rem(0.7)};
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: 16px;
  }

  h3 {
    font-size: var(--_large);
  }

  p {
    margin: 0;
  }

  .lede {
    color: var(--_soft);
  }

  .readout {
    min-height: 3em;
    margin-top: ${rem(0.4)};
    font-variant-numeric: tabular-nums;
  }

  .plot {
    margin-top: ${rem(0.3)};
    touch-action: pan-y;
  }

  svg {
    display: block;
    width: 100%;
    height: ${rem(9)};
    overflow: hidden;
  }

  path {
    fill: none;
    stroke-linejoin: round;
    stroke-linecap: round;
  }

  text {
    fill: var(--_soft);
    font: 400 13px var(--_sans);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.3)} ${rem(0.8)};
    align-items: center;
    margin-top: ${rem(0.3)};
    color: var(--_soft);
    font-size: var(--_small);
  }

  @container (min-width: 24em) {
    .card {
      padding: ${rem(1.1)} ${rem(1.75)} ${rem(0.9)};
    }
    svg {
      height: ${rem(13)};
    }
  }
`;
