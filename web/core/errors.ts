// The errors of this package: JavaScript's own classes, each with a `code` to tell it by, and with what
// it knows.
import { filled, type Phrase, type PhraseValue } from './phrase.ts';
import type { NativeErrorKind } from './wasm/dropout-playground.js';

/**
 * - `probability`: p is not between 0 and 1 (RangeError), or no number (TypeError)
 * - `seed`: out of range (RangeError), or no whole number (TypeError)
 * - `engine`: no such engine, option of it, or layer, maker or dtype with it (RangeError)
 * - `value`: another argument is out of range (RangeError)
 * - `type`: an argument is of the wrong type or dtype (TypeError)
 * - `text`: a text is no tensor (SyntaxError, with `line` and `column`, counted from 1)
 * - `memory`: there is no room for a tensor; all others stay usable (RangeError)
 * - `state`: a call that something must come before, or a tensor already disposed of (Error)
 * - `wasm`: the WebAssembly module cannot be loaded or is not allowed here (Error, with a `reason`)
 */
export type ErrorCode =
  | 'probability'
  | 'seed'
  | 'engine'
  | 'value'
  | 'type'
  | 'text'
  | 'memory'
  | 'state'
  | 'wasm';

/**
 * What an error is about: its `code`, or more exactly
 *
 * - `layer`: of `engine`, no such layer, or not with this engine
 * - `dtype`: of `type`, a tensor's
 * - `integers`: of `type`, integers where PyTorch wants floating numbers: a point behind them helps
 * - `no-whole-number`: of `seed`, a text
 * - `seeds`, `calls`, `limit`, `skip`: of `value`, an option of a search
 * - `nothing-survives`: of `value`, an output that does not tell p: it is all zeros, or not scaled
 * - `program`: of `text`, one that is a program
 * - `generator-missing`: of `text`, one that draws, and there is no generator
 *
 * In a text, it is what is wrong there: `value`, say.
 */
export type ErrorKind =
  | ErrorCode
  | 'layer'
  | 'dtype'
  | 'integers'
  | 'no-whole-number'
  | 'seeds'
  | 'calls'
  | 'limit'
  | 'skip'
  | 'nothing-survives'
  | 'program'
  | 'generator-missing';

/** What an error knows, its message in parts: for telling errors apart, or in another language. */
export interface ErrorDetails extends Phrase {
  readonly kind: ErrorKind;
  /** Where in a text, counted from 1. */
  readonly line?: number;
  readonly column?: number;
}

/** An error thrown by this package. */
export type PlaygroundError = Error & {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
};

/** The SyntaxError for a text that is no tensor. `reason` is its message without the place. */
export type TextError = SyntaxError & {
  readonly code: 'text';
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  readonly details: ErrorDetails;
};

/**
 * Why there is no core:
 *
 * - `absent`: no WebAssembly here, or it is switched off
 * - `old`: a WebAssembly without SIMD or without exceptions
 * - `policy`: the page's Content Security Policy allows none
 * - `version`: the wasm is of another version than the script
 * - `unreachable`: the file could not be fetched or read
 * - `broken`: what was fetched could not be started
 */
export type WasmFailure = 'absent' | 'old' | 'policy' | 'version' | 'unreachable' | 'broken';

/** The Error of a core that could not be started. */
export type WasmError = Error & {
  readonly code: 'wasm';
  readonly reason: WasmFailure;
  readonly details: ErrorDetails;
};

/** What an error of this package is about; undefined for any other. */
export function kindOf(error: unknown): ErrorKind | undefined {
  return (error as Partial<PlaygroundError>).details?.kind;
}

/** The codes of the kinds that are none themselves. */
const CODES = {
  layer: 'engine',
  dtype: 'type',
  integers: 'type',
  'no-whole-number': 'seed',
  seeds: 'value',
  calls: 'value',
  limit: 'value',
  skip: 'value',
  'nothing-survives': 'value',
  program: 'text',
  'generator-missing': 'value',
} as const satisfies Record<Exclude<ErrorKind, ErrorCode>, ErrorCode>;

function codeOf(kind: ErrorKind): ErrorCode {
  return (CODES as Partial<Record<ErrorKind, ErrorCode>>)[kind] ?? (kind as ErrorCode);
}

export function rangeError(
  kind: ErrorKind,
  template: string,
  ...values: PhraseValue[]
): PlaygroundError {
  return made(RangeError, { kind, template, values });
}

export function typeError(
  kind: ErrorKind,
  template: string,
  ...values: PhraseValue[]
): PlaygroundError {
  return made(TypeError, { kind, template, values });
}

export function stateError(template: string, ...values: PhraseValue[]): PlaygroundError {
  return made(Error, { kind: 'state', template, values });
}

export function wasmError(
  reason: WasmFailure,
  cause: unknown,
  template: string,
  ...values: PhraseValue[]
): WasmError {
  const error = made(Error, { kind: 'wasm', template, values }, { cause });
  return Object.assign(error, { code: 'wasm' as const, reason });
}

function made(
  ErrorClass: ErrorConstructor,
  details: ErrorDetails,
  options?: ErrorOptions,
): PlaygroundError {
  const error = new ErrorClass(filled(details), options);
  return Object.assign(error, { code: codeOf(details.kind), details });
}

/**
 * The error for an exception of the C++ core.
 *
 * @param values A list in JSON.
 * @param line 0 for what is no text.
 */
export function nativeError(
  kind: NativeErrorKind,
  template: string,
  values: string,
  line: number,
  column: number,
): PlaygroundError {
  const details = { kind, template, values: JSON.parse(values) as PhraseValue[] };
  if (line > 0) {
    const reason = filled(details);
    return Object.assign(new SyntaxError(`${reason} (line ${line}, column ${column})`), {
      code: 'text' as const,
      reason,
      line,
      column,
      details: { ...details, line, column },
    });
  }
  const code = codeOf(kind);
  return made(code === 'type' ? TypeError : code === 'state' ? Error : RangeError, details);
}
