// What a wrong entry is told: the framework's own words, with the way out where they leave it open.
import { msg, str } from '@lit/localize';
import type { TextError } from '../core/index.ts';
import { MOST_CALLS, NoSuchCall, NotANumber } from './experiment/read-settings.ts';

export function explain(error: Error): string {
  if (error instanceof NotANumber) {
    return msg(str`p must be a number from 0 to 1, but got '${error.message}'`, {
      id: 'p-no-number',
    });
  }
  if (error instanceof NoSuchCall) {
    return msg(str`a call is a whole number from 1 to ${MOST_CALLS}, but got '${error.message}'`, {
      id: 'no-such-call',
    });
  }
  if (isTextError(error)) {
    const { line, column } = error;
    return msg(str`line ${line}, column ${column}: ${error.reason}`, { id: 'text-error' });
  }
  if (error.message.startsWith('result type Float')) {
    const hint = msg(
      'Whole numbers without a point are integers in PyTorch: write 1. instead of 1.',
      { id: 'integer-hint' },
    );
    return `${error.message}. ${hint}`;
  }
  return error.message;
}

function isTextError(error: Error): error is TextError {
  return (error as TextError).code === 'text'; // In WebKit every error has a line.
}
