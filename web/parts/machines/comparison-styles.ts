// The layout of <machine-comparison>.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';
import { asLink } from '../../design/styles/as-link.ts';

export const comparisonStyles = css`
  .threads {
    margin-bottom: ${rem(1.2)};
  }

  .threads h3 {
    margin-bottom: ${rem(0.45)};
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 400;
  }

  .threads ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, ${rem(15)}), 1fr));
    gap: ${rem(0.7)};
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .threads li {
    display: grid;
    grid-template-rows: 1fr auto;
    gap: ${rem(0.35)};
  }

  .threads button {
    padding: ${rem(0.5)} ${rem(0.75)};
    color: var(--_ink);
    background: var(--_card);
    font-weight: 550;
    line-height: 1.35;
    text-align: start;
  }

  .threads a,
  .met a {
    display: inline-block;
    min-height: ${rem(1.5)};
    font-size: var(--_small);
  }

  .threads p {
    margin: 0;
    padding-inline: ${rem(0.75)};
    color: var(--_soft);
    font-size: var(--_small);
  }

  .legend [hidden] {
    display: none;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.45)} ${rem(1.1)};
  }

  .chips > div {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.35)};
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.2)} ${rem(1.6)};
    margin: ${rem(1.1)} 0 0;
    padding-top: ${rem(1)};
    color: var(--_soft);
    border-top: 1px solid var(--_line);
    font-size: var(--_small);
  }

  .legend copy-button {
    margin-inline-start: auto;
  }

  .legend b,
  .share b {
    color: var(--_ink);
    font: 600 1em var(--_mono);
  }

  /* A small cell with the mark of cells that differ. */
  .legend i {
    display: inline-block;
    width: 1.5em;
    height: 1.15em;
    vertical-align: -0.2em;
    margin-inline-end: 0.3em;
    background: linear-gradient(135deg, var(--_differs) 0.38em, transparent 0.38em);
    border: 2px solid var(--_differs);
    border-radius: 4px;
  }

  /* All cards share the same rows, so that their grids begin on one line. */
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${rem(15.4)}), 1fr));
    gap: ${rem(0.6)} ${rem(1.8)};
    margin: ${rem(1.1)} 0 ${rem(-0.9)};
  }

  .cards[data-width='medium'] {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${rem(21.5)}), 1fr));
  }

  .cards[data-width='broad'] {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${rem(30)}), 1fr));
  }

  .cards[data-width='wide'] {
    grid-template-columns: minmax(0, 1fr);
  }

  .cards[data-width='rows'] {
    --_cell: calc(var(--_cell-width) * ${rem(1)});
    grid-template-columns: minmax(0, 1fr);
  }

  @container (min-width: 52em) {
    .cards[data-width='rows'] > article {
      grid-row: auto;
      grid-template-rows: none;
      grid-template-columns: ${rem(15)} minmax(0, 1fr);
      gap: ${rem(0.2)} ${rem(1.8)};
    }
    .cards[data-width='rows'] > article > header {
      grid-row: span 3;
    }
    .cards[data-width='rows'] > article > .error {
      grid-row: auto;
    }
    .cards[data-width='rows'] > article > :not(header) {
      grid-column: 2;
    }
  }

  article {
    display: grid;
    grid-row: span 5;
    grid-template-rows: subgrid;
    align-items: start;
    min-width: 0;
    padding-bottom: ${rem(0.9)};
  }

  article header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 ${rem(0.6)};
    align-items: start;
  }

  article header p {
    grid-column: 1 / -1;
    margin: 0;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.4;
  }

  article header button {
    grid-row: 1;
    grid-column: 2;
    ${asLink}
    font-size: var(--_small);
  }

  article header .first {
    grid-row: 1;
    grid-column: 2;
    color: var(--_accent);
    font-size: var(--_small);
    line-height: ${rem(1.5)};
  }

  .share,
  .met {
    margin: 0;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .met {
    font-size: var(--_small);
  }

  .met a {
    margin-inline-end: ${rem(0.5)};
  }

  details {
    min-width: 0;
    font-size: var(--_small);
  }

  summary {
    min-height: ${rem(1.5)};
    color: var(--_soft);
    cursor: pointer;
  }

  summary:hover {
    color: var(--_accent);
  }

  printed-tensor {
    padding-top: ${rem(0.3)};
  }

  .error {
    align-self: start;
  }

  .alone {
    margin: ${rem(1.1)} 0 0;
    padding-top: ${rem(1)};
    border-top: 1px solid var(--_line);
  }

  .cards > article > .error {
    grid-row: span 3;
    padding: ${rem(0.7)} ${rem(0.9)};
    border: 1px dashed var(--_error);
    border-radius: var(--_radius);
  }
`;
