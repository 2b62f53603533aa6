// What each line of a program has printed in one run, and its dropout calls.
import type { DropoutCall } from '../python/dropout-call.ts';
import type { Answer } from '../python/interpreter.ts';

/** As many as the interpreter tells of one run: later ones are only in its output. */
const MOST = 10_000;

export class LineAnswers {
  readonly #texts = new Map<number, string[]>();
  readonly #calls = new Map<number, DropoutCall[]>();
  #count = 0;

  add({ endLine, text }: Answer): void {
    this.#count++;
    put(this.#texts, endLine, text);
  }

  addCall(call: DropoutCall): void {
    put(this.#calls, call.endLine, call);
  }

  /** The lines that have printed something: of a call over several, the last one. */
  get printing(): number[] {
    return [...this.#texts.keys()];
  }

  /** The lines with anything to show. */
  get lines(): number[] {
    return [...this.#texts.keys(), ...this.#calls.keys()];
  }

  callsOf(line: number): readonly DropoutCall[] {
    return this.#calls.get(line) ?? [];
  }

  /** What a line has printed, call by call. */
  textsOf(line: number): readonly string[] {
    return this.#texts.get(line) ?? [];
  }

  /** Whether prints may be missing here. */
  get isCapped(): boolean {
    return this.#count >= MOST;
  }
}

function put<Told>(lists: Map<number, Told[]>, line: number, one: Told): void {
  // Of none of the program's lines.
  if (line === 0) return;
  const list = lists.get(line);
  if (list) list.push(one);
  else lists.set(line, [one]);
}
