// Sends what the lines of a program give, several at once: a page that is told of each by itself would do nothing else.
import type { Answer, Program } from './interpreter.ts';
import type { FromWorker } from './messages.ts';
import { MOST_OUTPUT } from './output-sender.ts';

/** Answers after which they are sent, and milliseconds. */
const MANY = 500;
const LATE = 50;

export class AnswerSender {
  /** Whether anybody hears them. */
  readonly isWanted: boolean;

  readonly #run: number;
  readonly #send: (message: FromWorker) => void;
  readonly #lines: ReadonlySet<number>;
  readonly #isAll: boolean;
  #waiting: Answer[] = [];
  #sentAt = performance.now();
  #room = MOST_OUTPUT;

  constructor(
    run: number,
    { asked, tellsAll = false }: Program,
    send: (message: FromWorker) => void,
  ) {
    this.isWanted = tellsAll || asked !== undefined;
    this.#run = run;
    this.#send = send;
    this.#lines = new Set(asked);
    this.#isAll = tellsAll;
  }

  add(answer: Answer): void {
    const { line, endLine, outerLine, text } = answer;
    const lines = [line, endLine, outerLine];
    if (!this.#isAll && !lines.some((one) => this.#lines.has(one))) return;
    this.#room -= text.length;
    if (this.#room <= 0) return;
    this.#waiting.push(answer);
    if (this.#waiting.length >= MANY || performance.now() - this.#sentAt > LATE) this.flush();
  }

  /** Sends what is left. */
  flush(): void {
    if (this.#waiting.length > 0) {
      this.#send({ type: 'answers', run: this.#run, answers: JSON.stringify(this.#waiting) });
    }
    this.#waiting = [];
    this.#sentAt = performance.now();
  }
}
