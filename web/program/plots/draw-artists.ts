// Draws what a program has plotted on the canvas of a chart, whose axes are there already.
import type { Artist, Numbers } from '../../python/plotted-figure.ts';
import { cssOf, type Scale } from './plot-colours.ts';

export interface Surface {
  context: CanvasRenderingContext2D;
  /** Where a number is, in pixels of the canvas. */
  x(value: number): number;
  y(value: number): number;
  /** Of the canvas. */
  frame: { left: number; top: number; width: number; height: number };
  /** Pixels of the canvas for one of the page. */
  ratio: number;
  /** The page's own way of writing a colour that a program names. */
  colour(given: string | null): string;
  scaleOf(artist: Artist): Scale | null;
  font: string;
}

/** In the order in which matplotlib draws: pictures and areas below, lines above, texts on top. */
const ORDER: readonly Artist['kind'][] = [
  'image',
  'area',
  'bars',
  'points',
  'rule',
  'line',
  'text',
];

export function drawArtists(artists: readonly Artist[], surface: Surface): void {
  const { context, frame } = surface;
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.width, frame.height);
  context.clip();
  const ordered = [...artists].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  for (const artist of ordered) {
    context.save();
    if ('alpha' in artist) context.globalAlpha = Math.max(0, Math.min(1, artist.alpha));
    draw(artist, surface);
    context.restore();
  }
  context.restore();
}

function draw(artist: Artist, surface: Surface): void {
  switch (artist.kind) {
    case 'line':
      drawLine(artist, surface);
      break;
    case 'points':
      drawPoints(artist, surface);
      break;
    case 'bars':
      drawBars(artist, surface);
      break;
    case 'image':
      drawImage(artist, surface);
      break;
    case 'area':
      drawArea(artist, surface);
      break;
    case 'rule':
      drawRule(artist, surface);
      break;
    case 'text':
      drawText(artist, surface);
  }
}

type Of<Kind extends Artist['kind']> = Artist & { kind: Kind };

const DASHES: Readonly<Record<string, readonly number[]>> = {
  '--': [5, 3],
  ':': [1.5, 2.5],
  '-.': [6, 3, 1.5, 3],
};

function stroke({ context, ratio }: Surface, colour: string, style: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width * 1.25 * ratio;
  context.lineJoin = 'round';
  context.setLineDash((DASHES[style] ?? []).map((length) => length * ratio));
  context.stroke();
}

function drawLine({ x, y, style, width, marker, colour }: Of<'line'>, surface: Surface): void {
  const css = surface.colour(colour);
  if (style) {
    trace(surface, x, y);
    stroke(surface, css, style, width);
  }
  if (!marker) return;
  surface.context.setLineDash([]);
  for (const [at, up] of pointsOf(x, y)) drawMarker(surface, marker, at, up, 6, css);
}

/** A path through the points, broken where a number is none. */
function trace(surface: Surface, x: Numbers, y: Numbers): void {
  const { context } = surface;
  context.beginPath();
  let isOpen = false;
  for (const [i, value] of x.entries()) {
    const height = y[i] ?? null;
    if (value === null || height === null) isOpen = false;
    else {
      const [at, up] = [surface.x(value), surface.y(height)];
      if (isOpen) context.lineTo(at, up);
      else context.moveTo(at, up);
      isOpen = true;
    }
  }
}

function* pointsOf(x: Numbers, y: Numbers): Generator<[number, number, number]> {
  for (const [i, value] of x.entries()) {
    const height = y[i] ?? null;
    if (value !== null && height !== null) yield [value, height, i];
  }
}

function drawPoints(points: Of<'points'>, surface: Surface): void {
  const { x, y, marker, size, colour, colours, shades } = points;
  const scale = surface.scaleOf(points);
  const one = surface.colour(colour);
  for (const [at, up, i] of pointsOf(x, y)) {
    const own = colours ? surface.colour(colours[i % colours.length] ?? null) : one;
    const css = scale && shades ? cssOf(scale.pixelOf(shades[i] ?? null)) : own;
    drawMarker(surface, marker, at, up, size, css, scale !== null);
  }
}

/** Corners around a middle, in half widths. */
const SHAPES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  s: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  '^': [
    [0, -1],
    [1, 0.9],
    [-1, 0.9],
  ],
  v: [
    [0, 1],
    [1, -0.9],
    [-1, -0.9],
  ],
  '<': [
    [-1, 0],
    [0.9, -1],
    [0.9, 1],
  ],
  '>': [
    [1, 0],
    [-0.9, -1],
    [-0.9, 1],
  ],
  D: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  d: [
    [0, -1.2],
    [0.8, 0],
    [0, 1.2],
    [-0.8, 0],
  ],
};

/** Lines through a middle. */
const STROKES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  x: [
    [-1, -1],
    [1, 1],
    [-1, 1],
    [1, -1],
  ],
  '+': [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ],
  '|': [
    [0, -1],
    [0, 1],
  ],
  _: [
    [-1, 0],
    [1, 0],
  ],
};

function drawMarker(
  { context, x, y, ratio, colour }: Surface,
  marker: string,
  at: number,
  up: number,
  size: number,
  css: string,
  isOutlined = false,
): void {
  const [left, top] = [x(at), y(up)];
  // matplotlib's points are 1/72 of an inch, the page's pixels 1/96.
  const half = ((marker === '.' ? size / 2 : marker === ',' ? 1 : size) / 2) * (96 / 72) * ratio;
  context.fillStyle = css;
  context.strokeStyle = css;
  context.lineWidth = 1.5 * ratio;
  context.beginPath();
  const strokes = STROKES[marker];
  if (strokes) {
    for (const [i, [dx, dy]] of strokes.entries()) {
      const to = [left + dx * half, top + dy * half] as const;
      if (i % 2 === 0) context.moveTo(...to);
      else context.lineTo(...to);
    }
    context.stroke();
    return;
  }
  const shape = SHAPES[marker];
  if (shape) for (const [dx, dy] of shape) context.lineTo(left + dx * half, top + dy * half);
  else context.arc(left, top, half, 0, 2 * Math.PI);
  context.closePath();
  context.fill();
  if (!isOutlined) return;
  context.strokeStyle = colour('black');
  context.lineWidth = 0.75 * ratio;
  context.stroke();
}

function drawBars(
  { axis, x, y, width, base, colour, colours }: Of<'bars'>,
  surface: Surface,
): void {
  const { context, ratio } = surface;
  const [along, up] = axis === 'x' ? [surface.x, surface.y] : [surface.y, surface.x];
  for (const [at, length, i] of pointsOf(x, y)) {
    const half = (width[i] ?? 0) / 2;
    const [from, to] = [along(at - half), along(at + half)];
    const begin = base[i] ?? 0;
    const [low, high] = [up(begin), up(begin + length)];
    context.fillStyle = surface.colour(colours ? (colours[i % colours.length] ?? null) : colour);
    // A gap, so that bars side by side can be told apart.
    const gap = Math.abs(to - from) > 4 * ratio ? ratio / 2 : 0;
    const [near, far] = [Math.min(from, to) + gap, Math.max(from, to) - gap];
    if (axis === 'x') context.fillRect(near, Math.min(low, high), far - near, Math.abs(high - low));
    else context.fillRect(Math.min(low, high), near, Math.abs(high - low), far - near);
  }
}

function drawImage(image: Of<'image'>, surface: Surface): void {
  const { rows, extent } = image;
  const [left, right, bottom, top] = extent as [number, number, number, number];
  const [height, width] = [rows.length, Math.max(0, ...rows.map(({ length }) => length))];
  const scale = surface.scaleOf(image);
  if (width === 0 || !scale) return;
  const pixels = new Uint32Array(width * height);
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < width; ++j) pixels[i * width + j] = scale.pixelOf(row[j] ?? null);
  }
  const small = new OffscreenCanvas(width, height);
  const data = new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
  small.getContext('2d')?.putImageData(data, 0, 0);
  const { context, x, y } = surface;
  context.imageSmoothingEnabled = false;
  context.drawImage(small, x(left), y(top), x(right) - x(left), y(bottom) - y(top));
}

function drawArea({ x, y, high, colour }: Of<'area'>, surface: Surface): void {
  const { context } = surface;
  context.fillStyle = surface.colour(colour);
  const there = x.flatMap((value, i) => {
    const [low, top] = [y[i] ?? null, high[i] ?? null];
    return value === null || low === null || top === null ? [] : [[value, low, top] as const];
  });
  context.beginPath();
  for (const [value, , top] of there) context.lineTo(surface.x(value), surface.y(top));
  for (const [value, low] of there.reverse()) context.lineTo(surface.x(value), surface.y(low));
  context.fill();
}

function drawRule({ axis, at, style, width, colour }: Of<'rule'>, surface: Surface): void {
  const { context, frame, x, y } = surface;
  context.beginPath();
  if (axis === 'x') {
    context.moveTo(x(at), frame.top);
    context.lineTo(x(at), frame.top + frame.height);
  } else {
    context.moveTo(frame.left, y(at));
    context.lineTo(frame.left + frame.width, y(at));
  }
  stroke(surface, surface.colour(colour), style, width);
}

const BASES: Readonly<Record<string, CanvasTextBaseline>> = {
  center: 'middle',
  top: 'top',
  bottom: 'bottom',
};

function drawText({ x, y, text, colour, align, base }: Of<'text'>, surface: Surface): void {
  const [[at, up] = [0, 0]] = pointsOf(x, y);
  const { context } = surface;
  context.font = surface.font;
  context.fillStyle = surface.colour(colour);
  context.textAlign = align === 'center' || align === 'right' ? align : 'left';
  context.textBaseline = BASES[base] ?? 'alphabetic';
  for (const [i, line] of text.split('\n').entries()) {
    context.fillText(line, surface.x(at), surface.y(up) + i * 16 * surface.ratio);
  }
}
