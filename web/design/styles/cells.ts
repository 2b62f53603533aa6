// How cells look in every grid: kept or dropped, and the sign and size of the number. Who shows grids may make
// their cells smaller, or all equally wide, by --_cell and the like.
import { css } from 'lit';
import { rem } from '../rem.ts';

export const cellStyles = css`
  table {
    border-spacing: 3px;
    margin: -3px;
  }

  th {
    padding: ${rem(0.35)} 0 ${rem(0.1)};
    color: var(--_soft);
    font: var(--_small) var(--_mono);
    text-align: left;
  }

  tbody:first-child th {
    padding-top: 0;
  }

  td {
    --_tint: 0%;
    --_hue: var(--_cool);
    min-width: var(--_cell, ${rem(3.1)});
    height: var(--_cell-height, ${rem(2.5)});
    padding: 0 var(--_cell-padding, ${rem(0.5)});
    border-radius: var(--_radius);
    color: var(--_ink);
    background: color-mix(in oklab, var(--_hue) var(--_tint), var(--_card));
    font: var(--_cell-font, var(--_text)) var(--_mono);
    font-variant-numeric: tabular-nums;
    text-align: var(--_cell-align, right);
    white-space: nowrap;
  }

  td[data-negative] {
    --_hue: var(--_warm);
  }

  td[data-tint='1'] {
    --_tint: 7%;
  }
  td[data-tint='2'] {
    --_tint: 13%;
  }
  td[data-tint='3'] {
    --_tint: 19%;
  }
  td[data-tint='4'] {
    --_tint: 26%;
  }
  td[data-tint='5'] {
    --_tint: 33%;
  }
  td[data-tint='6'] {
    --_tint: 40%;
  }

  td.gap,
  :host([mask]) td.gap {
    min-width: ${rem(0.7)};
    height: 0;
    padding: 0;
    background: none;
    border: 0;
  }

  td[data-fate='kept'] {
    font-weight: 650;
  }

  td[data-fate='dropped'] {
    color: var(--_soft);
    background: repeating-linear-gradient(
      135deg,
      var(--_hatch) 0 1.5px,
      var(--_dropped) 1.5px 6px
    );
  }

  :host([mask]) td {
    min-width: var(--_mask-cell, ${rem(2.5)});
    text-align: center;
  }

  :host([mask]) td[data-fate='kept'] {
    color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 16%, var(--_card));
  }

  td[data-pointed] {
    outline: 2px solid var(--_accent);
    outline-offset: 0;
  }

  @media (prefers-reduced-motion: no-preference) {
    td {
      transition: background-color 0.12s;
    }
    /* Once, when a cell turns: one that is dropped fades to its hatching, one that survives grows. */
    td[data-fate='dropped'] {
      animation: drop 0.12s ease-in;
    }
    :host(:not([mask])) td[data-fate='kept'] {
      animation: grow 0.12s ease-out;
    }
    @keyframes drop {
      from {
        opacity: 0.3;
      }
    }
    @keyframes grow {
      from {
        transform: scale(0.8);
      }
    }
  }

  @media (forced-colors: active) {
    td {
      border: 1px solid;
    }
    td[data-fate='dropped'] {
      border-style: dashed;
      color: GrayText;
    }
  }
`;
