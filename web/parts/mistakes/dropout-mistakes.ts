// <dropout-mistakes>: what goes wrong with dropout, each time with what the code gives and what the right code gives.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FigureCore } from '../../core/figure-core.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { sections } from '../../design/styles/sections.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { loadCore, moreCoreFor } from '../../experiment/core-source.ts';
import { isResult, type Result, run } from '../../experiment/experiment.ts';
import type { Settings } from '../../experiment/settings.ts';
import type { GridCell } from '../../figure/grids/tensor-grid.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { type Mistake, mistakes, type Outcome } from './mistakes.ts';
import { mistakesStyles } from './mistakes-styles.ts';

/** @fires mistake-show - {key, settings} of the mistake that the reader wants to see in the figure; bubbles. */
export class DropoutMistakes extends ShadowElement {
  static override readonly styles = [tokens, fields, host, sections, mistakesStyles];

  static override readonly properties = { computed: { state: true } };

  /** How many of the mistakes show what they give. */
  declare protected computed: number;
  /** By their settings. They are the same in every language. */
  readonly #results = new Map<string, Result | null>();

  constructor() {
    super();
    new LanguageController(this);
    this.computed = 0;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#compute().catch(() => {}); // The figure above tells why.
  }

  // Each in a task of its own: all at once would hold the page up.
  async #compute(): Promise<void> {
    const core = await loadCore();
    const experiments = mistakes().map(({ wrong, right }) =>
      [...wrong.gives, ...right.gives].map(({ settings }) => settings),
    );
    await Promise.all(experiments.flat().map(moreCoreFor));
    for (const [i, all] of experiments.entries()) {
      await new Promise((resolve) => setTimeout(resolve));
      if (!this.isConnected) return;
      for (const settings of all) this.#run(core, settings);
      this.computed = Math.max(this.computed, i + 1);
    }
  }

  override render(): TemplateResult {
    return html`<ul>
      ${mistakes().map((mistake) => this.#renderMistake(mistake))}
    </ul>`;
  }

  #renderMistake(mistake: Mistake) {
    const { key, title, why, wrong, right, thread, settings } = mistake;
    const show = msg('Show it', { id: 'show-it' });
    return html`<li>
      <h3>${title}</h3>
      <p>${why}</p>
      <div class="pair">
        ${this.#renderCode('wrong', msg('instead of', { id: 'mistake-not' }), wrong)}
        ${this.#renderCode('right', msg('write', { id: 'mistake-but' }), right)}
      </div>
      <p class="leads">
        <button type="button" aria-label="${show}: ${title}" @click=${() => this.#show(key, settings)}>${show}</button>
        ${thread ? html`<a href=${thread.url} target="_blank" rel="noopener">${thread.name}</a>` : nothing}
      </p>
    </li>`;
  }

  #renderCode(kind: 'wrong' | 'right', name: string, { code, gives }: Mistake['wrong']) {
    return html`<figure class=${kind}>
      <figcaption>${name} <code>${code}</code></figcaption>
      <div class="gives">${gives.map((outcome) => this.#renderOutcome(code, outcome))}</div>
    </figure>`;
  }

  #renderOutcome(code: string, { settings, of }: Outcome) {
    const result = this.#results.get(JSON.stringify(settings));
    const tensor = result?.[of];
    if (!result || !tensor?.cells) return nothing;
    const { values, texts } = tensor.cells;
    return html`<tensor-grid
      .label=${code}
      .shape=${tensor.shape}
      .beside=${1}
      .cells=${values.map((value, i): GridCell => {
        const fate = result.kept[i] === 0 ? 'dropped' : 'kept';
        return { text: texts[i] ?? '', value, fate: of === 'train' ? fate : 'plain' };
      })}
      .largest=${Math.max(result.x.largest, tensor.largest)}
    ></tensor-grid>`;
  }

  #run(core: FigureCore, settings: Settings): void {
    const key = JSON.stringify(settings);
    if (this.#results.has(key)) return;
    const outcome = run(core, settings);
    this.#results.set(key, isResult(outcome) ? outcome : null);
  }

  #show(key: string, settings: Mistake['settings']) {
    const detail = { key, settings };
    this.dispatchEvent(new CustomEvent('mistake-show', { detail, bubbles: true, composed: true }));
  }
}
