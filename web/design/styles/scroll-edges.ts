// The edges of a box that scrolls sideways: a shadow where something is cut off. The shadows stand still, and what
// covers them scrolls with the content, so that each is seen only while there is more on its side.
import { css } from 'lit';
import { rem } from '../rem.ts';

/** For a box on a card, which has no background of its own; or on what `--_behind` says. */
export const scrollEdges = css`
  --_edge: color-mix(in oklab, var(--_ink) 24%, transparent);
  background:
    linear-gradient(to right, var(--_behind, var(--_card)) 45%, transparent) left / ${rem(2)} 100% no-repeat local,
    linear-gradient(to left, var(--_behind, var(--_card)) 45%, transparent) right -1px top 0 / ${rem(2)} 100% no-repeat local,
    linear-gradient(to right, var(--_edge), transparent) left / ${rem(0.8)} 100% no-repeat scroll,
    linear-gradient(to left, var(--_edge), transparent) right / ${rem(0.8)} 100% no-repeat scroll;
`;

/**
 * For a host or a `.scroll` of cells, which would hide shadows behind them: they fade where they are cut off, in
 * browsers whose animations follow a scroll position. A box in which nothing is cut off has none to follow.
 */
export const fadingEdges = css`
  @supports (animation-timeline: scroll()) {
    :host,
    .scroll {
      animation: cut linear both;
      animation-timeline: scroll(self inline);
    }
    @keyframes cut {
      0% {
        mask-image: linear-gradient(to left, transparent, #000 ${rem(2)});
      }
      4%,
      96% {
        mask-image: linear-gradient(
          to right,
          transparent,
          #000 ${rem(2)} calc(100% - ${rem(2)}),
          transparent
        );
      }
      100% {
        mask-image: linear-gradient(to right, transparent, #000 ${rem(2)});
      }
    }
  }
`;
