// What programs usually draw between the seed and dropout: the input itself, a tensor of its size, the weights of a
// linear layer.
import type { Engine } from '../engines.ts';
import { ENGINE_DETAILS } from '../records.ts';
import type { Shape } from '../shape.ts';

/** Words of 32 bits that are drawn between the seed and the layer. */
export interface Skip {
  readonly words: number;
  /** What draws so many: `nn.Linear(3, 4)`; '' if nobody says. */
  readonly what: string;
}

/** How a printed input may have been drawn. */
export interface InputDraw {
  /** A text that draws it: `torch.rand(4, 6)`. */
  readonly text: string;
  readonly distribution: 'uniform' | 'normal';
}

/** As the module numbers them. */
export const DISTRIBUTIONS = ['', 'uniform', 'normal'];

/** Engines whose generators draw the same numbers have the same name here. */
export function familyOf(engine: Engine): string {
  const { makers } = ENGINE_DETAILS[engine];
  return makers === 'none' ? engine : makers;
}

/** Those by which the engine may have drawn an input of this shape and dtype. */
export function inputDraws(engine: Engine, shape: Shape, dtype: string): InputDraw[] {
  if (shape.length === 0) return [];
  const sizes = shape.join(', ');
  switch (ENGINE_DETAILS[engine].makers) {
    case 'torch': {
      const double = dtype === 'float64' ? ', dtype=torch.float64' : '';
      return [
        { text: `torch.rand(${sizes}${double})`, distribution: 'uniform' },
        { text: `torch.randn(${sizes}${double})`, distribution: 'normal' },
      ];
    }
    case 'np.random':
      return [
        { text: `np.random.rand(${sizes})`, distribution: 'uniform' },
        { text: `np.random.randn(${sizes})`, distribution: 'normal' },
      ];
    case 'default_rng':
      return [{ text: `rng.random(${tuple(shape)})`, distribution: 'uniform' }];
    default:
      return [];
  }
}

// Features and units that examples have.
const WIDTHS = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 30, 32, 48, 50, 64, 96, 100, 120, 128, 200, 256],
  ...[300, 400, 500, 512, 768, 784, 1000, 1024],
];

// Every word costs time with every seed.
const MOST_WORDS = 20_000;

/** What may be drawn before a layer that gets an input of this shape, fewest words first; without nothing. */
export function usualSkips(engine: Engine, shape: Shape): Skip[] {
  const size = shape.reduce((product, extent) => product * extent, 1);
  const sizes = shape.join(', ');
  const skips: Skip[] = [];
  switch (ENGINE_DETAILS[engine].makers) {
    case 'torch': {
      skips.push({ words: size, what: `torch.rand(${sizes})` });
      skips.push({ words: wordsOfRandn(size), what: `torch.randn(${sizes})` });
      const features = shape.at(-1) ?? 1;
      for (const width of WIDTHS) {
        skips.push(linear(width, features), linear(features, width));
      }
      break;
    }
    case 'np.random':
      skips.push({ words: 2 * size, what: `np.random.rand(${sizes})` });
      break;
    case 'default_rng':
      skips.push({ words: 2 * size, what: `rng.random(${tuple(shape)})` });
      break;
  }
  return skips
    .filter(({ words }) => words > 0 && words <= MOST_WORDS)
    .sort((one, other) => one.words - other.words)
    .filter(({ words }, i, sorted) => words !== sorted[i - 1]?.words);
}

function tuple(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

// Weights and biases are uniform, a word each.
function linear(inputs: number, outputs: number): Skip {
  return { words: (inputs + 1) * outputs, what: `nn.Linear(${inputs}, ${outputs})` };
}

// Below 16, two doubles of two words make a pair; from there on a word makes a number, and 16 more are drawn if the
// last 16 are not full.
function wordsOfRandn(size: number): number {
  if (size < 16) return 4 * Math.ceil(size / 2);
  return size % 16 === 0 ? size : size + 16;
}
