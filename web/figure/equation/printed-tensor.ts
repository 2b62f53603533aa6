// <printed-tensor>: what PyTorch prints, with the code that prints it and a button to copy it.
import { css, html, type TemplateResult } from 'lit';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { scrollEdges } from '../../design/styles/scroll-edges.ts';
import { tokens } from '../../design/styles/tokens.ts';

export class PrintedTensor extends ShadowElement {
  static override readonly styles = [
    tokens,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      figure {
        margin: 0;
      }

      figcaption {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: ${rem(0.6)};
        margin-bottom: ${rem(0.4)};
      }

      code {
        color: var(--_soft);
        font: var(--_small) var(--_mono);
      }

      pre {
        margin: 0;
        padding-bottom: ${rem(0.25)};
        max-height: ${rem(22)};
        overflow: auto;
        color: var(--_ink);
        font: var(--_small)/${rem(1.25)} var(--_mono);
        tab-size: 4;
        ${scrollEdges}
      }
    `,
  ];

  static override readonly properties = {
    code: {},
    label: {},
    text: {},
  };

  declare code: string;
  /** A name that distinguishes it from other prints of the same code; without one, the code is its name. */
  declare label: string;
  declare text: string;

  constructor() {
    super();
    this.code = '';
    this.label = '';
    this.text = '';
  }

  override render(): TemplateResult {
    const name = this.label || this.code;
    return html`
      <figure>
        <figcaption>
          <code>${this.code}</code>
          <copy-button
            .text=${this.text}
            .what=${name}
            .source=${() => this.renderRoot.querySelector('pre')}
          ></copy-button>
        </figcaption>
        <pre tabindex="0" role="group" aria-label=${name}>${this.text}</pre>
      </figure>
    `;
  }
}
