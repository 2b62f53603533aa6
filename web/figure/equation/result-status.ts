// <result-status>: announces to screen readers what an edit has led to, once the edits pause.
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { ShadowElement } from '../../design/shadow-element.ts';
import { tokens } from '../../design/styles/tokens.ts';
import type { Result } from '../../experiment/experiment.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { formatNumber } from '../../i18n/number-format.ts';

/** A moving slider makes many edits a second, and nobody wants to hear each of them. */
const REST_MS = 500;

export class ResultStatus extends ShadowElement {
  static override readonly styles = tokens;

  static override readonly properties = {
    result: { attribute: false },
    announced: { state: true },
  };

  declare result: Result | null;
  /** The result that is announced; null for the one that the page opens with. */
  declare protected announced: Result | null;

  #timer = 0;

  constructor() {
    super();
    new LanguageController(this);
    this.result = null;
    this.announced = null;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override updated(changed: Map<string, unknown>) {
    if (!changed.get('result')) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.announced = this.result;
    }, REST_MS);
  }

  override render(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.announced && textOf(this.announced)}</p>`;
  }
}

function textOf({ dropped, mask, scale, call }: Result): string {
  const outcome = msg(
    str`${formatNumber(dropped)} of ${formatNumber(mask.size)} dropped, scale ${formatNumber(scale)}`,
    { id: 'announced' },
  );
  return call > 1 ? msg(str`Call ${call}: ${outcome}`, { id: 'announced-call' }) : outcome;
}
