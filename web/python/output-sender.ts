// Sends what a program writes, as text, in pieces that are neither many nor late: a page that is told of each
// print by itself would do nothing else.
import type { FromWorker, Stream } from './messages.ts';

/** Characters after which a piece is sent, and milliseconds. */
const PIECE = 8192;
const LATE = 50;

/** Characters of one run, of both streams together. */
export const MOST_OUTPUT = 256 * 1024;

export class OutputSender {
  readonly #run: number;
  readonly #send: (message: FromWorker) => void;
  // Of each stream, since a character may be cut by the end of a write.
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  #stream: Stream = 'stdout';
  #text = '';
  #sentAt = performance.now();
  #room = MOST_OUTPUT;

  constructor(run: number, send: (message: FromWorker) => void) {
    this.#run = run;
    this.#send = send;
  }

  write(stream: Stream, bytes: Uint8Array): void {
    if (this.#room === 0) return;
    if (stream !== this.#stream) this.flush();
    this.#stream = stream;
    const text = this.#decoders[stream].decode(bytes, { stream: true });
    this.#text += text.slice(0, this.#room);
    this.#room = Math.max(0, this.#room - text.length);
    const isLate = performance.now() - this.#sentAt > LATE;
    if (isLate || this.#text.length >= PIECE || this.#room === 0) this.flush();
    if (this.#room === 0) this.#send({ type: 'capped', run: this.#run });
  }

  /** Sends what is left. */
  flush(): void {
    if (this.#text) {
      this.#send({ type: 'output', run: this.#run, stream: this.#stream, text: this.#text });
    }
    this.#text = '';
    this.#sentAt = performance.now();
  }
}
