// The layout of <on-average>.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const onAverageStyles = css`
  .waiting {
    min-height: ${rem(30)};
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${rem(0.5)} ${rem(0.6)};
  }

  .head p {
    margin: 0 0 0 ${rem(0.4)};
    color: var(--_soft);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  .head b {
    color: var(--_ink);
    font-weight: 650;
  }

  .pictures {
    display: grid;
    gap: ${rem(1.4)} ${rem(2)};
    margin-top: ${rem(1.2)};
  }

  @container (min-width: 52em) {
    .pictures {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  figure {
    min-width: 0;
    max-width: 100%;
    margin: 0;
  }

  figcaption {
    margin-bottom: ${rem(0.35)};
    font-size: var(--_text);
  }

  .below {
    margin: ${rem(0.5)} 0 0;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }

  /* As many lines as the longest text needs, so that nothing jumps while the numbers change. */
  .below copy-button {
    display: block;
    margin-top: auto;
  }

  .pictures .below {
    display: flex;
    flex-direction: column;
    min-height: 10.4em;
  }

  @container (min-width: 20em) {
    .pictures .below {
      min-height: 8em;
    }
  }

  .pair[data-waiting] figure:first-child :not(figcaption, b) {
    visibility: hidden;
  }

  .head p {
    flex-basis: 100%;
    min-height: 3em;
    margin-inline-start: 0;
  }

  @container (min-width: 34em) {
    .pictures .below {
      min-height: 4.8em;
    }
    .head p {
      flex-basis: auto;
      min-height: 1.5em;
      margin-inline-start: ${rem(0.4)};
    }
  }

  @container (min-width: 52em) {
    .pictures .below {
      min-height: 6.6em;
    }
  }

  .elements,
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(1.2)} ${rem(1)};
    max-width: 100%;
  }

  .elements {
    margin-top: ${rem(1.4)};
    padding-top: ${rem(1.2)};
    border-top: 1px solid var(--_line);
  }
`;
