// What each line of a program has printed in one run.
import type { Answer } from '../python/interpreter.ts';

/** As many as the interpreter tells of one run: later ones are only in its output. */
const MOST = 10_000;

export class LineAnswers {
  readonly #texts = new Map<number, string[]>();
  #count = 0;

  add({ endLine, text }: Answer): void {
    this.#count++;
    // Printed by none of its lines.
    if (endLine === 0) return;
    const texts = this.#texts.get(endLine);
    if (texts) texts.push(text);
    else this.#texts.set(endLine, [text]);
  }

  /** The lines that have printed something: of a call over several, the last one. */
  get lines(): number[] {
    return [...this.#texts.keys()];
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
