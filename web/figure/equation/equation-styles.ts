// Tensors in a row that reads as a product, and the operators between them.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const equationStyles = css`
  /* The four tensors share their rows (caption, cells, sums, tools), so that what belongs together
     stands on one line. */
  .equation {
    display: grid;
    gap: ${rem(0.5)} ${rem(2.2)};
    padding: ${rem(1.4)};
    justify-content: start;
  }

  .equation .op {
    display: none;
    color: var(--_soft);
    font-size: var(--_title);
    line-height: 1.3;
    white-space: nowrap;
  }

  figure {
    display: grid;
    grid-row: span 4;
    grid-template-rows: subgrid;
    align-items: start;
    min-width: 0;
    margin: 0;
  }

  /* Who shows a call in train mode alone hides it. */
  .eval {
    display: var(--_eval, grid);
  }

  [data-pointing='input'] .input,
  [data-pointing='mask'] .mask,
  [data-pointing='scale'] :is(.scale, .product),
  [data-pointing='train'] .train,
  [data-pointing='eval'] .eval {
    border-radius: 2px;
    outline: 3px solid color-mix(in oklab, var(--_accent) 55%, transparent);
    outline-offset: 3px;
    scroll-margin: calc(var(--_covered, 0px) + ${rem(1.2)}) 0 calc(var(--_beneath, 0px) + ${rem(1.2)});
  }

  /* With the line that hangs below it. */
  [data-line][data-pointing='scale'] .scale {
    margin-bottom: -1.6em;
    padding-bottom: 1.6em;
  }

  [data-line][data-pointing='scale'] .scale code {
    top: auto;
    bottom: 0;
  }

  figure + figure,
  .op + figure {
    padding-top: ${rem(1.1)};
  }

  figcaption {
    color: var(--_soft);
    font-size: var(--_small);
  }

  figcaption b {
    margin-right: ${rem(0.2)};
    color: var(--_ink);
    font-weight: 650;
  }

  code {
    font-family: var(--_mono);
  }

  .meaning {
    display: var(--_aside, inline);
  }

  .sum {
    margin: 0;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .sum b {
    color: var(--_ink);
    font: 600 var(--_small) var(--_mono);
  }

  .equation:not([data-maps]) .sum span + span::before {
    content: '· ';
  }

  .tools {
    display: var(--_aside, flex);
    flex-wrap: wrap;
    gap: ${rem(0.3)} ${rem(0.7)};
    color: var(--_soft);
    font-size: var(--_small);
  }

  .tools > div {
    display: flex;
    align-items: center;
    gap: ${rem(0.3)};
  }

  .below {
    display: grid;
    gap: ${rem(0.9)};
  }

  .after .label {
    margin: 0 0 ${rem(0.5)};
  }

  .tools button {
    min-width: ${rem(1.65)};
    min-height: ${rem(1.65)};
    padding: 0 ${rem(0.4)};
    line-height: 1;
  }

  .equation:is([data-equal], [data-width='rows']) {
    --_cell: calc(var(--_cell-width) * ${rem(1)});
    --_mask-cell: var(--_cell);
    --_cell-most: var(--_cell);
  }

  .equation[data-equal] {
    --_cell-padding: ${rem(0.1)};
    --_cell-align: center;
  }

  .equation[data-equal] [data-small] {
    --_cell-font: var(--_small);
  }

  /* Two in a line, read as a product, too: x × mask, and below it the scale, train and eval. */
  .equation[data-pairs] {
    grid-template-columns: max-content ${rem(2)} max-content;
    gap: ${rem(0.35)} 0;
    justify-content: center;
  }

  .equation[data-pairs] .op {
    display: grid;
    place-content: center;
  }

  .equation[data-pairs] :is(.equals, .product) {
    display: none;
  }

  .equation[data-pairs] figure {
    grid-row: 1 / span 4;
    padding-top: 0;
  }

  .equation[data-pairs] .times {
    grid-area: 2 / 2;
  }

  /* Without the row of tools, which only the input has. */
  .equation[data-pairs] .mask {
    grid-area: 1 / 3 / span 3;
  }

  .equation[data-pairs] .scale {
    display: flex;
    grid-area: 5 / 1 / auto / -1;
    gap: ${rem(0.7)};
    align-items: baseline;
    justify-self: center;
    padding-block: ${rem(0.1)};
  }

  /* As wide as the cells, whatever stands above and below them. */
  .equation[data-pairs] figure > :not(tensor-grid, tensor-editor) {
    width: 0;
    min-width: 100%;
  }

  .equation[data-pairs] .tools {
    flex-wrap: nowrap;
    white-space: nowrap;
  }

  .equation[data-pairs] .scale > span::after {
    content: ' =';
  }

  .equation[data-pairs] .scale code {
    position: static;
  }

  .equation[data-pairs] :is(.train, .eval) {
    grid-row: 6 / span 3;
  }

  .equation[data-pairs] .eval {
    grid-column: 3;
  }

  @container (max-width: 36.25em) {
    .equation {
      padding: ${rem(0.7)} ${rem(0.6)};
    }
    .equation[data-pairs] .meaning {
      display: none;
    }
    /* One line: what does not fit beside the first is not shown. */
    .equation[data-pairs] .sum {
      display: flex;
      flex-wrap: wrap;
      column-gap: 0.3em;
      height: 1lh;
      overflow: hidden;
    }
    .equation[data-pairs] .sum span {
      white-space: nowrap;
    }
  }

  /* Captions are not broken above few columns. */
  @container (min-width: 36.25em) {
    .equation[data-pairs] figure > :not(tensor-grid, tensor-editor) {
      min-width: max(100%, ${rem(13)});
    }
    .equation:not([data-width='wide'], [data-pairs]) {
      grid-template-columns: repeat(2, minmax(0, max-content));
    }
    .equation:not([data-width='wide'], [data-pairs]) .mask {
      padding-top: 0;
    }
  }

  /* One line, read as a product: x × mask × scale = train, and eval beside it. */
  .equation[data-line] {
    grid-template-columns: repeat(6, auto) 1fr;
    column-gap: clamp(${rem(0.4)}, 0.8cqi, ${rem(0.8)});
    justify-content: stretch;
  }

  .equation[data-line] figure {
    grid-row: 1 / span 4;
    padding-top: 0;
  }

  .equation[data-line] :is(.mask, .train, .eval) {
    grid-row: 1 / span 3;
  }

  .equation[data-line] .op {
    display: grid;
    grid-row: 2;
    justify-items: center;
    align-self: center;
  }

  .equation[data-line] .product {
    display: none;
  }

  .equation[data-line] .times {
    grid-column: 2;
  }

  .equation[data-line] .scale {
    grid-column: 4;
  }

  .equation[data-line] .equals {
    grid-column: 5;
  }

  .equation[data-line] .eval {
    justify-self: end;
    padding-left: clamp(${rem(0.6)}, 1cqi, ${rem(1.4)});
    border-left: 1px dashed var(--_line);
  }

  /* How many are dropped stands beside the name, since threads lead from the mask to the line of draws. */
  .equation[data-line] .mask {
    grid-template-columns: auto auto;
  }

  .equation[data-line] .mask .meaning {
    display: none;
  }

  .equation[data-line] .mask .sum {
    grid-area: 1 / 2;
    justify-self: end;
  }

  .equation[data-line] .mask > :not(figcaption, .sum) {
    grid-column: 1 / -1;
  }

  /* Nothing in it changes its width, so that what is left is shared between all. */
  .equation[data-line][data-equal] {
    grid-template-columns: repeat(7, auto);
    justify-content: space-between;
  }

  .equation[data-line][data-equal] .scale:not([data-two]) {
    min-width: ${rem(5.6)};
  }

  /* Below each other, with the names at the left, so that the cells of one element stand in one column. */
  @container (min-width: 36.25em) {
    .equation[data-width='rows'] {
      grid-template-columns: auto auto fit-content(${rem(11)}) minmax(0, 1fr);
      gap: ${rem(0.8)} ${rem(0.7)};
      justify-content: stretch;
    }
    .equation[data-width='rows'] figure {
      grid-column: 3 / -1;
      grid-row: auto;
      grid-template-rows: none;
      grid-template-columns: subgrid;
      row-gap: ${rem(0.25)};
      padding-top: 0;
    }
    .equation[data-width='rows'] figcaption {
      display: grid;
      align-content: center;
      min-height: var(--_cell-height, ${rem(2.5)});
    }
    .equation[data-width='rows'] figure > :not(figcaption) {
      grid-column: 2;
    }
    .equation[data-width='rows'] .op {
      display: grid;
      align-content: center;
      justify-items: end;
      height: var(--_cell-height, ${rem(2.5)});
    }
    .equation[data-width='rows'] .input {
      grid-row: 1;
    }
    .equation[data-width='rows'] .times {
      grid-area: 2 / 1;
    }
    .equation[data-width='rows'] .mask {
      grid-row: 2;
    }
    .equation[data-width='rows'] .scale {
      grid-area: 3 / 1;
    }
    .equation[data-width='rows'] .equals {
      grid-area: 3 / 2;
    }
    .equation[data-width='rows'] .train {
      grid-row: 3;
    }
    .equation[data-width='rows'] .eval {
      grid-row: 4;
      padding-top: ${rem(0.8)};
      border-top: 1px dashed var(--_line);
    }
    .equation[data-width='rows'] .product {
      display: none;
    }
  }

  .equation[data-compact] {
    --_cell-height: ${rem(2)};
  }

  /* Cells of one width have room by that. */
  .equation[data-compact]:not([data-equal]) {
    --_cell-padding: ${rem(0.3)};
    --_cell-font: var(--_small);
  }

  .equation[data-compact]:not([data-equal], [data-width='rows']) {
    --_cell: ${rem(2.3)};
    --_mask-cell: ${rem(1.9)};
  }

  tensor-heat-map {
    width: 100%;
    min-width: min(100%, ${rem(13)});
  }

  .equation[data-maps] {
    grid-template-columns: minmax(0, 1fr);
    justify-content: stretch;
  }

  /* Always two lines, so that nothing moves when the long sums of a large tensor arrive. */
  .equation[data-maps] .sum span {
    display: block;
  }

  @container (min-width: 36.25em) {
    .equation[data-maps] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  /* Its second line hangs below the row, so that it does not make the row of cells higher. */
  .equation .scale {
    position: relative;
    min-width: ${rem(5)};
  }

  /* For the longest formula, that of alpha dropout. */
  .equation .scale[data-two] {
    min-width: ${rem(8.2)};
  }

  .scale code {
    position: absolute;
    top: 100%;
  }

  .scale b {
    color: var(--_accent);
    font-family: var(--_mono);
    font-size: var(--_large);
  }

  .scale code {
    font-size: var(--_small);
  }

  @media print {
    .tools {
      display: none;
    }
  }
`;
