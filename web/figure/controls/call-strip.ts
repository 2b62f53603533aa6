// <call-strip>: the calls since the seeding, each a small picture of its mask, to step through.
import { msg, str } from '@lit/localize';
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { scrollEdges } from '../../design/styles/scroll-edges.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { explain } from '../../experiment/explanation.ts';
import type { Call } from '../../experiment/shown-call.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { formatPercent } from '../../i18n/number-format.ts';
import { fireSettings } from './settings-event.ts';

/** A mask with more cells is shown as the share that is dropped, not as a picture. */
const MOST_CELLS = 400;

/** Slices of a tensor stand side by side in a picture of at most this proportion, width to height. */
const WIDEST = 2.5;

/** @fires settings-change - {call} */
export class CallStrip extends ShadowElement {
  static override readonly styles = [
    tokens,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: ${rem(0.5)} ${rem(0.9)};
      }

      /* The width does not depend on the number of calls, so that nothing moves when there are more. */
      ol {
        display: flex;
        flex: 1 1 ${rem(12)};
        gap: ${rem(0.35)};
        min-width: 0;
        margin: -4px;
        padding: 4px;
        overflow-x: auto;
        list-style: none;
        scrollbar-width: none;
        ${scrollEdges}
      }

      li {
        flex: none;
      }

      .call {
        display: grid;
        grid-auto-flow: column;
        align-items: center;
        gap: ${rem(0.45)};
        min-height: ${rem(2.3)};
        padding: ${rem(0.2)} ${rem(0.55)};
        font-variant-numeric: tabular-nums;
      }

      .call[aria-current] {
        color: var(--_ink);
        border-color: var(--_accent);
        box-shadow: inset 0 0 0 1px var(--_accent);
      }

      svg {
        display: block;
        height: ${rem(1.5)};
        max-width: ${rem(3)};
      }

      .kept {
        fill: var(--_accent);
      }

      .dropped {
        fill: var(--_hatch);
      }

      @media (forced-colors: active) {
        .kept {
          fill: CanvasText;
        }
        .dropped {
          fill: none;
          stroke: GrayText;
          stroke-width: 0.15;
        }
      }
    `,
  ];

  static override readonly properties = {
    calls: { attribute: false },
    shape: { attribute: false },
    current: { attribute: false },
    error: { attribute: false },
    locked: { attribute: false },
    bare: { attribute: false },
  };

  declare calls: readonly Call[];
  /** The shape of the masks. */
  declare shape: readonly number[];
  /** Which call is shown, from 1. */
  declare current: number;
  declare error: Error | undefined;
  /** Whether it only shows which call it is, and has no buttons. */
  declare locked: boolean;
  /** Whether it has no button for another call, which stands elsewhere. */
  declare bare: boolean;

  constructor() {
    super();
    new LanguageController(this);
    this.calls = [];
    this.shape = [];
    this.current = 1;
    this.locked = false;
    this.bare = false;
  }

  override updated(changed: Map<string, unknown>) {
    // A single call needs no scrolling, and measuring it would lay out the page once more.
    if (!changed.has('current') || this.calls.length < 2) return;
    const shown = this.renderRoot.querySelector('[aria-current]');
    const list = shown?.closest('ol');
    if (!(shown instanceof HTMLElement) || !list) return;
    // Not scrollIntoView, which moves the page, too.
    const right = shown.offsetLeft + shown.offsetWidth - list.offsetLeft;
    if (right > list.scrollLeft + list.clientWidth) list.scrollLeft = right - list.clientWidth + 4;
    else if (shown.offsetLeft - list.offsetLeft < list.scrollLeft)
      list.scrollLeft = shown.offsetLeft - list.offsetLeft - 4;
  }

  override render(): TemplateResult {
    const label = msg('Calls since the seed', { id: 'calls' });
    // For a large tensor there is the shown call alone.
    const first = this.calls.length < this.current ? this.current : 1;
    const rewind = msg('Rewind to the first call', { id: 'rewind' });
    return html`
      <span class="label">${label}</span>
      <button
        type="button"
        title=${rewind}
        aria-label=${rewind}
        ?disabled=${this.locked}
        aria-disabled=${this.current === 1}
        @click=${() => this.#show(1)}
      >⏮︎</button>
      ${
        this.bare
          ? nothing
          : html`<button type="button" class="primary" ?disabled=${this.locked} @click=${() => this.#show(this.current + 1)}>
              ${msg('Call again', { id: 'call-again' })}
            </button>`
      }
      <ol aria-label=${label}>
        ${this.calls.map((call, i) => html`<li>${this.#renderCall(call, first + i)}</li>`)}
      </ol>
      ${this.error ? html`<p class="error" role="alert" id="call-error">${explain(this.error)}</p>` : nothing}
    `;
  }

  #renderCall({ mask, dropped }: Call, call: number) {
    const label = msg(str`Call ${call}: dropped ${dropped} of ${mask.length}`, {
      id: 'call-label',
    });
    return html`<button
      type="button"
      class="call"
      ?disabled=${this.locked}
      title=${label}
      aria-label=${label}
      aria-current=${call === this.current ? 'true' : nothing}
      @click=${() => this.#show(call)}
    >
      ${call} ${mask.length <= MOST_CELLS ? this.#renderMask(mask) : html`<span>${formatPercent(dropped / mask.length)}</span>`}
    </button>`;
  }

  #renderMask(mask: Uint8Array) {
    if (mask.length === 0) return nothing;
    const { width, height, placeOf } = pictureOf(this.shape);
    const path = (kept: number) =>
      Array.from(mask, (value, i) => {
        const { x, y } = placeOf(i);
        return value === kept ? `M${x} ${y}h.86v.86h-.86z` : '';
      }).join('');
    return html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
      ${svg`<path class="kept" d=${path(1)} /><path class="dropped" d=${path(0)} />`}
    </svg>`;
  }

  #show(call: number) {
    fireSettings(this, { call: String(call) });
  }
}

/**
 * Where the elements of a mask lie in its small picture. Extents of 1 are left out: the mask of channels has them.
 * Slices stand side by side with gaps, as many as make the picture about as wide as it is high.
 */
function pictureOf(shape: readonly number[]) {
  const extents = shape.filter((extent) => extent > 1);
  const columns = extents.at(-1) ?? 1;
  const rows = extents.at(-2) ?? 1;
  const slices = extents.slice(0, -2).reduce((product, extent) => product * extent, 1);
  const fitting = Math.sqrt((WIDEST * slices * (rows + 1)) / (columns + 1));
  const across = Math.max(1, Math.min(slices, Math.round(fitting)));
  const placeOf = (index: number) => {
    const slice = Math.floor(index / (rows * columns));
    const inside = index % (rows * columns);
    return {
      x: (slice % across) * (columns + 1) + (inside % columns),
      y: Math.floor(slice / across) * (rows + 1) + Math.floor(inside / columns),
    };
  };
  return {
    width: across * (columns + 1) - 1,
    height: Math.ceil(slices / across) * (rows + 1) - 1,
    placeOf,
  };
}
