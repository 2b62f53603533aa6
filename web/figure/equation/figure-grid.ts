// One tensor of the experiment for reading: as cells, or as a heat map if there are too many cells.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { ShownTensor } from '../../experiment/shown-tensor.ts';
import { heatMapState } from '../grids/fetch-heat-map.ts';
import type { View } from '../grids/heat-map-view.ts';
import type { Fate } from '../grids/tensor-grid.ts';

export interface FigureView {
  /** Names it for assistive technology. */
  label: string;
  /** The magnitude that gets the strongest tint. */
  largest: number;
  /** 1 kept, 0 dropped, for each element; null if the cells are not marked so. */
  kept: Uint8Array | null;
  /** How many slices stand side by side. */
  beside: number;
  pointed: number | null;
  /** The cell that is marked while none is pointed at, or null. */
  explained: number | null;
  onPoint: (event: CustomEvent<{ index: number | null }>) => void;
  /** Which part of a heat map is shown. Heat maps side by side show the same part. */
  view: View | null;
  onView: (event: CustomEvent<{ view: View }>) => void;
}

export function figureGrid(figure: ShownTensor, settings: FigureView): TemplateResult {
  const { shape, cells, values } = figure;
  const { label, largest, kept, beside, pointed, explained, onPoint, view, onView } = settings;
  if (!cells) {
    return html`<tensor-heat-map
      .label=${label}
      .shape=${shape}
      .values=${values}
      .kept=${kept}
      .largest=${largest}
      .pointed=${pointed}
      .explained=${explained}
      .view=${view}
      @cell-point=${onPoint}
      @view-change=${onView}
      >${noHeatMap()}</tensor-heat-map
    >`;
  }
  return html`<tensor-grid
    navigable
    .label=${label}
    .shape=${shape}
    .beside=${beside}
    .cells=${cells.values.map((value, i) => ({ text: cells.texts[i] ?? '', value, fate: fateOf(kept?.[i]) }))}
    .largest=${largest}
    .pointed=${pointed ?? explained}
    @cell-point=${onPoint}
  ></tensor-grid>`;
}

/** The mask in the shape of `x`: a decision for a channel is repeated for each of its elements. */
export function maskGrid(x: ShownTensor, kept: Uint8Array, settings: FigureView): TemplateResult {
  const { label, beside, pointed, explained, onPoint, view, onView } = settings;
  if (!x.cells) {
    return html`<tensor-heat-map
      mask
      .label=${label}
      .shape=${x.shape}
      .values=${kept}
      .pointed=${pointed}
      .explained=${explained}
      .view=${view}
      @cell-point=${onPoint}
      @view-change=${onView}
      >${noHeatMap()}</tensor-heat-map
    >`;
  }
  return html`<tensor-grid
    navigable
    mask
    .label=${label}
    .shape=${x.shape}
    .beside=${beside}
    .cells=${Array.from(kept, (value) => ({ text: String(value), value, fate: fateOf(value) }))}
    .pointed=${pointed ?? explained}
    @cell-point=${onPoint}
  ></tensor-grid>`;
}

// Shown until the element of heat maps is registered.
function noHeatMap() {
  return heatMapState() === 'failed'
    ? msg('The heat map could not be loaded.', { id: 'no-heat-map' })
    : nothing;
}

function fateOf(kept: number | undefined): Fate {
  if (kept === undefined) return 'plain';
  return kept === 0 ? 'dropped' : 'kept';
}
