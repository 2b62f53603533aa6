// Draws a drawing on a canvas, to make a PNG. The SVG cannot be turned into a PNG, since the page's policy allows
// no images that the page itself has written.
import { type Box, type Drawing, EMPTY, FONTS, type Raster, type Shape } from './drawing.ts';
import { PALETTE } from './palette.ts';

/** The PNG has this many pixels for a pixel of the drawing, so that it is sharp on today's screens. */
const SCALE = 2;

/** @throws Error if the browser cannot make a canvas that large. */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = drawing.width * SCALE;
  canvas.height = drawing.height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(SCALE, SCALE);
  for (const shape of drawing.shapes) paint(context, shape);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('no picture');
  return blob;
}

function paint(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'box':
      context.beginPath();
      context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
      if (shape.fill === 'hatched') hatch(context, shape);
      else {
        context.fillStyle = shape.fill;
        context.fill();
      }
      break;
    case 'words':
      context.font = `${shape.weight} ${shape.size}px ${FONTS[shape.family]}`;
      context.textAlign = { start: 'left', middle: 'center', end: 'right' }[
        shape.anchor
      ] as CanvasTextAlign;
      context.fillStyle = shape.colour;
      context.fillText(shape.text, shape.x, shape.y);
      break;
    case 'rule':
      context.setLineDash([3, 3]);
      context.strokeStyle = shape.colour;
      context.beginPath();
      context.moveTo(shape.x, shape.y);
      context.lineTo(shape.x, shape.y + shape.height);
      context.stroke();
      context.setLineDash([]);
      break;
    case 'raster':
      paintRaster(context, shape);
      break;
  }
}

// Lines from the lower left to the upper right, six pixels apart, like the pattern in the SVG.
function hatch(context: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  context.save();
  context.clip();
  context.fillStyle = PALETTE.dropped;
  context.fillRect(x, y, width, height);
  context.strokeStyle = PALETTE.hatch;
  context.lineWidth = 1.5;
  const step = 6 * Math.SQRT2;
  const from = Math.floor((x + y) / step) * step + (0.75 / 6) * step;
  context.beginPath();
  for (let sum = from; sum < x + y + width + height + step; sum += step) {
    context.moveTo(sum - y + 2, y - 2);
    context.lineTo(sum - (y + height) - 2, y + height + 2);
  }
  context.stroke();
  context.restore();
}

function paintRaster(context: CanvasRenderingContext2D, raster: Raster): void {
  const { x, y, cell, columns, colours, cells } = raster;
  const rows = cells.length / columns;
  // The edges are on whole pixels; otherwise there would be seams between the cells.
  const edge = (from: number, i: number) => Math.round((from + i * cell) * SCALE) / SCALE;
  for (let row = 0; row < rows; ++row) {
    for (let column = 0; column < columns; ++column) {
      const colour = cells[row * columns + column] as number;
      if (colour === EMPTY) continue;
      const left = edge(x, column);
      const top = edge(y, row);
      context.fillStyle = colours[colour] as string;
      context.fillRect(left, top, edge(x, column + 1) - left, edge(y, row + 1) - top);
    }
  }
}
