// From numbers to places in a picture.

/** The place of a number along one side of a picture. */
export type Scale = (value: number) => number;

/** A scale on which `domain` is spread evenly over `places`, either of which may run backwards. */
export function linear(
  domain: readonly [number, number],
  places: readonly [number, number],
): Scale {
  const [low, high] = domain;
  const [from, to] = places;
  const unit = (to - from) / (high - low || 1);
  return (value) => from + (value - low) * unit;
}

/** As linear(), of the root of each number, of which the first is 0: what happens early has more room. */
export function rooted(last: number, places: readonly [number, number]): Scale {
  const even = linear([0, Math.sqrt(last)], places);
  return (value) => even(Math.sqrt(value));
}

/** The path of SVG through points. It is broken where a number is NaN. */
export function linePath(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  toX: Scale,
  toY: Scale,
): string {
  let path = '';
  let isDown = false;
  for (let i = 0; i < x.length; ++i) {
    const value = y[i] as number;
    if (Number.isNaN(value)) {
      isDown = false;
      continue;
    }
    path += `${isDown ? 'L' : 'M'}${at(toX(x[i] as number))} ${at(toY(value))}`;
    isDown = true;
  }
  return path;
}

/** The closed path between two lines over the same x. */
export function areaPath(
  x: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  toX: Scale,
  toY: Scale,
): string {
  const there = linePath(x, high, toX, toY);
  if (there === '') return '';
  const backwards = (values: ArrayLike<number>) => Array.from(values).reverse();
  const back = linePath(backwards(x), backwards(low), toX, toY);
  return `${there}L${back.slice(1)}Z`;
}

/** A place as SVG writes it: a tenth of a pixel is as much as can be seen. */
export function at(place: number): string {
  return place.toFixed(1);
}
