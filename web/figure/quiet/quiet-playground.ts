// <dropout-playground> as the page has it: the figure first, then p and another call, and all else folded into one
// quiet line that says what is chosen.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { BEFORE_LAYER } from '../../experiment/before-layer.ts';
import type { Result } from '../../experiment/experiment.ts';
import type { Control } from '../../experiment/offers.ts';
import { ALL_OFFERED, offersOf } from '../../experiment/offers-of.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../experiment/settings.ts';
import { type Composition, DropoutPlayground, type Part } from '../dropout-playground.ts';
import { helpOf } from './field-help.ts';
import { FOLDS, type Fold, quietLine } from './quiet-line.ts';
import { quietStyles } from './quiet-styles.ts';

const P_ALONE = offersOf(ALL_OFFERED, ['p']);

/** The settings of each fold, whose errors open it. */
const SETTINGS_OF: Readonly<Record<Fold, readonly (keyof Settings)[]>> = {
  engine: ['engine'],
  layer: ['layer', 'inplace'],
  seed: ['seed', ...BEFORE_LAYER],
  call: ['call'],
  text: ['input'],
};

/** Its attributes, slots and events are those of <dropout-playground>. With `controls` it is as in posts; without it offers everything. */
export class QuietPlayground extends DropoutPlayground {
  static override readonly styles = [...DropoutPlayground.styles, quietStyles];

  static override readonly properties = {
    ...DropoutPlayground.properties,
    opened: { state: true },
  };

  /** What the reader has unfolded. */
  declare protected opened: ReadonlySet<Fold>;

  constructor() {
    super();
    this.opened = new Set();
  }

  override willUpdate(changed: Map<string, unknown>) {
    super.willUpdate(changed);
    // What a lesson or a link is about comes into sight; the reader may fold it again.
    if (changed.has('pointing') && this.pointing === 'calls') this.#open('call');
    const isTold = (name: keyof Settings) =>
      changed.has(name) && this[name] !== DEFAULT_SETTINGS[name];
    if (BEFORE_LAYER.some(isTold)) this.#open('seed');
  }

  protected override compose(composition: Composition): TemplateResult {
    if (this.controls !== null) return super.compose(composition);
    const { result, explained, stale, from } = composition;
    return html`
      <div class="lesson"><slot name="lesson"></slot></div>
      ${from(2, () => this.renderEquation(result, explained))}
      <div class="beneath">
        <div class="hands" part="hands">
          ${from(2, () => this.renderDraws(result, explained))}
          ${from(1, () => this.#renderSetting(result))}
        </div>
        ${from(3, () => this.renderDerivation(result, explained))}
      </div>
      ${from(1, () => this.#renderQuietLine(result))}
      <div id="folded" class="folded" part="folded">${from(1, () => this.#renderFolded(result))}</div>
      ${stale} ${this.renderProgress()}
      ${from(3, () => this.renderPrinted(result))}
      ${from(3, () => this.renderGradient(result, explained))}
    `;
  }

  /** What the line of draws shows, on which p is moved; null where p has a slider. */
  get lined(): Result | null {
    const { result } = this;
    return result && this.hasLine(result) ? result : null;
  }

  /** What the reader has in hand: the line, p and the next call. */
  get hands(): Element | null {
    return this.renderRoot.querySelector('.hands');
  }

  #renderSetting(result: Result) {
    return html`<div class="setting">
      <experiment-controls
        .settings=${this.settings}
        .errors=${this.errors}
        .shownP=${this.shownP(result)}
        .offers=${P_ALONE}
        .isBesideLine=${this.hasLine(result)}
      ></experiment-controls>
      <button type="button" class="primary" @click=${() => this.edit({ call: String(result.call + 1) })}>
        ${msg('Call again', { id: 'call-again' })}
      </button>
    </div>`;
  }

  #renderQuietLine({ call }: Result) {
    return quietLine({
      settings: this.settings,
      call,
      isOpen: (fold) => this.#isOpen(fold),
      history: this.history,
      onToggle: (fold) => this.#toggle(fold),
      onChoose: (settings) => this.edit(settings),
      onStep: (step) => this.goBackOrOn(step),
    });
  }

  #renderFolded(result: Result): Part {
    const open = FOLDS.filter((fold) => this.#isOpen(fold));
    const has = (fold: Fold) => open.includes(fold);
    const fields = open.flatMap((fold) => SETTINGS_OF[fold]) as readonly Control[];
    const { errors, settings } = this;
    return html`
      ${
        has('engine') || has('layer') || has('seed')
          ? html`<experiment-controls
              class="head"
              part="controls"
              .settings=${settings}
              .errors=${errors}
              .offers=${offersOf(ALL_OFFERED, fields)}
              .help=${helpOf(settings)}
            ></experiment-controls>`
          : nothing
      }
      ${
        has('seed')
          ? html`<more-settings
              class="before"
              .settings=${settings}
              .errors=${errors}
              .offers=${ALL_OFFERED}
            ></more-settings>`
          : nothing
      }
      ${
        has('call')
          ? html`<call-strip
              class="calls"
              part="calls"
              .bare=${true}
              .calls=${result.calls}
              .shape=${result.mask.shape}
              .current=${result.call}
              .error=${errors.call}
            ></call-strip>`
          : nothing
      }
      ${
        has('text')
          ? html`<input-field
              class="input"
              part="input"
              .bare=${true}
              .input=${settings.input}
              .error=${errors.input}
              .notes=${result.notes}
            ></input-field>`
          : nothing
      }
    `;
  }

  /** What is wrong stays in sight until it is mended. */
  #isOpen(fold: Fold): boolean {
    return this.opened.has(fold) || SETTINGS_OF[fold].some((name) => this.errors[name]);
  }

  #open(fold: Fold) {
    this.opened = new Set([...this.opened, fold]);
  }

  #toggle(fold: Fold) {
    if (!this.opened.has(fold)) this.#open(fold);
    else this.opened = new Set([...this.opened].filter((other) => other !== fold));
  }
}
