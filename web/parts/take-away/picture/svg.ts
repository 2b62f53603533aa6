// A drawing as an SVG file that stands by itself: without scripts and style sheets, and with text as text.
import { type Drawing, EMPTY, FONTS, type Raster, type Shape } from './drawing.ts';
import { PALETTE } from './palette.ts';

export function svgText({ width, height, title, description, shapes }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<defs><pattern id="dropped" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${PALETTE.dropped}"/><rect width="1.5" height="6" fill="${PALETTE.hatch}"/></pattern></defs>
${shapes.map(shapeText).join('\n')}
</svg>
`;
}

function shapeText(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const fill = shape.fill === 'hatched' ? 'url(#dropped)' : shape.fill;
      return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.width)}" height="${n(shape.height)}" rx="${shape.radius}" fill="${fill}"/>`;
    }
    case 'words': {
      const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
      const weight = shape.weight === 400 ? '' : ` font-weight="${shape.weight}"`;
      return `<text x="${n(shape.x)}" y="${n(shape.y)}"${anchor} font-family="${FONTS[shape.family]}" font-size="${shape.size}"${weight} fill="${shape.colour}">${escaped(shape.text)}</text>`;
    }
    case 'rule':
      return `<path d="M${n(shape.x)} ${n(shape.y)}v${n(shape.height)}" fill="none" stroke="${shape.colour}" stroke-dasharray="3 3"/>`;
    case 'raster':
      return rasterText(shape);
  }
}

// A path for each colour, made of runs of cells.
function rasterText({ x, y, cell, columns, colours, cells }: Raster): string {
  const runs = colours.map(() => '');
  for (let i = 0; i < cells.length; ) {
    const colour = cells[i] as number;
    const rowEnd = i - (i % columns) + columns;
    let end = i + 1;
    while (end < rowEnd && cells[end] === colour) ++end;
    if (colour !== EMPTY) {
      runs[colour] += `M${i % columns} ${Math.floor(i / columns)}h${end - i}v1h-${end - i}z`;
    }
    i = end;
  }
  const paths = runs.map((run, i) => (run ? `<path fill="${colours[i]}" d="${run}"/>` : ''));
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${n(cell)})" shape-rendering="crispEdges">${paths.join('')}</g>`;
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

// XML allows no control characters, not even escaped, and no half of a surrogate pair.
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
