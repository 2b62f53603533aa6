// The picture of a network: some units of each hidden layer, those that are off in this step without their
// connections, and the connections between the others, as strong as their weights.
import { svg, type TemplateResult } from 'lit';
import type { LayerWeights } from '../../training/training.ts';
import type { Size } from './picture.ts';
import { at, linear } from './scale.ts';

export interface Network {
  /** For each hidden layer 1 for a unit that is on. */
  masks: readonly Uint8Array[];
  /** Of each layer, from the inputs on. */
  layers: readonly LayerWeights[];
}

/** A hidden unit. Layers count from 0. */
export interface Unit {
  layer: number;
  unit: number;
}

/** How units are pressed and reached. */
export interface Pressing {
  /** The one that is pressed. */
  pressed: Unit | null;
  /** The one that the tab key leads to. */
  stop: Unit;
  nameOf: (unit: Unit) => string;
  onPress: (unit: Unit) => void;
  onKey: (event: KeyboardEvent, unit: Unit) => void;
}

/** How far from a unit a finger still means it. */
const REACH = 9;

/** Connections are drawn in so many strengths, since a path for each would be hundreds. */
const STRENGTHS = 5;

/** A weight so strong is drawn as strong as can be: of the first layer, of those between hidden ones, of the last. */
const STRONGEST = { first: 1.8, hidden: 0.65, last: 0.5 };

/** Of a layer with only these, all are drawn, however weak: they would seem cut off. */
const FEW = 2;

/** How many units of a layer are drawn in a picture of this width. */
export function unitsDrawn(width: number): number {
  return width < 260 ? 8 : 12;
}

/** @param pressing null where units cannot be pressed. */
export function networkPicture(
  { masks, layers }: Network,
  { width, height }: Size,
  pressing: Pressing | null,
): TemplateResult {
  const most = unitsDrawn(width);
  const radius = width < 260 ? 3.4 : 4.6;
  const inputs = Math.min(layers[0]?.inputs ?? 1, most);
  const outputs = Math.min(layers.at(-1)?.outputs ?? 1, most);
  const columns = [inputs, ...masks.map((mask) => Math.min(mask.length, most)), outputs];
  const toX = linear([0, columns.length - 1], [radius + 3, width - radius - 3]);
  const toY = (count: number) => {
    const spread = count <= FEW ? (height * count) / 6 : height - 2 * radius - 4;
    return linear(
      [0, Math.max(1, count - 1)],
      [(height - (count > 1 ? spread : 0)) / 2, (height + (count > 1 ? spread : 0)) / 2],
    );
  };
  const ys = columns.map(toY);
  const isOn = (column: number, unit: number) => masks[column - 1]?.[unit] !== 0;
  const links = new Map<string, string>();
  layers.forEach(({ inputs, weights }, layer) => {
    const strongest =
      layer === 0
        ? STRONGEST.first
        : layer === layers.length - 1
          ? STRONGEST.last
          : STRONGEST.hidden;
    const left = toX(layer);
    const right = toX(layer + 1);
    const middle = at((left + right) / 2);
    const isWhole = (columns[layer] as number) <= FEW || (columns[layer + 1] as number) <= FEW;
    for (let to = 0; to < (columns[layer + 1] as number); ++to) {
      if (!isOn(layer + 1, to)) continue;
      const end = at(ys[layer + 1]?.(to) ?? 0);
      for (let from = 0; from < (columns[layer] as number); ++from) {
        if (!isOn(layer, from)) continue;
        const weight = weights[to * inputs + from] ?? 0;
        const share = Math.min(1, Math.abs(weight) / strongest);
        const strength = Math.max(isWhole ? 1 : 0, Math.round(share * STRENGTHS));
        if (strength === 0) continue;
        const key = `${weight < 0 ? 'negative' : 'positive'} ${strength}`;
        const start = at(ys[layer]?.(from) ?? 0);
        const path = `M${at(left)} ${start}C${middle} ${start} ${middle} ${end} ${at(right)} ${end}`;
        links.set(key, (links.get(key) ?? '') + path);
      }
    }
  });
  const strengths = Array.from({ length: STRENGTHS }, (_, i) => i + 1);
  return svg`
    ${['negative', 'positive'].map((sign) =>
      strengths.map(
        (strength) =>
          svg`<path class="link" data-sign=${sign} data-strength=${strength} d=${links.get(`${sign} ${strength}`) ?? ''}></path>`,
      ),
    )}
    ${columns.map((count, column) =>
      Array.from({ length: count }, (_, unit) => {
        const isEnd = column === 0 || column === columns.length - 1;
        const kind = isEnd ? 'end' : isOn(column, unit) ? 'on' : 'off';
        const [x, y] = [at(toX(column)), at(ys[column]?.(unit) ?? 0)];
        const size = isEnd && count <= FEW ? radius + 1 : radius;
        const drawn = svg`<circle class="unit" data-kind=${kind} cx=${x} cy=${y} r=${size}></circle>`;
        if (isEnd || !pressing) return drawn;
        const own = { layer: column - 1, unit };
        return svg`<g
          role="button"
          tabindex=${isSame(own, pressing.stop) ? 0 : -1}
          aria-pressed=${isSame(own, pressing.pressed)}
          aria-label=${pressing.nameOf(own)}
          data-unit=${`${own.layer} ${own.unit}`}
          @click=${() => pressing.onPress(own)}
          @keydown=${(event: KeyboardEvent) => pressing.onKey(event, own)}
        ><circle class="reach" cx=${x} cy=${y} r=${REACH}></circle>${drawn}</g>`;
      }),
    )}
  `;
}

function isSame(one: Unit, other: Unit | null): boolean {
  return one.layer === other?.layer && one.unit === other.unit;
}

/** The unit that an arrow leads to; null for other keys. */
export function unitBeyond(
  { layer, unit }: Unit,
  key: string,
  layers: number,
  units: number,
): Unit | null {
  const within = (place: number, count: number) => Math.max(0, Math.min(count - 1, place));
  switch (key) {
    case 'ArrowUp':
      return { layer, unit: within(unit - 1, units) };
    case 'ArrowDown':
      return { layer, unit: within(unit + 1, units) };
    case 'ArrowLeft':
      return { layer: within(layer - 1, layers), unit };
    case 'ArrowRight':
      return { layer: within(layer + 1, layers), unit };
    default:
      return null;
  }
}
