// The explanation of a wrong entry: the framework's words, with a remedy where they name none.
import { msg, str } from '@lit/localize';
import type { PlaygroundError, TextError, WasmError } from '../core/index.ts';
import { filled, type Phrase } from '../core/phrase.ts';
import { coreWords } from '../i18n/core-words.ts';
import { CoreMissing } from './core-source.ts';

export function explain(error: Error): string {
  if (error instanceof CoreMissing) {
    return msg('The rest of the program, which this needs, could not be loaded.', {
      id: 'no-rest',
    });
  }
  if (isWasmError(error)) return explainStart(error);
  const { details } = error as Partial<PlaygroundError>;
  if (!details) return error.message;
  const sentence = filled(details, coreWords);
  if (isTextError(error)) {
    const { line, column } = error;
    return msg(str`line ${line}, column ${column}: ${sentence}`, { id: 'text-error' });
  }
  if (details.kind === 'integers') {
    return msg(
      str`PyTorch refuses it, too: ${sentence}. Whole numbers without a point are integers there: write 1.0 instead of 1, and torch.arange(5.) instead of torch.arange(5).`,
      { id: 'integer-hint' },
    );
  }
  return sentence;
}

/** What is worth telling of an input that is right, as a sentence. */
export function explainNote(note: Phrase): string {
  return filled(note, coreWords);
}

// Says why there is no core. The words of hosts and networks are not translated.
function explainStart({ reason, message }: WasmError): string {
  switch (reason) {
    case 'absent':
      return msg('This browser has no WebAssembly, or it is switched off.', { id: 'wasm-absent' });
    case 'old':
      return msg('This browser is too old: its WebAssembly lacks SIMD or exceptions.', {
        id: 'wasm-too-old',
      });
    case 'policy':
      return msg(
        "This page's security policy does not allow WebAssembly. Add 'wasm-unsafe-eval' to script-src, or embed by iframe.",
        { id: 'wasm-forbidden' },
      );
    case 'version':
      return msg('Files of two versions have been mixed: reload without the cache.', {
        id: 'wasm-mixed',
      });
    default:
      return message;
  }
}

function isWasmError(error: Error): error is WasmError {
  return (error as PlaygroundError).code === 'wasm';
}

export function isTextError(error: Error | undefined): error is TextError {
  return (error as TextError | undefined)?.code === 'text'; // Not by `line`, which every error has in WebKit.
}
