// <dropout-lesson>: what dropout is, in five minutes. Each step asks for a guess, and the part of the page that it
// speaks of then shows the answer.
import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { lessonStyles } from './lesson-styles.ts';
import type { Choice, Estimate, Scene, Step } from './step.ts';
import { lessonSteps } from './steps.ts';

/** What the page is to show. */
export interface LessonScene {
  /** The step that it belongs to; null at the end. */
  step: Step | null;
  scene: Scene;
}

/**
 * @attr taken - Set by the element itself while somebody takes the lesson, for its styles.
 * @fires lesson-scene - LessonScene that the page is to show now.
 * @fires lesson-leave - When the reader has left the lesson.
 */
export class DropoutLesson extends LitElement {
  static override readonly styles = [tokens, fields, host, lessonStyles];

  static override readonly properties = {
    step: { state: true },
    guess: { state: true },
    estimate: { state: true },
  };

  /** Index of the step; null while nobody takes the lesson; at the end, the number of steps. */
  declare protected step: number | null;
  /** Index of the choice that the reader made, or the number that they guess; null before that. */
  declare protected guess: number | null;
  /** Where the handle of an estimate stands before the guess; null where it stood at first. */
  declare protected estimate: number | null;

  constructor() {
    super();
    new LanguageController(this);
    this.step = null;
    this.guess = null;
    this.estimate = null;
  }

  /** Begins the lesson at a step; at the first if there is none of that name. */
  begin(name = ''): void {
    const named = lessonSteps().findIndex((step) => step.name === name);
    this.#go(Math.max(0, named));
  }

  leave(): void {
    this.step = null;
    this.guess = null;
    this.dispatchEvent(new CustomEvent('lesson-leave', { bubbles: true, composed: true }));
  }

  /** Moves the focus to the new text, for readers with a keyboard. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
  }

  override render(): TemplateResult | typeof nothing {
    const { step } = this;
    if (step === null) return nothing;
    const steps = lessonSteps();
    const current = steps[step];
    return html`
      <section aria-label=${msg('Lesson', { id: 'lesson' })}>
        ${current ? this.#renderStep(current, step, steps) : this.#renderEnd()}
      </section>
    `;
  }

  // Moves the focus to the new text, for readers with a keyboard; and to the button that leads on. It scrolls nothing:
  // what a step speaks of is to be in sight.
  override updated(changed: PropertyValues<{ step: number | null; guess: number | null }>) {
    this.toggleAttribute('taken', this.step !== null);
    // Not at the first rendering, nor when the language changes.
    if (changed.get('step') === undefined && changed.get('guess') === undefined) return;
    if (changed.has('step')) this.focus({ preventScroll: true });
    else this.renderRoot.querySelector<HTMLElement>('.primary')?.focus({ preventScroll: true });
  }

  #renderStep(current: Step, step: number, steps: readonly Step[]) {
    const { guess } = this;
    const { title, question, asks, because } = current;
    return html`
      <header>
        <h2 tabindex="-1">${title}</h2>
        ${this.#renderSteps(step, steps)} ${this.#renderLeave()}
      </header>
      <p class="question" id="question">${question}</p>
      ${asks.kind === 'choice' ? this.#renderChoices(asks) : this.#renderEstimate(asks)}
      <p class="because" role="status">
        ${
          guess === null
            ? nothing
            : html`<b>${isRight(asks, guess) ? msg('Yes.', { id: 'lesson-right' }) : msg(str`No: ${answerText(asks)}.`, { id: 'lesson-wrong' })}</b>
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

  #renderSteps(step: number, steps: readonly Step[]) {
    return html`<button type="button" class="place" popovertarget="steps">
        ${msg(str`${step + 1} of ${steps.length}`, { id: 'lesson-place' })}
        <span aria-hidden="true">▾</span>
      </button>
      <nav id="steps" popover aria-label=${msg('Steps of the lesson', { id: 'lesson-steps' })}>
        <ol>
          ${steps.map(
            ({ name, title }, i) => html`<li>
              <a
                href="#lesson=${name}"
                aria-current=${i === step ? 'step' : nothing}
                @click=${(event: Event) => {
                  event.preventDefault();
                  this.renderRoot.querySelector<HTMLElement>('#steps')?.hidePopover();
                  this.#go(i);
                }}
              >${title}</a>
            </li>`,
          )}
        </ol>
      </nav>`;
  }

  #renderChoices({ choices, answer }: Choice) {
    const { guess } = this;
    return html`<div class="choices" role="group" aria-labelledby="question">
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
    </div>`;
  }

  #renderMark(choice: number, answer: number) {
    if (this.guess === null || (choice !== answer && choice !== this.guess)) return nothing;
    return choice === answer
      ? html`<span class="mark" role="img" aria-label=${msg('right', { id: 'lesson-mark-right' })}>✓</span>`
      : html`<span class="mark" role="img" aria-label=${msg('wrong', { id: 'lesson-mark-wrong' })}>✗</span>`;
  }

  #renderEstimate(asks: Estimate) {
    const { guess } = this;
    const value = guess ?? this.estimate ?? asks.begin;
    const verdict = guess === null ? nothing : isRight(asks, guess) ? 'right' : 'wrong';
    return html`<div class="estimate" data-verdict=${verdict}>
      <div class="line">
        <input
          type="range"
          min=${asks.from}
          max=${asks.to}
          step=${asks.step}
          .value=${String(value)}
          aria-labelledby="question"
          aria-valuetext=${asks.text(value)}
          ?disabled=${guess !== null}
          @input=${(event: Event) => {
            this.estimate = Number((event.target as HTMLInputElement).value);
          }}
        />
        ${guess === null ? nothing : renderAnswer(asks)}
      </div>
      <span class="value" aria-hidden="true">${asks.text(value)}</span>
      <button type="button" class=${guess === null ? 'primary' : ''} ?disabled=${guess !== null} @click=${() => this.#guess(value)}>
        ${msg('That is my guess', { id: 'lesson-guess' })}
      </button>
    </div>`;
  }

  #renderEnd() {
    return html`
      <header>
        <h2 tabindex="-1">${msg('That is all of nn.Dropout', { id: 'lesson-end-title' })}</h2>
        ${this.#renderLeave()}
      </header>
      <p>
        ${msg(
          'Change anything and watch. Or paste a program of your own further down, and see what each of its lines prints.',
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

  #go(index: number) {
    this.step = index;
    this.guess = null;
    this.estimate = null;
    const step = lessonSteps()[index] ?? null;
    this.#show(step, step?.before ?? {});
  }

  // The right choice can be clicked again, to see the answer once more.
  #guess(guess: number) {
    const step = lessonSteps()[this.step ?? -1];
    if (!step) return;
    this.guess ??= guess;
    this.#show(step, step.after);
  }

  #leave = () => this.leave();

  #show(step: Step | null, scene: Scene) {
    const detail: LessonScene = { step, scene };
    this.dispatchEvent(new CustomEvent('lesson-scene', { detail, bubbles: true, composed: true }));
  }
}

function isRight(asks: Choice | Estimate, guess: number): boolean {
  if (asks.kind === 'choice') return guess === asks.answer;
  const [least, most] = asks.answer;
  return guess >= least && guess <= most;
}

function answerText(asks: Choice | Estimate): string {
  if (asks.kind === 'choice') return asks.choices[asks.answer] ?? '';
  const [least, most] = asks.answer;
  return least === most
    ? asks.text(least)
    : msg(str`between ${asks.text(least)} and ${asks.text(most)}`, { id: 'lesson-between' });
}

/** Where the right numbers lie on the line of an estimate. */
function renderAnswer({ from, to, answer: [least, most] }: Estimate) {
  const share = (value: number) => (value - from) / (to - from);
  return html`<svg class="answer" aria-hidden="true" viewBox="0 0 1 1" preserveAspectRatio="none">
    <line x1=${share(least)} x2=${share(most)} y1="0.5" y2="0.5"></line>
  </svg>`;
}
