// What a program has written, in pieces that are never changed, so that only the last one is drawn again.
import type { Stream } from '../python/messages.ts';

export interface Piece {
  readonly stream: Stream;
  readonly text: string;
}

/** Characters after which a piece is left as it is. */
const FULL = 8192;

/** A program that goes to and fro between its streams makes as many pieces as prints. */
const MOST_PIECES = 5000;

export class RunOutput {
  readonly pieces: Piece[] = [];
  /** Whether there was more than is shown. */
  isCapped = false;

  add(stream: Stream, text: string): void {
    const last = this.pieces.at(-1);
    if (last?.stream === stream && last.text.length < FULL) {
      this.pieces[this.pieces.length - 1] = { stream, text: last.text + text };
    } else if (this.pieces.length < MOST_PIECES) this.pieces.push({ stream, text });
    else this.isCapped = true;
  }

  textOf(stream: Stream): string {
    return this.pieces.map((piece) => (piece.stream === stream ? piece.text : '')).join('');
  }

  get text(): string {
    return this.pieces.map(({ text }) => text).join('');
  }
}
