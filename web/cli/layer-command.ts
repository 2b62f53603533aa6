// `dropout-playground INPUT`: runs a layer and prints its outputs.
import { type Engine, LAYERS, type Playground, parseSeed, type Tensor } from 'dropout-playground';
import { type Arguments, engineOptions, UsageError, wholeNumber } from './arguments.ts';
import { bitsOf } from './bits.ts';

/** The text to print. @throws UsageError and the errors of the package. */
export function runLayer(core: Playground, parsed: Arguments, input: string): string {
  const { values } = parsed;
  const [engine = 'torch-cpu', second] = (values.engine ?? []) as Engine[];
  if (second) throw new UsageError('--engine can be given only once here');
  const generator = new core.Generator(engine, engineOptions(parsed));
  generator.manualSeed(engine === 'tfjs' ? values.seed : parseSeed(values.seed, engine));

  const x = core.parse(input, { generator });
  const layer = new (layerClass(core, values.layer))(probability(values.p ?? '0.5'), {
    generator,
    inplace: values.inplace,
  }).train(!values.eval);
  const outputs: Tensor[] = [];
  for (let call = wholeNumber('calls', values.calls, 1); call > 0; --call) {
    const y = layer.forward(x);
    // x itself, which the next call may change.
    outputs.push(y === x ? x.clone() : y);
  }

  if (!values.json) return outputs.map(String).join('\n');
  return JSON.stringify(
    {
      engine,
      seed: values.seed,
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
