// `dropout-playground INPUT`: runs a layer and prints its outputs.
import { LAYERS, type Playground, parseSeed, type Tensor } from 'dropout-playground';
import { type Arguments, UsageError, wholeNumber } from './arguments.ts';
import { bitsOf } from './bits.ts';
import { readEngine } from './engine-choice.ts';

/** The text to print. @throws UsageError and the errors of the package. */
export function runLayer(core: Playground, parsed: Arguments, input: string): string {
  const { values } = parsed;
  const { engine, options } = readEngine(core, parsed);
  const { seed = '0', layer: name = 'Dropout', calls = '1' } = values;
  const generator = new core.Generator(engine, options);
  generator.manualSeed(engine === 'tfjs' ? seed : parseSeed(seed, engine));

  const x = core.parse(input, { generator });
  const layer = new (layerClass(core, name))(probability(values.p ?? '0.5'), {
    generator,
    inplace: values.inplace ?? false,
  }).train(!values.eval);
  const outputs: Tensor[] = [];
  for (let call = wholeNumber('calls', calls, 1); call > 0; --call) {
    const y = layer.forward(x);
    // x itself, which the next call may change.
    outputs.push(y === x ? x.clone() : y);
  }

  if (!values.json) return outputs.map(String).join('\n');
  return JSON.stringify(
    {
      engine,
      seed,
      layer: String(layer),
      training: layer.training,
      calls: outputs.map((y) => ({
        shape: y.shape,
        dtype: y.dtype,
        values: Array.from(y.toTypedArray() as Iterable<number | bigint>, jsonNumber),
        bits: bitsOf(y),
      })),
    },
    null,
    2,
  );
}

function layerClass(core: Playground, name: string): Playground['Dropout'] {
  const layer = LAYERS.find((one) => one === name);
  if (layer) return core[layer];
  throw new UsageError(`unknown layer '${name}'; known are ${LAYERS.join(', ')}`);
}

/** @throws UsageError for what is no number; PyTorch has the words for one out of range. */
export function probability(text: string): number {
  const number = text.trim().toLowerCase() === 'nan' ? Number.NaN : Number(text);
  if (text.trim() !== '' && (!Number.isNaN(number) || /^\s*nan\s*$/i.test(text))) return number;
  throw new UsageError(`--p must be a number from 0 to 1, but got '${text}'`);
}

// JSON has no nan, inf or integers beyond 2^53: those are texts, and -0 is one too.
function jsonNumber(value: number | bigint): number | string {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return Object.is(value, -0) ? '-0' : value;
}
