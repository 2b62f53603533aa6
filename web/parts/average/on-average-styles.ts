// The layout of <on-average>.
import { css } from 'lit';

export const onAverageStyles = css`
  .waiting {
    min-height: 30rem;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.6rem;
  }

  .head p {
    margin: 0 0 0 0.4rem;
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
    gap: 1.4rem 2rem;
    margin-top: 1.2rem;
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
    margin-bottom: 0.35rem;
    font-size: var(--_text);
  }

  .below {
    margin: 0.5rem 0 0;
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
      margin-inline-start: 0.4rem;
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
    gap: 1.2rem 1rem;
    max-width: 100%;
  }

  .elements {
    margin-top: 1.4rem;
    padding-top: 1.2rem;
    border-top: 1px solid var(--_line);
  }
`;
