// The errors of this package: JavaScript's own classes, each with a `code` to tell it by.
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

/** An error thrown by this package. */
export type PlaygroundError = Error & { readonly code: ErrorCode };

/** The SyntaxError for a text that is no tensor. `reason` is its message without the place. */
export type TextError = SyntaxError & {
  readonly code: 'text';
  readonly reason: string;
  readonly line: number;
  readonly column: number;
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
export type WasmError = Error & { readonly code: 'wasm'; readonly reason: WasmFailure };

export function rangeError(code: ErrorCode, message: string): PlaygroundError {
  return Object.assign(new RangeError(message), { code });
}

export function typeError(code: ErrorCode, message: string): PlaygroundError {
  return Object.assign(new TypeError(message), { code });
}

export function stateError(message: string): PlaygroundError {
  return Object.assign(new Error(message), { code: 'state' as const });
}

export function wasmError(reason: WasmFailure, message: string, cause?: unknown): WasmError {
  return Object.assign(new Error(message, { cause }), { code: 'wasm' as const, reason });
}

/** The error for an exception of the C++ core. */
export function nativeError(
  kind: NativeErrorKind,
  message: string,
  line: number,
  column: number,
): PlaygroundError {
  switch (kind) {
    case 'text': {
      const error = new SyntaxError(`${message} (line ${line}, column ${column})`);
      return Object.assign(error, { code: 'text' as const, reason: message, line, column });
    }
    case 'engine':
      return rangeError('engine', message);
    case 'memory':
      return rangeError('memory', message);
    case 'dtype':
      return typeError('type', message);
    case 'value':
      return rangeError(
        /^(dropout probability|rate) /.test(message) ? 'probability' : 'value',
        message,
      );
    case 'state':
      return stateError(message);
  }
}
