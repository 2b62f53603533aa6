// One tensor of the experiment, to be read: as cells, or as a heat map where there are too many.
import { html, type TemplateResult } from 'lit';
import type { Figure } from '../experiment/figure.ts';
import type { Fate } from '../grids/tensor-grid.ts';

export interface FigureView {
  /** Names it for assistive technology. */
  label: string;
  /** The magnitude that gets the strongest tint. */
  largest: number;
  /** 1 kept, 0 dropped, for each element; null where nothing is told apart. */
  kept: Uint8Array | null;
  pointed: number | null;
  onPoint: (event: CustomEvent<{ index: number | null }>) => void;
}

export function figureGrid(figure: Figure, view: FigureView): TemplateResult {
  const { shape, cells } = figure;
  const { label, largest, kept, pointed, onPoint } = view;
  if (!cells) return html`<p class="large">${figure.printed}</p>`;
  return html`<tensor-grid
    navigable
    .label=${label}
    .shape=${shape}
    .cells=${cells.values.map((value, i) => ({ text: cells.texts[i] ?? '', value, fate: fateOf(kept?.[i]) }))}
    .largest=${largest}
    .pointed=${pointed}
    @cell-point=${onPoint}
  ></tensor-grid>`;
}

/** The mask in the shape of `x`: each decision for all elements it stands for. */
export function maskGrid(
  shape: readonly number[],
  kept: Uint8Array,
  { label, pointed, onPoint }: Pick<FigureView, 'label' | 'pointed' | 'onPoint'>,
): TemplateResult {
  return html`<tensor-grid
    navigable
    mask
    .label=${label}
    .shape=${shape}
    .cells=${Array.from(kept, (value) => ({ text: String(value), value, fate: fateOf(value) }))}
    .pointed=${pointed}
    @cell-point=${onPoint}
  ></tensor-grid>`;
}

/** The magnitude of the largest of them that is finite. */
export function strongest(...figures: Figure[]): number {
  let largest = 0;
  for (const { values } of figures) {
    for (const value of values) {
      const magnitude = Math.abs(Number(value));
      if (magnitude > largest && magnitude < Number.POSITIVE_INFINITY) largest = magnitude;
    }
  }
  return largest;
}

function fateOf(kept: number | undefined): Fate {
  if (kept === undefined) return 'plain';
  return kept === 0 ? 'dropped' : 'kept';
}
