// <dropout-places>: networks as diagrams, in which one presses a place of dropout to see what it does there.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FigureCore } from '../../core/figure-core.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { sections } from '../../design/styles/sections.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { loadCore, moreCoreFor } from '../../experiment/core-source.ts';
import { isResult, type Result } from '../../experiment/experiment.ts';
import { runOrRecall } from '../../experiment/recent-results.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { formatNumber } from '../../i18n/number-format.ts';
import { renderMlp, renderRnn, renderTransformer } from './diagrams.ts';
import type { PlaceName } from './place-programs.ts';
import { type Network, networks, type Place, placeNamed } from './places.ts';
import { placesStyles } from './places-styles.ts';

/**
 * @attr place - The name of the place that is shown.
 * @fires place-show - {place, settings} that the reader wants to see in the figure; bubbles.
 * @fires program-choose - {source} of the program that the reader wants to run; bubbles.
 */
export class DropoutPlaces extends ShadowElement {
  static override readonly styles = [tokens, fields, host, sections, placesStyles];

  static override readonly properties = {
    place: { reflect: true, useDefault: true },
    core: { state: true },
    pointed: { state: true },
  };

  declare place: PlaceName;
  declare protected core: FigureCore | null;
  /** Index of the cell under the pointer, or null. */
  declare protected pointed: number | null;

  constructor() {
    super();
    new LanguageController(this);
    this.place = 'weights';
    this.core = null;
    this.pointed = null;
  }

  override connectedCallback() {
    super.connectedCallback();
    loadCore().then(
      async (core) => {
        await moreCoreFor(placeNamed(this.place).settings);
        this.core = core;
      },
      () => {}, // The figure above tells why.
    );
  }

  override render(): TemplateResult {
    const { mlp, rnn, transformer } = networks();
    const spot = (name: PlaceName, label = 'Dropout') => this.#renderSpot(name, label);
    return html`<div class="panel">
      <div class="networks">
        ${renderNetwork(mlp, renderMlp(spot))} ${renderNetwork(rnn, renderRnn(spot))}
        ${renderNetwork(transformer, renderTransformer(spot))}
      </div>
      ${this.#renderDetail(placeNamed(this.place))}
    </div>`;
  }

  #renderSpot(name: PlaceName, label: string) {
    return html`<button
      type="button"
      class="step spot"
      aria-pressed=${name === this.place}
      aria-controls="detail"
      title=${placeNamed(name).title}
      @click=${() => this.#choose(name)}
    >${label}</button>`;
  }

  async #choose(name: PlaceName) {
    this.place = name;
    this.pointed = null;
    await this.updateComplete;
    // On a phone it is below the diagrams, out of sight.
    this.renderRoot.querySelector('.words')?.scrollIntoView({ block: 'nearest' });
  }

  #renderDetail(place: Place) {
    const { network, title, about, code } = place;
    const result = this.core && runOrRecall(this.core, place.settings);
    return html`<section id="detail" class="detail" part="detail" aria-labelledby="place">
      <div class="words">
        <h3 id="place"><span class="network">${network} ›</span> ${title}</h3>
        <p aria-live="polite">${about}</p>
        <p><code>${code}</code></p>
        <p class="leads">
          <button type="button" class="primary" @click=${() => this.#tell('place-show', { place: place.name, settings: place.settings })}>
            ${msg('Open in the figure', { id: 'place-open' })}
          </button>
          <button type="button" @click=${() => this.#tell('program-choose', { source: place.program })}>
            ${msg('Run it as a program', { id: 'place-run' })}
          </button>
        </p>
      </div>
      <div class="shown">
        <dropout-equation
          .result=${result && isResult(result) ? result : null}
          .locked=${true}
          .pointed=${this.pointed}
          @cell-point=${(event: CustomEvent<{ index: number | null }>) => {
            this.pointed = event.detail.index;
          }}
        ></dropout-equation>
        ${place.hasRowSums && result && isResult(result) ? renderRowSums(result) : nothing}
      </div>
    </section>`;
  }

  #tell(type: string, detail: object) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

function renderNetwork({ name, about, sources }: Network, diagram: TemplateResult) {
  return html`<article>
    <h3>${name}</h3>
    <p>
      ${about}
      ${sources.map(([paper, url]) => html`<a href=${url} target="_blank" rel="noopener">${paper}</a> `)}
    </p>
    <div class="diagram" dir="ltr">${diagram}</div>
  </article>`;
}

/** What the rows of a matrix sum to, before and behind its dropout. */
function renderRowSums({ x, train }: Result) {
  const sumsOf = ({ shape, values }: Result['x']) => {
    const [rows = 0, columns = 0] = shape;
    return Array.from({ length: rows }, (_, row) => {
      const cells = Array.from(values.slice(row * columns, (row + 1) * columns), Number);
      return formatNumber(Math.round(100 * cells.reduce((sum, cell) => sum + cell, 0)) / 100);
    }).join(' · ');
  };
  return html`<p class="rows">
    ${msg('Sums of the rows:', { id: 'place-row-sums' })} <b>${sumsOf(x)}</b> → <b>${sumsOf(train)}</b>
  </p>`;
}
