// <large-progress>: how far the computation of a large tensor is, a button that stops it or starts it again, and
// how long it took.
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { rem } from '../design/rem.ts';
import { ShadowElement } from '../design/shadow-element.ts';
import { fields } from '../design/styles/fields.ts';
import { tokens } from '../design/styles/tokens.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { formatNumber, formatPercent } from '../i18n/number-format.ts';
import type { LargeRun } from './large-run.ts';

/**
 * @fires large-stop - When the reader no longer wants to wait.
 * @fires large-start - When the reader wants a stopped one after all.
 */
export class LargeProgress extends ShadowElement {
  static override readonly styles = [
    tokens,
    fields,
    css`
      :host {
        display: block;
        color: var(--_soft);
        font: var(--_small)/1.4 var(--_sans);
      }

      /* The height does not depend on what it says, so that nothing below it moves. */
      div {
        display: flex;
        align-items: center;
        gap: ${rem(0.8)};
        min-height: ${rem(2.2)};
      }

      progress {
        flex: 1 1 ${rem(6)};
        max-width: ${rem(18)};
        height: ${rem(0.5)};
        accent-color: var(--_accent);
      }

      span {
        font-variant-numeric: tabular-nums;
      }

      /* As wide as the longest number, so that the button keeps its place. */
      .share {
        min-width: 5ch;
        text-align: right;
      }
    `,
  ];

  static override readonly properties = {
    share: { attribute: false },
    running: { type: Boolean },
    stopped: { type: Boolean },
    elements: { attribute: false },
    milliseconds: { attribute: false },
  };

  /** How much is done, as LargeRun says it. */
  declare share: LargeRun['share'];
  declare running: LargeRun['isRunning'];
  declare stopped: LargeRun['isStopped'];
  declare milliseconds: LargeRun['milliseconds'];
  /** The number of elements of the tensor that is shown. */
  declare elements: number;

  constructor() {
    super();
    new LanguageController(this);
    this.share = null;
    this.running = false;
    this.stopped = false;
    this.milliseconds = null;
    this.elements = 0;
  }

  override render(): TemplateResult {
    if (this.running) return html`<div>${this.#renderRunning()}</div>`;
    return html`<div>${this.stopped ? this.#renderStopped() : this.#renderDone()}</div>`;
  }

  #renderRunning() {
    const label = msg('Computing', { id: 'computing' });
    const { share } = this;
    return html`
      <span>${label}</span>
      <progress aria-label=${label} max="1" value=${share ?? nothing}></progress>
      <span class="share">${share === null ? '…' : formatPercent(share)}</span>
      ${this.#renderButton('large-stop', msg('Stop', { id: 'stop-computing' }))}
    `;
  }

  #renderStopped() {
    return html`
      <span role="status">${msg('Stopped: the figures below are older.', { id: 'computing-stopped' })}</span>
      ${this.#renderButton('large-start', msg('Compute', { id: 'compute' }))}
    `;
  }

  #renderDone() {
    if (this.milliseconds === null) return nothing;
    const elements = formatNumber(this.elements);
    const seconds = formatNumber(Math.round(this.milliseconds / 10) / 100);
    return html`<span role="status">${msg(str`${elements} elements, in ${seconds} s`, { id: 'computed-in' })}</span>`;
  }

  #renderButton(event: string, text: string) {
    return html`<button type="button" @click=${() => this.dispatchEvent(new Event(event))}>${text}</button>`;
  }
}
