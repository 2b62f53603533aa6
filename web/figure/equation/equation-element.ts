// EquationElement: the base of the two rows of tensors, forward and backward. The tensors of a row share the
// cell that is pointed out, and the part that their heat maps show.

import type { CSSResultGroup } from 'lit';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { tokens } from '../../design/styles/tokens.ts';
import type { Result } from '../../experiment/experiment.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { type View, WHOLE } from '../grids/heat-map-view.ts';
import type { NumberCheck } from '../grids/tensor-editor.ts';
import { equationStyles } from './equation-styles.ts';
import type { FigureView } from './figure-grid.ts';

/** How the tensor with that label looks. `kept` is null if its cells are not marked as kept or dropped. */
export type Look = (label: string, kept: Uint8Array | null) => FigureView;

/** @fires cell-point - {index} of the cell under the pointer or with the focus, or null; bubbles. */
export abstract class EquationElement extends ShadowElement {
  static override readonly styles: CSSResultGroup = [tokens, fields, host, equationStyles];

  static override readonly properties: Record<string, object> = {
    result: { attribute: false },
    pointing: { attribute: false },
    pointed: { attribute: false },
    check: { attribute: false },
    locked: { attribute: false },
    view: { state: true },
  };

  declare result: Result | null;
  /** The part of the playground that is pointed out; '' for none. */
  declare pointing: string;
  declare pointed: number | null;
  declare check: NumberCheck;
  /** Whether readers may only read the cells. */
  declare locked: boolean;
  /** Which part the heat maps show. */
  declare protected view: View;

  constructor() {
    super();
    new LanguageController(this);
    this.result = null;
    this.pointing = '';
    this.pointed = null;
    this.check = () => null;
    this.locked = false;
    this.view = WHOLE;
  }

  /** @param largest The magnitude that gets the strongest tint. */
  protected lookUpTo(largest: number): Look {
    return (label, kept) => ({
      label,
      largest,
      kept,
      pointed: this.pointed,
      onPoint: this.onPoint,
      view: this.view,
      onView: this.#onView,
    });
  }

  protected readonly onPoint = (event: CustomEvent<{ index: number | null }>): void => {
    this.dispatchEvent(new CustomEvent('cell-point', { detail: event.detail, bubbles: true }));
  };

  readonly #onView = (event: CustomEvent<{ view: View }>) => {
    this.view = event.detail.view;
  };
}
