// What a text says that is read otherwise, such as float16 as float32: no error, but worth telling.
import { filled, type Phrase, type PhraseValue } from './phrase.ts';

/** What parse() tells of a text that it reads. */
export interface Note {
  /** In English: `float16 is not reproduced here: this is read as float32`. */
  readonly message: string;
  /** The message in parts, for telling it in another language. */
  readonly details: Phrase;
}

/** Those of the call that is under way. */
let told: Note[] = [];

/** Called by the module. @param values A list in JSON. */
export function tellNote(template: string, values: string): void {
  const details = { template, values: JSON.parse(values) as PhraseValue[] };
  told.push({ message: filled(details), details });
}

/** Those that a call has told. */
export function takeNotes(): readonly Note[] {
  const notes = told;
  told = [];
  return notes;
}
