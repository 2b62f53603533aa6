// EquationElement: the base of the two rows of tensors, forward and backward. The tensors of a row share the
// cell that is pointed out, and the part that their heat maps show.

import type { CSSResultGroup } from 'lit';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { tokens } from '../../design/styles/tokens.ts';
import type { Result } from '../../experiment/experiment.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import type { View } from '../grids/heat-map-view.ts';
import type { NumberCheck } from '../grids/tensor-editor.ts';
import { LINE, type Room } from './equal-cells.ts';
import { equationStyles } from './equation-styles.ts';
import type { FigureView } from './figure-grid.ts';
import type { Fit } from './fit.ts';

/** How the tensor with that label looks. `kept` is null if its cells are not marked as kept or dropped. */
export type Look = (label: string, kept: Uint8Array | null) => FigureView;

/** @fires cell-point - {index} of the cell under the pointer or with the focus, or null; bubbles. */
export abstract class EquationElement extends ShadowElement {
  static override readonly styles: CSSResultGroup = [tokens, fields, host, equationStyles];

  static override readonly properties: Record<string, object> = {
    result: { attribute: false },
    pointing: { attribute: false },
    pointed: { attribute: false },
    explained: { attribute: false },
    check: { attribute: false },
    locked: { attribute: false },
    view: { state: true },
    room: { state: true },
  };

  declare result: Result | null;
  /** The part of the playground that is pointed out; '' for none. */
  declare pointing: string;
  declare pointed: number | null;
  /** Index of the cell that is explained, which stays marked while none is pointed at; null for none. */
  declare explained: number | null;
  declare check: NumberCheck;
  /** Whether readers may only read the cells. */
  declare locked: boolean;
  /** Which part the heat maps show; null for what each begins with. */
  declare protected view: View | null;
  /** How wide it is, which says how tensors stand. */
  declare protected room: Room;

  // In the next frame: what changes its own height while it is observed is an error in WebKit.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor() {
    super();
    new LanguageController(this);
    this.result = null;
    this.pointing = '';
    this.pointed = null;
    this.explained = null;
    this.check = () => null;
    this.locked = false;
    this.view = null;
    this.room = { width: 0, line: LINE };
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  #measure() {
    const style = getComputedStyle(this.parentElement ?? this);
    const width = Math.round((this.clientWidth / Number.parseFloat(style.fontSize)) * 4) / 4;
    const line = Number.parseFloat(style.getPropertyValue('--_line-from')) || LINE;
    const { room } = this;
    if (room.width !== width || room.line !== line) this.room = { width, line };
  }

  override willUpdate(changed: Map<string, unknown>) {
    // At once, since the observer tells of it when a frame has been drawn without.
    if (this.room.width === 0) this.#measure();
    if (!changed.has('result')) return;
    const before = changed.get('result') as Result | null | undefined;
    if (String(before?.x.shape) !== String(this.result?.x.shape)) this.view = null;
  }

  /** Gives all cells the same width, if they stand in columns that go through all tensors. */
  protected alignCells({ cell }: Pick<Fit, 'cell'>): void {
    // By a script, since the page's policy allows no inline styles.
    if (cell !== null) this.style.setProperty('--_cell-width', String(cell));
  }

  /** @param largest The magnitude that gets the strongest tint. */
  protected lookUpTo(largest: number, { beside }: Fit): Look {
    return (label, kept) => ({
      label,
      largest,
      kept,
      beside,
      pointed: this.pointed,
      explained: this.explained,
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
