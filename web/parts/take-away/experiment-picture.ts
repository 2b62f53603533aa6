// <experiment-picture>: the picture of an experiment as it will be saved, and its files.
import { msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Result } from '../../experiment/experiment.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { pngOf } from './picture/canvas.ts';
import { experimentDrawing } from './picture/experiment-drawing.ts';
import { svgText } from './picture/svg.ts';

export class ExperimentPicture extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      container-type: inline-size;
    }

    div {
      border-radius: inherit;
      overflow-x: auto;
    }

    div:focus-visible {
      outline: 2px solid #0f6b73;
      outline-offset: 2px;
    }

    svg {
      display: block;
      max-width: 100%;
      height: auto;
    }

    /* On a phone the picture scrolls: shrunk to fit, it could not be read. */
    @container (max-width: 34em) {
      svg {
        max-width: none;
        zoom: 0.75;
      }
    }
  `;

  static override readonly properties = { result: { attribute: false } };

  declare result: Result | null;

  constructor() {
    super();
    new LanguageController(this);
    this.result = null;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.result) return nothing;
    const text = svgText(experimentDrawing(this.result));
    // Parsed as XML: scripts in it would not run, and the policy need not allow inline styles.
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return html`<div tabindex="0" role="group" aria-label=${msg('Picture', { id: 'picture' })}>
      ${document.importNode(documentElement, true)}
    </div>`;
  }

  async fileOf(format: 'svg' | 'png'): Promise<Blob | null> {
    if (!this.result) return null;
    const drawing = experimentDrawing(this.result);
    return format === 'png'
      ? pngOf(drawing)
      : new Blob([svgText(drawing)], { type: 'image/svg+xml' });
  }
}
