// How a heat map looks around the drawing.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const heatMapStyles = css`
  :host {
    display: block;
    min-width: 0;
    color: var(--_ink);
    font: var(--_text)/1.5 var(--_sans);
  }

  .stage {
    position: relative;
    width: fit-content;
    max-width: 100%;
  }

  .frame {
    position: relative;
    overflow: hidden;
    background: var(--_card);
    border-radius: var(--_radius);
    cursor: crosshair;
    /* One finger scrolls the page, two zoom the map. */
    touch-action: pan-x pan-y;
    user-select: none;
    -webkit-user-select: none;
  }

  .frame[data-zoomed] {
    cursor: grab;
  }

  /* Only when the reader has zoomed: a map that begins zoomed must not catch the finger that scrolls the page. */
  .frame[data-zoomed][data-moved] {
    touch-action: none;
  }

  .frame[data-zoomed]:active {
    cursor: grabbing;
  }

  /* This element has the proportions of the whole map, which no style sheet can know. */
  .extent {
    display: block;
    max-width: 100%;
    height: auto;
    min-height: 24px;
  }

  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    font-family: var(--_mono);
  }

  .corner {
    position: absolute;
    inset: 0 auto auto 0;
  }

  .corner.right {
    inset: 0 0 auto auto;
  }

  .corner.bottom {
    inset: auto auto 0 0;
  }

  /* A thin edge, since a map may be as pale as the page. */
  .frame::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 1px solid color-mix(in oklab, var(--_ink) 12%, transparent);
    border-radius: inherit;
    pointer-events: none;
  }

  /* Always one line, so that nothing below it moves. */
  .caption {
    min-height: ${rem(1.9)};
    margin: 0;
    padding-top: ${rem(0.3)};
    overflow: hidden;
    color: var(--_soft);
    font-size: var(--_small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .caption code,
  .caption b {
    font-family: var(--_mono);
  }

  .caption b {
    color: var(--_ink);
    font-weight: 650;
  }

  .zoom {
    position: absolute;
    top: 5px;
    right: 5px;
    display: flex;
    background: var(--_card);
    border-radius: var(--_radius);
    opacity: 0;
  }

  .stage:hover .zoom,
  .stage:focus-within .zoom,
  .frame[data-zoomed] + .zoom {
    opacity: 1;
  }

  /* Shown also on devices that cannot hover. */
  @media (hover: none) {
    .zoom {
      opacity: 1;
    }
  }

  .zoom button {
    min-width: ${rem(1.6)};
    min-height: ${rem(1.6)};
    padding: 0;
    border-color: transparent;
    font-size: var(--_text);
    line-height: 1;
  }

  .colours,

  /* Read from there. A transition, of no time to speak of, tells when one has changed: with the
     colour scheme, or because the host page has set another. */
  .colours i {
    forced-color-adjust: none;
    transition: color 1ms;
  }
  .colours [data-name='card'] {
    color: var(--_card);
  }
  .colours [data-name='ink'] {
    color: var(--_ink);
  }
  .colours [data-name='soft'] {
    color: var(--_soft);
  }
  .colours [data-name='accent'] {
    color: var(--_accent);
  }
  .colours [data-name='dropped'] {
    color: var(--_dropped);
  }
  .colours [data-name='hatch'] {
    color: var(--_hatch);
  }
  .colours [data-name='warm'] {
    color: var(--_warm);
  }
  .colours [data-name='cool'] {
    color: var(--_cool);
  }
  .colours [data-name='error'] {
    color: var(--_error);
  }

  @media (prefers-reduced-motion: no-preference) {
    .zoom {
      transition: opacity 0.15s;
    }
  }

  @media (forced-colors: active) {
    .frame {
      border: 1px solid;
    }
    .colours [data-name='card'],
    .colours [data-name='dropped'] {
      color: Canvas;
    }
    .colours [data-name='ink'],
    .colours [data-name='soft'] {
      color: CanvasText;
    }
    .colours [data-name='cool'],
    .colours [data-name='accent'] {
      color: Highlight;
    }
    .colours [data-name='warm'] {
      color: LinkText;
    }
    .colours [data-name='hatch'] {
      color: GrayText;
    }
  }
`;
