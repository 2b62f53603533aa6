// <gradient-flow>: the upstream gradient, which readers can edit, and the gradient of the input.
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { rem } from '../../design/rem.ts';
import { slopeOf } from '../../experiment/derivation/scaling.ts';
import type { Result } from '../../experiment/experiment.ts';
import { explain } from '../../experiment/explanation.ts';
import { nestedList } from '../../experiment/nested-list.ts';
import { shortestText } from '../../experiment/number-text.ts';
import { writtenCells } from '../../experiment/written-cells.ts';
import { formatNumber } from '../../i18n/number-format.ts';
import { fireSettings } from '../controls/settings-event.ts';
import { isInLine } from '../equation/equal-cells.ts';
import { EquationElement } from '../equation/equation-element.ts';
import { figureGrid, maskGrid } from '../equation/figure-grid.ts';
import { fitOf } from '../equation/fit.ts';
import { sums } from '../equation/sums.ts';
import type { Grid } from '../grids/grid-shape.ts';

/** @fires settings-change - {gradient} after every edit. */
export class GradientFlow extends EquationElement {
  static override readonly styles = [
    EquationElement.styles,
    css`
      :host {
        scroll-margin: var(--_covered, 0px) 0 var(--_beneath, 0px);
      }

      summary {
        padding: ${rem(0.2)} 0;
        color: var(--_ink);
        font-size: var(--_text);
        cursor: pointer;
      }

      summary b {
        font-weight: 650;
      }

      summary span {
        color: var(--_soft);
      }

      .equation {
        padding-inline: 0;
        padding-bottom: ${rem(0.4)};
      }
    `,
  ];

  static override readonly properties = {
    ...EquationElement.properties,
    error: { attribute: false },
    open: { state: true },
  };

  declare error: Error | undefined;
  /** While it is closed it draws nothing, so that it costs nothing when a slider moves. */
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  override willUpdate(changed: Map<string, unknown>) {
    super.willUpdate(changed);
    if (changed.has('pointing') && this.pointing === 'gradient') this.open = true;
  }

  override updated(changed: Map<string, unknown>) {
    if (changed.has('pointing') && this.pointing === 'gradient') {
      this.scrollIntoView({ block: 'nearest' });
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { result } = this;
    if (!result) return nothing;
    return html`
      <details ?open=${this.open} @toggle=${(event: Event) => {
        this.open = (event.currentTarget as HTMLDetailsElement).open;
      }}>
        <summary>
          <b>${msg('Gradient', { id: 'gradient' })}</b>
          <span>${msg('goes back through the same mask and scale', { id: 'gradient-meaning' })}</span>
        </summary>
        ${this.open ? this.#renderFlow(result) : nothing}
      </details>
      ${this.error ? html`<p class="error" role="alert" id="gradient-error">${explain(this.error)}</p>` : nothing}
    `;
  }

  #renderFlow(result: Result) {
    const { upstream, gradient, kept, x } = result;
    const { sign, number } = slopeOf(result);
    const largest = Math.max(upstream.largest, gradient.largest);
    const fit = fitOf([upstream], gradient);
    this.alignCells(fit);
    const look = this.lookUpTo(largest, fit);
    const upstreamLabel = msg('upstream gradient', { id: 'upstream' });
    const backLabel = msg('gradient of x', { id: 'gradient-of-x' });
    return html`<div class="equation" ?data-maps=${!x.cells} data-width=${fit.width} ?data-compact=${fit.isCompact} ?data-line=${isInLine(this.room, fit)}>
      <figure class="input">
        <figcaption><b>${upstreamLabel}</b> <code>y.grad</code></figcaption>
        ${
          upstream.cells && !this.locked
            ? html`<tensor-editor
              .label=${upstreamLabel}
              .shape=${upstream.shape}
              .beside=${fit.beside}
              .cells=${writtenCells(result.settings.gradient, upstream.size) ?? upstream.cells.shortest}
              .texts=${upstream.cells.texts}
              .values=${upstream.cells.values}
              .largest=${largest}
              .check=${this.check}
              .pointed=${this.pointed ?? this.explained}
              @grid-change=${(event: CustomEvent<Grid>) => this.#edit(event.detail)}
              @cell-point=${this.onPoint}
            ></tensor-editor>`
            : figureGrid(upstream, look(upstreamLabel, null))
        }
        ${sums(upstream)}
        ${this.locked ? nothing : this.#renderTools(result)}
      </figure>
      <span class="op times" aria-hidden="true">×</span>
      <figure class="mask">
        <figcaption><b>${msg('mask', { id: 'mask' })}</b></figcaption>
        ${maskGrid(x, kept, look(msg('mask of the gradient', { id: 'gradient-mask' }), kept))}
      </figure>
      <span class="op scale" title=${shortestText(number, x.dtype)}>
        <span><span aria-hidden="true">${sign}</span> <b>${formatNumber(number)}</b></span>
      </span>
      <span class="op equals" aria-hidden="true">=</span>
      <figure class="train">
        <figcaption><b>${backLabel}</b> <code>x.grad</code></figcaption>
        ${figureGrid(gradient, look(backLabel, kept))} ${sums(gradient)}
      </figure>
    </div>`;
  }

  #renderTools({ settings }: Result) {
    return html`<div class="tools">
      <button
        type="button"
        aria-disabled=${settings.gradient === '' && !this.error}
        @click=${() => fireSettings(this, { gradient: '' })}
      >
        ${msg('all ones', { id: 'all-ones' })}
      </button>
    </div>`;
  }

  #edit({ shape, cells }: Grid) {
    fireSettings(this, { gradient: nestedList(shape, cells) });
  }
}
