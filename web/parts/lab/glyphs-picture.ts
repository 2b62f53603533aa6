// The picture of images that are learned from, each with the label that the training sees: wrong ones are marked.
import { svg, type TemplateResult } from 'lit';
import type { Size } from './picture.ts';
import { at } from './scale.ts';

export interface Glyphs {
  /** [examples, pixels], row by row. */
  inputs: Float32Array;
  features: number;
  targets: Float32Array;
  right: Float32Array;
}

/** The room of an image with its label. */
const CELL = { width: 44, height: 54 };
const IMAGE = 34;
/** Pixels fainter than this are left out. */
const FAINTEST = 0.25;
/** Shades in which pixels are drawn, a path for each. */
const SHADES = [0.25, 0.5, 0.75];

export function glyphsPicture(
  { inputs, features, targets, right }: Glyphs,
  size: Size,
): TemplateResult {
  const columns = Math.floor(size.width / CELL.width);
  const rows = Math.floor(size.height / CELL.height);
  const left = (size.width - columns * CELL.width) / 2;
  const side = Math.round(Math.sqrt(features));
  const pixel = IMAGE / side;
  const drawn = Math.min(columns * rows, targets.length);
  return svg`${Array.from({ length: drawn }, (_, i) => {
    const x = left + (i % columns) * CELL.width + (CELL.width - IMAGE) / 2;
    const y = Math.floor(i / columns) * CELL.height + 2;
    const isWrong = targets[i] !== right[i];
    const shades = SHADES.map((shade, level) => {
      const above = SHADES[level + 1] ?? Number.POSITIVE_INFINITY;
      let path = '';
      for (let place = 0; place < features; ++place) {
        const value = inputs[i * features + place] ?? 0;
        if (value < Math.max(shade, FAINTEST) || value >= above) continue;
        path += `M${at(x + (place % side) * pixel)} ${at(y + Math.floor(place / side) * pixel)}h${at(pixel)}v${at(pixel)}h${at(-pixel)}z`;
      }
      return svg`<path class="pixels" data-shade=${level + 1} d=${path}></path>`;
    });
    return svg`${shades}<text class="label" data-wrong=${isWrong} x=${at(x + IMAGE / 2)} y=${at(y + IMAGE + 14)} text-anchor="middle">${targets[i]}</text>`;
  })}`;
}
