// What a layer's last forward did: mask, reasons and gradient by one draw and one call of the module.
import type { Draws } from './draws.ts';
import type { DType } from './dtype.ts';
import { Generator } from './generator.ts';
import { type Described, type Description, Message } from './message.ts';
import { handle } from './native-object.ts';
import type { Tensor } from './tensor.ts';
import { parse } from './tensor-from-data.ts';
import type { NativeDropout } from './wasm/dropout-playground.js';

export interface LastCall {
  /** What survivors were multiplied by. */
  readonly scale: number;
  /** What was added to each element after that; 0 but for alpha layers. */
  readonly shift: number;
  /** 1 kept, 0 dropped, for each element of the input. */
  readonly kept: Uint8Array;
  /** The same in the mask's own shape; the same array, where that is the input's. */
  readonly decisions: Uint8Array;
  /** How many of the decisions are 0. */
  readonly dropped: number;
  readonly mask: Description;
  /** What draws() gives; null also if it was not asked for. */
  readonly draws: Draws | null;
  /** If it was asked for. */
  readonly back: Back | null;
}

/** The gradient of the output, and what it makes of that of the input. */
export interface Back {
  /** Ones are bytes, a quarter of what they are in their dtype. */
  readonly upstream: Described | (Description & { readonly values: Uint8Array });
  readonly gradient: Described;
}

export interface Asked {
  /** Whether the numbers drawn are wanted: they take longer than the decisions. */
  draws?: boolean;
  /** If the gradient of the input is wanted: that of the output. */
  upstream?: Upstream;
}

/** A gradient of the output. */
export interface Upstream {
  /** For parse(); '' stands for ones. */
  text: string;
  /** The output's. */
  dtype: DType;
}

/** null before any forward. */
export function lastCall(
  layer: NativeDropout,
  { draws = false, upstream }: Asked,
): LastCall | null {
  const given = upstream && upstream.text.trim() !== '' ? tensorOf(upstream) : null;
  try {
    const isBack = upstream !== undefined;
    const message = new Message(layer.lastCall(draws, isBack, given?.[handle] ?? null));
    if (message.isEmpty) return null;
    return { ...forwardIn(message), back: isBack ? backIn(message, given === null) : null };
  } finally {
    given?.dispose();
  }
}

// What is drawn in it comes from a generator of its own, so that the layer's goes on undisturbed.
function tensorOf({ text, dtype }: Upstream): Tensor {
  const generator = new Generator();
  let read: Tensor | undefined;
  try {
    read = parse(text, { generator });
    return read.to(dtype);
  } finally {
    read?.dispose();
    generator.dispose();
  }
}

function forwardIn(message: Message): Omit<LastCall, 'back'> {
  const size = message.number();
  const scale = message.number();
  const shift = message.number();
  const threshold = message.number();
  const decisions = message.array(Uint8Array);
  const uniforms = message.array(Float64Array);
  const mask = message.description();
  return {
    scale,
    shift,
    kept: forEachElement(decisions, size),
    decisions,
    dropped: decisions.length - mask.sum,
    mask,
    draws:
      uniforms.length > 0
        ? Object.freeze({ shape: mask.shape, uniforms, threshold, kept: decisions, scale })
        : null,
  };
}

function backIn(message: Message, isOfOnes: boolean): Back {
  const upstream = isOfOnes ? onesIn(message) : message.tensor();
  return { upstream, gradient: message.tensor() };
}

function onesIn(message: Message) {
  const about = message.description();
  const size = about.shape.reduce((product, extent) => product * extent, 1);
  return { ...about, values: new Uint8Array(size).fill(1) };
}

// A channel's decision for all of its elements.
function forEachElement(decisions: Uint8Array, size: number): Uint8Array {
  if (decisions.length === size) return decisions;
  const inside = size / decisions.length;
  const kept = new Uint8Array(size);
  for (let channel = 0; channel < decisions.length; ++channel) {
    kept.fill(decisions[channel] as number, channel * inside, (channel + 1) * inside);
  }
  return kept;
}
