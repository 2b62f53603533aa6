// The layout of <dropout-places>.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const placesStyles = css`
  .panel {
    padding: 0;
    overflow: hidden;
  }

  .networks {
    display: grid;
  }

  article {
    min-width: 0;
    padding: ${rem(1.2)} ${rem(1.4)} ${rem(1.4)};
  }

  article + article {
    border-top: 1px solid var(--_line);
  }

  article h3 {
    font-size: var(--_large);
  }

  article p {
    margin: ${rem(0.2)} 0 ${rem(1.2)};
    color: var(--_soft);
    font-size: var(--_text);
  }

  article a {
    font-size: var(--_small);
    white-space: nowrap;
  }

  .diagram {
    --flow: color-mix(in srgb, var(--_soft) 75%, transparent);
    --gap: ${rem(1.1)};
    --step: ${rem(1.75)};
    font-size: var(--_small);
  }

  .column {
    position: relative;
    display: flex;
    flex-direction: column-reverse;
    align-items: center;
    gap: var(--gap);
  }

  .columns {
    display: flex;
    justify-content: center;
    align-items: flex-end;
    gap: ${rem(1.2)};
  }

  .step {
    position: relative;
    display: grid;
    place-items: center;
    width: ${rem(9)};
    max-width: 100%;
    min-height: var(--step);
    padding: 0 ${rem(0.3)};
    line-height: 1.2;
    text-align: center;
  }

  .columns .step {
    width: ${rem(5.6)};
  }

  .halves .step {
    width: ${rem(8.3)};
  }

  .stage {
    background: var(--_paper);
    border: 1px solid color-mix(in srgb, var(--_field-line) 60%, transparent);
    border-radius: var(--_radius);
  }

  .end {
    min-height: ${rem(1.1)};
    color: var(--_ink);
  }

  /* An arrow from the box below. */
  .column > .step:not(:first-child)::before,
  .column > .part::before {
    content: '';
    position: absolute;
    top: calc(100% + 1px);
    left: calc(50% - 0.75px);
    height: calc(var(--gap) - 2px);
    border-inline-start: 1.5px solid var(--flow);
  }

  .column > .step:not(:first-child)::after,
  .column > .part::after {
    content: '';
    position: absolute;
    top: calc(100% + 1px);
    left: calc(50% - 4px);
    border: 4px solid transparent;
    border-top-width: 0;
    border-bottom: 7px solid var(--flow);
  }

  .times {
    --between: ${rem(1.2)};
    gap: var(--between);
  }

  /* From one step of time to the next. */
  .across {
    position: absolute;
    top: calc(50% - 0.75px);
    left: calc(100% + 1px);
    width: calc(var(--between) - 2px);
    border-top: 1.5px solid var(--flow);
  }

  .across::after,
  .into::after {
    content: '';
    position: absolute;
    top: -4.75px;
    right: 0;
    border: 4px solid transparent;
    border-right-width: 0;
    border-left: 7px solid var(--flow);
  }

  .spot {
    color: var(--_accent);
    background: repeating-linear-gradient(
        135deg,
        transparent 0 4px,
        color-mix(in srgb, var(--_hatch) 80%, transparent) 4px 7px
      )
      var(--_dropped);
    border: 1.5px dashed var(--_accent);
    border-radius: var(--_radius);
    font-size: var(--_small);
    font-weight: 650;
  }

  .spot[aria-pressed='true'] {
    color: var(--_ink);
    border: 2px solid var(--_ink);
    box-shadow: 0 0 0 2px var(--_card), 0 0 0 4px var(--_ink);
  }

  /* The paths around a part, from below its first box to the one that adds: "around" goes up, "into" leads to the box.
     "out" and "from" are the way from one part to the next. */
  .part {
    --side: ${rem(0.9)};
    --half: ${rem(4.15)};
    width: calc(2 * var(--half));
  }

  .halves {
    --between: ${rem(2.7)};
    align-items: flex-start;
    gap: var(--between);
  }

  .part > .step {
    z-index: 1;
  }

  .around,
  .from {
    position: absolute;
    top: calc(var(--step) / 2);
    bottom: calc(var(--gap) / -2);
    left: calc(-1 * var(--side));
    width: calc(var(--half) + var(--side));
    border: solid var(--flow);
    border-width: 0 0 1.5px 1.5px;
    border-end-start-radius: 4px;
  }

  .forward .around {
    left: var(--half);
    border-width: 0 1.5px 1.5px 0;
    border-radius: 0 0 4px;
  }

  .from {
    left: calc(var(--between) / -2);
    width: calc(var(--half) + var(--between) / 2);
  }

  .into,
  .out {
    position: absolute;
    top: calc(var(--step) / 2);
    left: calc(-1 * var(--side));
    width: calc(var(--side) - 1px);
    border-top: 1.5px solid var(--flow);
  }

  .forward .into {
    left: calc(100% + 1px);
    rotate: 180deg;
    translate: 0 1.5px;
  }

  .out {
    left: 100%;
    width: calc(var(--between) / 2);
  }

  .note {
    margin: ${rem(0.9)} 0 0;
    text-align: center;
  }

  .detail {
    display: grid;
    gap: ${rem(1)} ${rem(1.6)};
    padding: ${rem(1.2)} ${rem(1.4)} ${rem(1.4)};
    background: color-mix(in srgb, var(--_accent) 6%, var(--_card));
    border-top: 1px solid var(--_line);
  }

  .detail h3 {
    font-size: var(--_large);
  }

  .detail .network {
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 400;
  }

  .detail p {
    margin: ${rem(0.5)} 0 0;
    font-size: var(--_text);
  }

  .detail code {
    color: var(--_soft);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }

  .leads {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.6)};
  }

  /* Four tensors of four columns stand in a line, with as many decimals as there is room for. */
  .shown {
    --_line-from: 52;
    font-size: ${rem(1)};
    min-width: 0;
    margin-inline: ${rem(-0.9)};
  }

  .detail .rows {
    margin: 0 ${rem(0.9)};
    font-variant-numeric: tabular-nums;
  }

  @media (min-width: 62rem) {
    .networks {
      grid-template-columns: 0.8fr 1.1fr 1.15fr;
    }

    article + article {
      border-top: 0;
      border-inline-start: 1px solid var(--_line);
    }

    article {
      display: grid;
      grid-template-rows: auto auto 1fr;
    }

    .diagram {
      align-self: center;
    }

  }
`;
