// <copy-button>: copies a text to the clipboard and says so; where it may not, selects the text.
import { msg, str } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { LanguageController } from '../i18n/language-controller.ts';
import { ShadowElement } from './shadow-element.ts';
import { asLink } from './styles/as-link.ts';
import { fields } from './styles/fields.ts';
import { tokens } from './styles/tokens.ts';

type Outcome = 'copied' | 'selected' | null;

/** How long the button says what it has done, in milliseconds. */
const TOLD = 1800;

/** Changes of the text do not render the button, since a slider changes texts many times a second. */
const UNSEEN = { attribute: false, hasChanged: () => false };

export class CopyButton extends ShadowElement {
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
        font-size: var(--_small);
      }

      :host([quiet]) button {
        ${asLink}
      }

      /* All labels lie in the same place, so that the button never changes its size. */
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

  /** The text, or a function that makes it if that takes time. */
  declare text: string | (() => string);
  /** The label; 'Copy' if this is empty. */
  declare label: string;
  /** What the button copies, for its accessible name: 'link'. */
  declare what: string;
  /** The element that shows the text; its text is selected if it cannot be copied. */
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
      // The clipboard is missing on insecure pages, and refuses in some frames.
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
