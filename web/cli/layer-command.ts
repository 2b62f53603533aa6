// `dropout-playground INPUT`: runs a layer and prints its outputs.
import type { Playground, Tensor } from 'dropout-playground';
import {
  type BeforeSettings,
  callEarlier,
  passOver,
  readBefore,
} from '../experiment/before-layer.ts';
import { readSeed } from '../experiment/read-settings.ts';
import { DEFAULT_SETTINGS } from '../experiment/settings.ts';
import type { Arguments } from './arguments.ts';
import { bitsOf } from './bits.ts';
import { readEngine } from './engine-choice.ts';
import { beforeTexts, callCount, layerName, probability, seedText } from './option-values.ts';
import { tellNote } from './tell-note.ts';

/** The text to print. @throws UsageError and the errors of the package. */
export function runLayer(core: Playground, parsed: Arguments, input: string): string {
  const { values } = parsed;
  const { engine, options } = readEngine(core, parsed);
  const seed = seedText(values.seed ?? DEFAULT_SETTINGS.seed, engine);
  const p = probability(values.p ?? DEFAULT_SETTINGS.p);
  const name = layerName(values.layer ?? DEFAULT_SETTINGS.layer);
  const calls = callCount(values.calls ?? DEFAULT_SETTINGS.call);
  const texts = beforeTexts(parsed, engine);

  const generator = new core.Generator(engine, options);
  generator.manualSeed(readSeed(seed, engine));
  const { skip, reseed, earlier } = readBefore(texts, engine);
  passOver(generator, skip.beforeInput);
  const x = core.parse(input, { generator, onNote: tellNote });
  if (reseed !== null) generator.manualSeed(reseed);
  passOver(generator, skip.afterInput);
  callEarlier(core, name, earlier, x, generator);
  const inplace = values.inplace ?? false;
  const layer = new core[name](p, { generator, inplace }).train(!values.eval);
  const outputs: Tensor[] = [];
  for (let call = calls; call > 0; --call) {
    const y = layer.forward(x);
    // In place, y is x itself, which the next call changes.
    outputs.push(y === x ? x.clone() : y);
  }

  if (!values.json) return outputs.map(String).join('\n');
  return JSON.stringify(
    {
      engine,
      seed,
      ...givenOf(texts),
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

// JSON has no nan, no inf and no integers beyond 2^53, and JSON.stringify() loses the sign of -0: these are texts.
function jsonNumber(value: number | bigint): number | string {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return Object.is(value, -0) ? '-0' : value;
}

/** Those that say something. */
function givenOf(texts: BeforeSettings): Partial<BeforeSettings> {
  const names = Object.keys(texts) as (keyof BeforeSettings)[];
  const given = names.filter((name) => texts[name] !== DEFAULT_SETTINGS[name]);
  return Object.fromEntries(given.map((name) => [name, texts[name]]));
}
