// The same program on another machine: what its lines print there.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PartAddresses } from '../python/messages.ts';
import type { ProgramEngine } from '../python/program-engines.ts';
import { LineAnswers } from './line-answers.ts';
import { type Asked, programOf } from './program-run.ts';
import { LONGEST_BESIDE, pythonOf } from './shared-python.ts';

export class OtherMachine implements ReactiveController {
  /** null for none. */
  engine: ProgramEngine | null = null;
  /** Of the last run on both; null before it has ended. */
  answers: LineAnswers | null = null;

  readonly #host: ReactiveControllerHost;
  #turn = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.forget();
  }

  forget(): void {
    this.#turn++;
    this.answers = null;
  }

  /** Runs what has just run, if another machine is chosen. A failure is silent: its lines stand alone. */
  async run(parts: PartAddresses, asked: Asked): Promise<void> {
    this.forget();
    const turn = this.#turn;
    if (this.engine !== null && this.engine !== asked.engine) {
      const answers = new LineAnswers();
      const program = programOf({ ...asked, engine: this.engine });
      try {
        await pythonOf(parts).run(program, {
          onAnswer: (answer) => answers.add(answer),
          signal: AbortSignal.timeout(LONGEST_BESIDE),
        });
        if (turn === this.#turn) this.answers = answers;
      } catch {
        // It took too long there, or ended Python.
      }
    }
    this.#host.requestUpdate();
  }

  /** What the machine prints on a line, where that is not the same. */
  differs(own: LineAnswers, line: number): readonly string[] | null {
    if (!this.answers) return null;
    const texts = this.answers.textsOf(line);
    return texts.join('') === own.textsOf(line).join('') ? null : texts;
  }
}
