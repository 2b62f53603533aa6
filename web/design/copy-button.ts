// <copy-button>: puts a text into the clipboard and says so; where there is none, selects it.
import { msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { LanguageController } from '../i18n/language-controller.ts';
import { asLink } from './styles/as-link.ts';
import { fields } from './styles/fields.ts';
import { tokens } from './styles/tokens.ts';

type Outcome = 'copied' | 'selected' | null;

/** How long the button says what it did. */
const TOLD = 1800;

/** It looks the same with any other: a slider changes texts many times a second. */
const UNSEEN = { attribute: false, hasChanged: () => false };

export class CopyButton extends LitElement {
  static override readonly styles = [
    tokens,
    fields,
    css`
      :host {
        display: inline-block;
      }

      button {
        display: inline-grid;
        place-content: center;
        font-size: 0.8rem;
      }

      :host([quiet]) button {
        ${asLink}
      }

      /* All that it can say lies in one place, so that it never changes its size. */
      span {
        grid-area: 1 / 1;
        visibility: hidden;
      }

      .shown {
        visibility: visible;
      }

      @media print {
        :host {
          display: none;
        }
      }

      [role='status'] {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        visibility: visible;
        white-space: nowrap;
      }
    `,
  ];

  static override readonly properties = {
    text: UNSEEN,
    label: {},
    what: {},
    source: UNSEEN,
    outcome: { state: true },
  };

  /** Or what makes it, if that is work. */
  declare text: string | (() => string);
  /** What is written on it; 'Copy' if that is empty. */
  declare label: string;
  /** What it copies, for its name: 'link'. */
  declare what: string;
  /** The element that shows the text, to be selected where nothing can be copied. */
  declare source: () => Element | null;
  declare protected outcome: Outcome;

  #timer = 0;

  constructor() {
    super();
    new LanguageController(this);
    this.text = '';
    this.label = '';
    this.what = '';
    this.source = () => null;
    this.outcome = null;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    const { what, outcome } = this;
    const copy = this.label || msg('Copy', { id: 'copy' });
    const copied = msg('Copied', { id: 'copied' });
    const selected = msg('Selected', { id: 'selected' });
    const texts = { copied, selected };
    const said = {
      copied: `${copied}: ${what}`,
      selected: msg(str`Selected: ${what}. Now copy it with the keyboard.`, {
        id: 'selected-to-copy',
      }),
    };
    return html`
      <button type="button" aria-label="${outcome ? texts[outcome] : copy}: ${what}" @click=${this.#copy}>
        <span class=${outcome ? '' : 'shown'}>${copy}</span>
        <span class=${outcome === 'copied' ? 'shown' : ''}>${copied}</span>
        <span class=${outcome === 'selected' ? 'shown' : ''}>${selected}</span>
      </button>
      <span role="status">${outcome ? said[outcome] : ''}</span>
    `;
  }

  async #copy() {
    try {
      // Missing where the page is not served securely, refused in some frames.
      const { text } = this;
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      this.outcome = 'copied';
    } catch {
      this.#select();
      this.outcome = 'selected';
    }
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.outcome = null;
    }, TOLD);
  }

  #select() {
    const source = this.source();
    if (source instanceof HTMLInputElement) {
      source.focus();
      source.select();
    } else if (source) {
      getSelection()?.selectAllChildren(source);
    }
  }
}
