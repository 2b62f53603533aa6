// <losses-over-p>: what p does to the validation loss, for one seed after the other, and p itself, which is chosen there.
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { InSight } from '../../design/in-sight.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { sections } from '../../design/styles/sections.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { formatNumber, formatPercent } from '../../i18n/number-format.ts';
import { effectOf } from '../../training/sweep.ts';
import type { Training } from '../../training/training.ts';
import { cardStyles } from './card-styles.ts';
import { MOST_P, P_STEP } from './lab-settings.ts';
import { lossText } from './lab-words.ts';
import { lossesOverPPicture, mediansOf, scaleOfP } from './losses-over-p-picture.ts';
import { lossesOverPStyles } from './losses-over-p-styles.ts';
import { picture } from './picture.ts';
import { PictureSizes } from './picture-size.ts';
import { linear } from './scale.ts';
import { SeedSweep } from './seed-sweep.ts';

/** @fires p-choose - {p} while its handle is moved; bubbles. */
export class LossesOverP extends ShadowElement {
  static override readonly styles = [tokens, fields, host, sections, cardStyles, lossesOverPStyles];

  static override readonly properties = {
    training: { attribute: false },
    held: { type: Boolean },
  };

  /** What is trained, but for p and the seed, which is that of the first line. */
  declare training: Training;
  /** Whether it waits, so that what goes on elsewhere has the processor. */
  declare held: boolean;

  readonly #sweep = new SeedSweep(this);
  readonly #sight = new InSight(this, '0px', () => this.#follow());
  readonly #sizes = new PictureSizes(this, { plot: 'svg' });
  /** Which pointer moves p over the picture. */
  #pointer: number | null = null;

  constructor() {
    super();
    new LanguageController(this);
    this.held = false;
  }

  override willUpdate(changed: PropertyValues) {
    if (changed.has('training')) this.#sweep.of(this.training);
    if (changed.has('held')) this.#follow();
  }

  #follow() {
    this.#sweep.setWanted(this.#sight.isInSight && !this.held);
  }

  override render(): TemplateResult {
    const size = this.#sizes.of('plot');
    const { p } = this.training;
    const { failure } = this.#sweep;
    const readout = this.#readout();
    return html`<div class="card">
      <h3>${msg('How much?', { id: 'lab-u-title' })}</h3>
      <p class="lede">
        ${msg('Validation loss over p. A faint line is one seed, the thick one their median.', { id: 'lab-u-lede' })}
      </p>
      ${failure ? html`<p class="error" role="alert">${failure.message}</p>` : nothing}
      <p class="readout">${readout}</p>
      <div
        class="plot"
        @pointerdown=${this.#onPointerDown}
        @pointermove=${this.#onPointerMove}
        @pointerup=${this.#onPointerEnd}
        @pointercancel=${this.#onPointerEnd}
      >
        ${picture(
          'losses',
          size,
          this.#sentence(),
          size ? lossesOverPPicture(this.#sweep, p, MOST_P, size) : nothing,
        )}
      </div>
      <input
        type="range"
        min="0"
        max=${MOST_P}
        step=${P_STEP}
        .value=${live(String(p))}
        aria-label=${msg('p of the network above', { id: 'lab-u-p' })}
        aria-valuetext=${`p = ${formatNumber(p)}. ${readout}`}
        @input=${(event: Event) => this.#choose(Number((event.target as HTMLInputElement).value))}
      />
      ${this.#renderTicks()} ${this.#renderFoot()}
    </div>`;
  }

  #renderTicks() {
    const size = this.#sizes.of('plot');
    if (!size) return html`<svg class="ticks"></svg>`;
    const toX = scaleOfP(MOST_P, size);
    return html`<svg class="ticks" viewBox=${`0 0 ${size.width} 19`} aria-hidden="true">
      ${[0, 0.25, 0.5, 0.75, MOST_P].map(
        (p) => svg`<text x=${toX(p)} y="14" text-anchor="middle">${formatNumber(p)}</text>`,
      )}
    </svg>`;
  }

  #renderFoot() {
    const { done, total, isMore } = this.#sweep;
    return html`<div class="foot">
      <output>
        ${msg(str`${formatNumber(done)} of ${formatNumber(total)} trainings`, { id: 'lab-u-done' })}
      </output>
      <button type="button" aria-disabled=${!isMore} @click=${() => this.#sweep.takeMore()}>
        ${msg('More seeds', { id: 'lab-u-more' })}
      </button>
      <copy-button
        .text=${() => this.#data()}
        .what=${msg('validation losses', { id: 'lab-u-data' })}
        .label=${msg('Copy data', { id: 'copy-data' })}
      ></copy-button>
    </div>`;
  }

  /** Of the p next to the chosen one that has been trained, where every seed that counts has been. */
  #readout(): string {
    const { ps } = this.#sweep;
    const rows = this.#sweep.whole;
    if (rows.length === 0) return msg('Training…', { id: 'lab-u-training' });
    const { p } = this.training;
    const nearest = ps.reduce((best, one, i) => {
      return Math.abs(one - p) < Math.abs((ps[best] as number) - p) - 1e-9 ? i : best;
    }, 0);
    const medians = mediansOf({ ps, rows });
    const [median, without] = [medians[nearest] as number, medians[0] as number];
    const { better } = effectOf(rows);
    const shown = formatNumber(ps[nearest] as number);
    const seeds = formatNumber(rows.length);
    if (nearest === 0) {
      return msg(str`p = 0: median of ${seeds} seeds ${lossText(median)}.`, { id: 'lab-u-zero' });
    }
    const [wins, share] = [formatNumber(better[nearest] as number), median / without - 1];
    return share < 0
      ? msg(
          str`p = ${shown}: median ${lossText(median)}, ${formatPercent(-share)} below p = 0. Better than p = 0 in ${wins} of ${seeds} seeds.`,
          { id: 'lab-u-below' },
        )
      : msg(
          str`p = ${shown}: median ${lossText(median)}, ${formatPercent(share)} above p = 0. Better than p = 0 in ${wins} of ${seeds} seeds.`,
          { id: 'lab-u-above' },
        );
  }

  /** What the picture shows, for readers who do not see it. */
  #sentence(): string {
    const { ps } = this.#sweep;
    const rows = this.#sweep.whole;
    if (rows.length === 0) return msg('Validation losses over p', { id: 'lab-u-picture' });
    const medians = mediansOf({ ps, rows });
    const pairs = ps.map((p, i) => `${formatNumber(p)}: ${lossText(medians[i] as number)}`);
    return msg(str`Median validation loss for each p. ${pairs.join(', ')}`, {
      id: 'lab-u-sentence',
    });
  }

  #data(): string {
    const { ps, rows, seeds } = this.#sweep;
    const head = ['seed', ...ps.map((p) => `p=${p}`)];
    const lines = rows.map((row, i) => [seeds[i], ...row]);
    return `${[head, ...lines].map((line) => line.join('\t')).join('\n')}\n`;
  }

  #onPointerDown = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    this.#pointer = event.pointerId;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#onPointerMove(event);
  };

  #onPointerMove = (event: PointerEvent) => {
    const size = this.#sizes.of('plot');
    if (event.pointerId !== this.#pointer || !size) return;
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const toX = scaleOfP(MOST_P, size);
    const place = ((event.clientX - left) / width) * size.width;
    const p = linear([toX(0), toX(MOST_P)], [0, MOST_P])(place);
    const stepped = Math.round(Math.max(0, Math.min(MOST_P, p)) / P_STEP) * P_STEP;
    this.#choose(Number(stepped.toFixed(2)));
  };

  #onPointerEnd = (event: PointerEvent) => {
    if (event.pointerId === this.#pointer) this.#pointer = null;
  };

  #choose(p: number) {
    if (p === this.training.p) return;
    this.dispatchEvent(
      new CustomEvent('p-choose', { detail: { p }, bubbles: true, composed: true }),
    );
  }
}
