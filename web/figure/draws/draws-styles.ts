// The looks of <dropout-draws>. It fills a height that the figure gives it, so that nothing moves when it comes.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const drawsStyles = css`
  :host {
    position: relative;
    color: var(--_ink);
    font-size: ${rem(1)};
    line-height: ${rem(1.25)};
  }

  .line {
    position: absolute;
    inset: auto ${rem(1.4)} ${rem(0.6)};
    --_strip: var(--_strip-height, ${rem(6.75)});
  }

  @container (max-width: 34em) {
    .line {
      inset-inline: ${rem(0.9)};
      --_strip: var(--_strip-height, ${rem(5.5)});
    }
  }

  .strip {
    position: relative;
    height: var(--_strip);
    background: color-mix(in oklab, var(--_accent) 6%, var(--_card));
    border-radius: 10px 10px 0 0;
    overflow: hidden;
    cursor: ew-resize;
    -webkit-user-select: none;
    user-select: none;
  }

  .strip p {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    margin: 0;
    color: var(--_soft);
    font-size: var(--_text);
    text-align: center;
  }

  [data-kind='none'] .strip,
  [data-kind='unnoted'] .strip {
    background: none;
    border: 1px dashed var(--_line);
  }

  /* What p covers. */
  .dropped {
    position: absolute;
    inset: 0;
    background: repeating-linear-gradient(
      135deg,
      var(--_hatch) 0 1.5px,
      var(--_dropped) 1.5px 6px
    );
  }

  [data-end='right'] .strip > .dropped {
    left: calc(var(--_edge) * 100%);
  }

  [data-end='left'] .strip > .dropped {
    right: calc((1 - var(--_edge)) * 100%);
  }

  .table {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template-rows: repeat(4, 1fr);
    gap: 2px;
    background: var(--_card);
  }

  .table > div {
    position: relative;
    background: color-mix(in oklab, var(--_accent) 8%, var(--_card));
  }

  .table i {
    right: calc((1 - var(--_to)) * 100%);
    left: calc(var(--_from) * 100%);
  }

  /* Bytes that decide nothing by themselves. */
  .undecided {
    position: absolute;
    inset-block: 0;
    background: color-mix(in oklab, var(--_soft) 24%, var(--_card));
  }

  .columns {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .columns .kept {
    fill: var(--_accent);
  }

  .columns .gone {
    fill: color-mix(in oklab, var(--_soft) 50%, transparent);
  }

  .corner {
    position: absolute;
    inset: 0 auto auto 0;
  }

  .corner.right {
    left: 100%;
  }

  .corner.bottom {
    top: 100%;
  }

  .dots {
    position: absolute;
    inset: 0 0 auto;
    z-index: 1;
    height: var(--_strip);
    pointer-events: none;
  }

  .dot {
    position: absolute;
    bottom: var(--_rise);
    left: calc(var(--_at) * 100%);
    min-width: var(--_dot);
    height: var(--_dot);
    translate: -50% 0;
    outline: none;
    pointer-events: auto;
    cursor: pointer;
  }

  /* Its place on the line. */
  .dot::before {
    position: absolute;
    bottom: calc(${rem(-0.25)} - var(--_rise));
    left: calc(50% - 1px);
    width: 2px;
    height: ${rem(0.6)};
    background: var(--_accent);
    content: '';
  }

  .dot[data-fate='dropped']::before {
    background: var(--_soft);
  }

  .dot span {
    display: grid;
    place-items: center;
    box-sizing: border-box;
    position: relative;
    min-width: 100%;
    height: 100%;
    padding: 0 ${rem(0.2)};
    border: 1.5px solid var(--_accent);
    border-radius: 99px;
    color: var(--_accent-ink);
    background: var(--_accent);
    font: 680 var(--_small)/1 var(--_mono);
    letter-spacing: -0.02em;
    white-space: nowrap;
  }

  .dot:hover {
    z-index: 1;
  }

  .dot[data-fate='dropped'] span {
    color: var(--_soft);
    background: var(--_card);
    border: 1.5px dashed var(--_soft);
  }

  .dots:not(.few) .dot span {
    padding: 0;
  }

  .dots:not(.few) .dot:not([aria-selected='true'])::before,
  [data-kind='table'] .dot::before {
    display: none;
  }

  .dot[aria-selected='true'] {
    z-index: 2;
  }

  .dot[aria-selected='true'] span {
    box-shadow:
      0 0 0 2px var(--_card),
      0 0 0 4.5px var(--_ink);
  }

  .dot:focus-visible span {
    box-shadow:
      0 0 0 2px var(--_card),
      0 0 0 4.5px var(--_accent);
  }

  .mark {
    position: absolute;
    bottom: var(--_rise);
    left: calc(var(--_at) * 100%);
    width: var(--_dot);
    height: var(--_dot);
    background: var(--_card);
    border: 2.5px solid var(--_ink);
    border-radius: 50%;
    translate: -50% 0;
  }

  .number {
    position: absolute;
    bottom: var(--_rise);
    left: calc(var(--_at) * 100%);
    height: var(--_dot);
    padding: 0 ${rem(0.25)};
    border-radius: 4px;
    font: 600 var(--_small)/var(--_dot) var(--_mono);
    background: color-mix(in oklab, var(--_card) 80%, transparent);
    translate: calc(var(--_dot-width) / 2 + ${rem(0.35)}) 0;
    pointer-events: none;
  }

  .mark + .number {
    bottom: ${rem(0.4)};
    height: ${rem(1.1)};
    line-height: ${rem(1.1)};
    background: var(--_card);
  }

  .number[data-side='left'] {
    translate: calc(-100% - var(--_dot-width) / 2 - ${rem(0.35)}) 0;
  }

  .note {
    margin: 0;
    color: var(--_soft);
    position: absolute;
    inset: auto 0 100%;
    display: block;
    overflow: hidden;
    font-size: var(--_small);
    padding-bottom: ${rem(0.2)};
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* The line itself is its upper edge. */
  .scale {
    display: flex;
    height: ${rem(1.9)};
    padding-top: ${rem(0.3)};
    border-top: 2px solid var(--_field-line);
    color: var(--_soft);
    font-size: var(--_small);
  }

  /* Each as wide as its side of the line, and without what there is no room for. */
  .scale div {
    container-type: inline-size;
    display: flex;
    flex: 1 1 0;
    gap: ${rem(0.5)};
    align-items: center;
    min-width: 0;
    height: ${rem(1.25)};
    padding-right: ${rem(1.6)};
    overflow: hidden;
    white-space: nowrap;
  }

  .scale div:first-child {
    flex-grow: var(--_handle);
  }

  .scale div:last-child {
    flex-grow: calc(1 - var(--_handle));
    justify-content: end;
    padding-right: 0;
    padding-left: ${rem(1.6)};
  }

  .scale div > span {
    display: flex;
    flex: 1;
    gap: ${rem(0.5)};
    align-items: center;
    min-width: 0;
  }

  .scale div > span::before,
  .scale div > span::after {
    flex: 1;
    height: 1px;
    background: currentColor;
    opacity: 0.4;
    content: '';
  }

  @container (max-width: 21em) {
    .scale span span {
      display: none;
    }
  }

  @container (max-width: 9em) {
    .scale div > span::before,
    .scale div > span::after {
      display: none;
    }
  }

  @container (max-width: 6.5em) {
    .scale span {
      visibility: hidden;
    }
  }

  code {
    font-family: var(--_mono);
  }

  b,
  .scale span code {
    color: var(--_ink);
  }

  b {
    font-weight: 650;
  }

  .kept b {
    color: var(--_accent);
  }

  .handle {
    position: absolute;
    top: ${rem(-0.5)};
    left: calc(var(--_handle) * 100%);
    width: 3px;
    height: calc(var(--_strip) + ${rem(1)});
    background: var(--_ink);
    border-radius: 2px;
    outline: none;
    translate: -50% 0;
    cursor: ew-resize;
    touch-action: none;
  }

  /* What a finger can take. */
  .handle::before {
    position: absolute;
    inset: 0 ${rem(-1.3)} ${rem(-1.2)};
    content: '';
  }

  .knob {
    position: absolute;
    bottom: ${rem(-1.15)};
    left: 50%;
    width: ${rem(2.25)};
    height: ${rem(1.625)};
    background: var(--_ink);
    border-radius: 99px;
    translate: -50% 0;
  }

  .knob::before,
  .knob::after {
    position: absolute;
    top: calc(50% - ${rem(0.25)});
    left: ${rem(0.6)};
    width: ${rem(0.5)};
    height: ${rem(0.5)};
    border: solid var(--_card);
    border-width: 0 0 1.6px 1.6px;
    rotate: 45deg;
    content: '';
  }

  .knob::after {
    right: ${rem(0.6)};
    left: auto;
    rotate: 225deg;
  }

  .handle:focus-visible .knob {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .handle[aria-disabled='true'] {
    cursor: default;
  }

  .handle[aria-disabled='true'] .knob {
    display: none;
  }

  /* No number parts kept from dropped: there the handle is only a control. */
  [data-kind='none'] .handle,
  [data-kind='table'] .handle {
    top: calc(var(--_strip) - ${rem(0.2)});
    height: ${rem(0.7)};
  }

  /* As low as a field, in a bar. */
  :host([slim]) {
    display: block;
    height: ${rem(2.3)};
  }

  :host([slim]) .line {
    inset: 0;
    --_strip: ${rem(2.3)};
  }

  :host([slim]) .strip {
    border-bottom: 2px solid var(--_field-line);
    touch-action: none;
  }

  :host([slim]) :is(.scale, .note) {
    display: none;
  }

  :host([slim]) .handle {
    top: ${rem(-0.25)};
    height: ${rem(2.8)};
  }

  :host([slim]) .handle::before {
    bottom: 0;
  }

  :host([slim]) .knob {
    bottom: calc(50% - ${rem(0.7)});
    width: ${rem(0.9)};
    height: ${rem(1.4)};
  }

  :host([slim]) .knob::before,
  :host([slim]) .knob::after {
    display: none;
  }

  .threads {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.75;
    stroke-linecap: round;
    pointer-events: none;
  }

  .ghosts {
    stroke: var(--_accent);
    stroke-width: 1.2;
    opacity: 0.3;
  }

  .ghosts.dropped {
    stroke: var(--_soft);
    stroke-dasharray: 3 3;
    opacity: 0.45;
  }

  .block {
    stroke-width: 2;
    stroke-linejoin: round;
  }

  @media (prefers-reduced-motion: no-preference) {
    .dot span {
      transition:
        background-color 0.12s,
        color 0.12s;
    }

    /* Two names for the same, since an animation begins anew only by another name. */
    .dot[data-falls='0'] {
      animation: fall 0.24s cubic-bezier(0.5, 0, 0.9, 0.6);
    }
    .dot[data-falls='1'] {
      animation: fall-again 0.24s cubic-bezier(0.5, 0, 0.9, 0.6);
    }
    @keyframes fall {
      from {
        opacity: 0;
        transform: translateY(${rem(-4)});
      }
    }
    @keyframes fall-again {
      from {
        opacity: 0;
        transform: translateY(${rem(-4)});
      }
    }

    .thread {
      stroke-dasharray: 1 1;
    }
    .thread[data-grows='0'] {
      animation: grow 0.16s ease-out;
    }
    .thread[data-grows='1'] {
      animation: grow-again 0.16s ease-out;
    }
    @keyframes grow {
      from {
        stroke-dashoffset: 1;
      }
    }
    @keyframes grow-again {
      from {
        stroke-dashoffset: 1;
      }
    }
  }

  /* Gradients are left out there. */
  @media (forced-colors: active) {
    .dropped {
      border: 1px dashed CanvasText;
    }
    .dot span,
    .handle,
    .knob,
    .columns {
      forced-color-adjust: none;
    }
    .dot[data-fate='kept'] span {
      color: Canvas;
      background: CanvasText;
      border-color: CanvasText;
    }
    .dot[data-fate='dropped'] span {
      color: CanvasText;
      background: Canvas;
      border-color: CanvasText;
    }
    .dot[aria-selected='true'] span {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
    .columns .kept {
      fill: CanvasText;
    }
    .columns .gone {
      fill: GrayText;
    }
    .handle,
    .knob {
      background: Highlight;
    }
    .knob::before,
    .knob::after {
      border-color: HighlightText;
    }
    .threads {
      stroke: CanvasText;
    }
  }

  @media print {
    .knob,
    .threads {
      display: none;
    }
  }
`;
