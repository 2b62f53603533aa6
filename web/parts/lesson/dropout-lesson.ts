// <dropout-lesson>: nn.Dropout in five minutes. Each step asks for a guess, and then shows the answer in the
// playground.
import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { tokens } from '../../design/styles/tokens.ts';
import type { Settings } from '../../experiment/settings.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { lessonStyles } from './lesson-styles.ts';
import { lessonSteps, type Part, type Step } from './steps.ts';

/**
 * @attr taken - Set by the element itself while somebody takes the lesson, for its styles.
 * @fires experiment-choose - Settings that the playground is to show.
 * @fires lesson-leave - When the reader has left the lesson.
 * @fires part-point - {part} of the playground that shows the answer, or null.
 */
export class DropoutLesson extends LitElement {
  static override readonly styles = [tokens, fields, host, lessonStyles];

  static override readonly properties = { step: { state: true }, guess: { state: true } };

  /** Index of the step; null while nobody takes the lesson; at the end, the number of steps. */
  declare protected step: number | null;
  /** Index of the choice that the reader made; null before that. */
  declare protected guess: number | null;

  constructor() {
    super();
    new LanguageController(this);
    this.step = null;
    this.guess = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { step } = this;
    if (step === null) return nothing;
    const steps = lessonSteps();
    const current = steps[step];
    return html`
      <section aria-label=${msg('Lesson', { id: 'lesson' })}>
        ${current ? this.#renderStep(current, step, steps.length) : this.#renderEnd()}
      </section>
    `;
  }

  // Moves the focus to the new text, for readers with a keyboard; and to the button that leads on.
  override updated(changed: PropertyValues<{ step: number | null; guess: number | null }>) {
    this.toggleAttribute('taken', this.step !== null);
    // Not at the first rendering, nor when the language changes.
    if (changed.get('step') === undefined && changed.get('guess') === undefined) return;
    const place = changed.has('step') ? 'h2' : '.primary';
    // After an answer, what it points at is scrolled into view, and not the button to the next step.
    const preventScroll = place === '.primary';
    this.renderRoot.querySelector<HTMLElement>(place)?.focus({ preventScroll });
  }

  #renderStep({ title, question, choices, answer, because }: Step, step: number, count: number) {
    const { guess } = this;
    const isRight = guess === answer;
    return html`
      <header>
        <h2 tabindex="-1">${title}</h2>
        <p class="place">${msg(str`${step + 1} of ${count}`, { id: 'lesson-place' })}</p>
        ${this.#renderLeave()}
      </header>
      <p class="question" id="question">${question}</p>
      <div class="choices" role="group" aria-labelledby="question">
        ${choices.map(
          (choice, i) =>
            html`<button
              type="button"
              class="choice"
              aria-pressed=${guess === i}
              data-verdict=${guess === null ? nothing : i === answer ? 'right' : i === guess ? 'wrong' : 'other'}
              ?disabled=${guess !== null && i !== guess && i !== answer}
              @click=${() => this.#guess(i)}
            >
              <span>${choice}</span>${this.#renderMark(i, answer)}</button>`,
        )}
      </div>
      <p class="because" role="status">
        ${
          guess === null
            ? nothing
            : html`<b>${isRight ? msg('Yes.', { id: 'lesson-right' }) : msg(str`No: ${choices[answer] ?? ''}.`, { id: 'lesson-wrong' })}</b>
              ${because}`
        }
      </p>
      <div class="way">
        ${step > 0 ? html`<button type="button" @click=${() => this.#go(step - 1)}>${msg('Back', { id: 'lesson-back' })}</button>` : nothing}
        <button type="button" class=${guess === null ? '' : 'primary'} @click=${() => this.#go(step + 1)}>
          ${guess === null ? msg('Skip', { id: 'lesson-skip' }) : msg('Next', { id: 'lesson-next' })}
        </button>
      </div>
    `;
  }

  #renderMark(choice: number, answer: number) {
    if (this.guess === null || (choice !== answer && choice !== this.guess)) return nothing;
    return choice === answer
      ? html`<span class="mark" role="img" aria-label=${msg('right', { id: 'lesson-mark-right' })}>✓</span>`
      : html`<span class="mark" role="img" aria-label=${msg('wrong', { id: 'lesson-mark-wrong' })}>✗</span>`;
  }

  #renderEnd() {
    return html`
      <header>
        <h2 tabindex="-1">${msg('That is all of nn.Dropout', { id: 'lesson-end-title' })}</h2>
        ${this.#renderLeave()}
      </header>
      <p>
        ${msg(
          'Change anything and watch. Further down: the same seed on other machines, millions of calls, and what goes wrong in practice.',
          { id: 'lesson-end' },
        )}
      </p>
      <div class="way">
        <button type="button" @click=${() => this.#go(0)}>${msg('Once more', { id: 'lesson-again' })}</button>
        <button type="button" class="primary" @click=${this.#leave}>${msg('Go on alone', { id: 'lesson-leave' })}</button>
      </div>
    `;
  }

  #renderLeave() {
    const label = msg('Leave the lesson', { id: 'lesson-close' });
    return html`<button type="button" class="leave" title=${label} aria-label=${label} @click=${this.#leave}>✕</button>`;
  }

  #go(step: number) {
    this.step = step;
    this.guess = null;
    const settings = lessonSteps()[step]?.before;
    if (settings) this.#show(settings);
    this.#point(null);
  }

  // The right choice can be clicked again, to see the answer once more.
  #guess(choice: number) {
    const step = lessonSteps()[this.step ?? -1];
    if (!step) return;
    this.guess ??= choice;
    this.#show(step.after);
    this.#point(step.part);
  }

  /** Begins the lesson, or goes on with it. */
  begin(): void {
    if (this.step === null) this.#go(0);
    else this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  leave(): void {
    this.step = null;
    this.guess = null;
    this.#point(null);
    this.dispatchEvent(new CustomEvent('lesson-leave', { bubbles: true, composed: true }));
  }

  #leave = () => this.leave();

  #show(detail: Settings) {
    this.dispatchEvent(
      new CustomEvent('experiment-choose', { detail, bubbles: true, composed: true }),
    );
  }

  #point(part: Part | null) {
    this.dispatchEvent(
      new CustomEvent('part-point', { detail: { part }, bubbles: true, composed: true }),
    );
  }
}
