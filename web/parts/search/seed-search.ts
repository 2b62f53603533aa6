// <seed-search>: finds the seed that prints an output, and says whether the seed that is set prints it.
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  load,
  type SearchedEngine,
  type SearchProgress,
  type SeedMatch,
  WELL_KNOWN_SEEDS,
} from '../../core/index.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { sections } from '../../design/styles/sections.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { machineName, machineOf, machines } from '../../experiment/machines.ts';
import { explainQuestion } from '../../experiment/search/explain-question.ts';
import {
  type Answer,
  isAnswer,
  type Question,
  type QuestionErrors,
  search,
} from '../../experiment/search/search.ts';
import { searchedEngineText } from '../../experiment/search/searched-engine.ts';
import { verdictOn } from '../../experiment/search/verdict.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../experiment/settings.ts';
import { thread } from '../../experiment/thread.ts';
import { ExperimentElement } from '../../figure/experiment-element.ts';
import { activeLanguage } from '../../i18n/localization.ts';
import { formatNumber, formatPercent, formatRough } from '../../i18n/number-format.ts';
import { searchStyles } from './search-styles.ts';

/** An experiment that a reader of a book ran on Linux, with an output that they could not explain. */
const EXAMPLE = {
  thread: thread('rasbt/LLMs-from-scratch', 57),
  settings: { ...DEFAULT_SETTINGS, input: 'torch.ones(6, 6)', seed: '123', p: '0.5' },
  output: `tensor([[2., 2., 2., 2., 2., 2.],
        [0., 2., 0., 0., 0., 0.],
        [0., 0., 2., 0., 2., 0.],
        [2., 2., 0., 0., 0., 2.],
        [2., 0., 0., 0., 0., 2.],
        [0., 2., 0., 0., 0., 0.]])`,
};

/** The properties that make up the question. Seed, p and engine do not, since showing a match sets them. */
const QUESTION = ['input', 'output', 'among', 'from', 'to', 'calls', 'wellKnown'] as const;

/** Nobody reads more. So many matches mean that the output is too short. */
const MOST_SHOWN = 50;

/** Milliseconds between two announcements of the progress to screen readers. */
const ANNOUNCE_MS = 5000;

/** Milliseconds between two renderings of the progress. */
const DRAW_MS = 100;

/**
 * @attr output - The printed output, as text.
 * @attr among - The engine whose seeds are searched; without it all engines are.
 * @attr from - The first seed.
 * @attr to - The last seed.
 * @attr calls - How many calls after the seeding are looked at.
 * @fires experiment-choose - Partial<Settings> of a match that the reader wants to see, or of the
 *   example.
 * @fires experiment-show - After the first of these: the reader wants to see it in the playground.
 */
export class SeedSearch extends ExperimentElement {
  static override readonly styles = [tokens, fields, host, sections, searchStyles];

  static override readonly properties = {
    ...ExperimentElement.properties,
    output: {},
    among: {},
    from: {},
    to: {},
    calls: {},
    wellKnown: { state: true },
    progress: { state: true },
    soFar: { state: true },
    announced: { state: true },
    answer: { state: true },
    errors: { state: true },
  };

  declare output: string;
  declare among: string;
  declare from: string;
  declare to: string;
  declare calls: string;
  declare wellKnown: boolean;
  /** The progress of the running search; null if none runs. */
  declare progress: SearchProgress | null;
  /** What the running search has found so far. */
  declare soFar: Answer | null;
  /** The progress that was last announced to screen readers. */
  declare announced: SearchProgress | null;
  declare answer: Answer | null;
  declare errors: QuestionErrors;

  /** Of the search that goes on. */
  #stop: AbortController | null = null;
  /** When the progress was last rendered, and when it was last announced. */
  #drawn = 0;
  #told = 0;

  constructor() {
    super();
    this.output = '';
    this.among = '';
    this.from = '0';
    this.to = '999999';
    this.calls = '3';
    this.wellKnown = true;
    this.progress = null;
    this.soFar = null;
    this.announced = null;
    this.answer = null;
    this.errors = {};
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.abort();
  }

  override willUpdate(changed: PropertyValues) {
    if (!this.hasUpdated) return;
    // The old answer goes, since readers would take it for an answer to the new question.
    if (QUESTION.some((name) => changed.has(name))) {
      this.#stop?.abort();
      this.#end();
      this.answer = null;
      this.errors = {};
    }
    if (changed.has('seed') || changed.has('p')) this.errors = {};
  }

  override render(): TemplateResult {
    const { name, url } = EXAMPLE.thread;
    const isBusy = this.#stop !== null;
    return html`
        <form class="panel" @submit=${this.#onSubmit}>
          <p class="of">
            ${msg('printed for the input', { id: 'search-input' })} <code>${this.input}</code>
          </p>
          ${this.#renderError('input')}
          <div class="field">
            <div class="head">
              <label for="output">${msg('the printed output', { id: 'search-output' })}</label>
              <span class="label">
                <button type="button" class="example" @click=${this.#onExample}>
                  ${msg('Fill in an example', { id: 'search-example' })}
                </button>
                · <a href=${url} target="_blank" rel="noopener">${name}</a>
              </span>
            </div>
            <textarea
              id="output"
              class="box"
              spellcheck="false"
              autocapitalize="off"
              autocomplete="off"
              aria-invalid=${this.errors.output ? 'true' : 'false'}
              aria-describedby=${this.errors.output ? 'output-error' : nothing}
              .value=${live(this.output)}
              @input=${(event: InputEvent) => {
                this.output = textOf(event);
              }}
            ></textarea>
            ${this.#renderError('output')} ${this.#renderError('p')}
          </div>
          ${this.#renderOptions()}
          <div class="actions">
            <button type="submit" aria-disabled=${isBusy || !this.core}>
              ${msg('Search', { id: 'search' })}
            </button>
            <button
              type="button"
              aria-disabled=${isBusy || !this.core}
              @click=${this.#onSeedAlone}
            >
              ${msg(str`Does seed ${this.seed} print this?`, { id: 'search-one-seed' })}
            </button>
            ${
              isBusy
                ? html`<button type="button" class="stop" @click=${() => this.#stop?.abort()}>
                    ${msg('Stop', { id: 'stop' })}
                  </button>`
                : nothing
            }
          </div>
          ${this.#renderError('seed')}
          ${this.#renderProgress()}
          <div class="result" role="status">${this.#renderAnswer()}</div>
          ${this.#renderMatches()}
          ${this.failure ? html`<p class="error" role="alert">${this.failure.message}</p>` : nothing}
        </form>
    `;
  }

  #renderOptions() {
    return html`
      <div class="options">
        <div class="field">
          <label for="among">${msg('engine', { id: 'engine' })}</label>
          <select
            id="among"
            class="box"
            @change=${(event: Event) => {
              this.among = textOf(event);
            }}
          >
            <option value="" ?selected=${this.among === ''}>
              ${msg('every framework', { id: 'search-all' })}
            </option>
            ${machines().map(
              (machine) => html`<option
                value=${machine.engine}
                ?selected=${machine.engine === this.among}
              >${machineName(machine)}</option>`,
            )}
          </select>
        </div>
        ${this.#renderNumber('from', msg('from seed', { id: 'search-from' }), 'seeds')}
        ${this.#renderNumber('to', msg('to seed', { id: 'search-to' }), 'seeds')}
        <label class="check" title=${WELL_KNOWN_SEEDS.join(', ')}>
          <input
            type="checkbox"
            .checked=${live(this.wellKnown)}
            @change=${(event: Event) => {
              this.wellKnown = (event.currentTarget as HTMLInputElement).checked;
            }}
          />
          ${msg('and well-known ones', { id: 'search-well-known' })}
        </label>
        ${this.#renderNumber('calls', msg('calls after seeding', { id: 'search-calls' }), 'calls')}
      </div>
      ${this.#renderError('seeds')} ${this.#renderError('calls')}
    `;
  }

  #renderNumber(name: 'from' | 'to' | 'calls', label: string, field: keyof QuestionErrors) {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        class="box"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${this.errors[field] ? 'true' : 'false'}
        aria-describedby=${this.errors[field] ? `${field}-error` : nothing}
        .value=${live(this[name])}
        @input=${(event: InputEvent) => {
          this[name] = textOf(event);
        }}
      />
    </div>`;
  }

  #renderError(field: keyof QuestionErrors) {
    const error = this.errors[field];
    return error
      ? html`<p class="error" id="${field}-error" role="alert">${explainQuestion(error)}</p>`
      : nothing;
  }

  #renderProgress() {
    const { progress, announced } = this;
    return html`
      <p class="visually-hidden" role="status">${announced ? told(announced) : ''}</p>
      ${
        progress
          ? html`<div class="progress">
              <progress
                aria-label=${msg('Seeds tried', { id: 'search-progress' })}
                max=${progress.total}
                .value=${progress.done}
              ></progress>
              <b>${formatPercent(progress.done / progress.total)}</b>
              <span aria-hidden="true">
                ${nameOf(progress)} ·
                ${msg(str`matches: ${formatNumber(progress.matched)}`, { id: 'search-matches' })}
              </span>
            </div>`
          : nothing
      }
    `;
  }

  #renderAnswer() {
    const { answer } = this;
    if (!answer) return nothing;
    const { seeds } = answer.question;
    return 'only' in seeds ? renderExistence(answer, seeds.only) : renderFound(answer);
  }

  #renderMatches() {
    const answer = this.answer ?? this.soFar;
    if (!answer || answer.matches.length === 0) return nothing;
    const more = answer.matched - MOST_SHOWN;
    return html`
      <div class="matches" tabindex="0" role="region" aria-labelledby="matches">
        <table aria-label=${msg('Matches', { id: 'search-table' })} id="matches">
          <thead>
            <tr>
              <th scope="col">${msg('engine', { id: 'engine' })}</th>
              <th scope="col" class="number">${msg('seed', { id: 'seed' })}</th>
              <th scope="col" class="number">${msg('call', { id: 'call' })}</th>
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${answer.matches.slice(0, MOST_SHOWN).map(
              (match) => html`<tr>
                <td>${nameOf(match)}</td>
                <td class="number">${match.seed}</td>
                <td class="number">${match.call}</td>
                <td>
                  <button
                    type="button"
                    aria-label="${msg('Show it', { id: 'show-it' })}: ${nameOf(match)}, ${match.seed}, ${match.call}"
                    @click=${() => this.#show(match, answer.p)}
                  >${msg('Show it', { id: 'show-it' })}</button>
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
        ${
          more > 0
            ? html`<p class="of">${msg(str`and ${formatNumber(more)} more`, { id: 'search-more' })}</p>`
            : nothing
        }
      </div>
    `;
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const { from, to, wellKnown } = this;
    this.#run({ from, to, wellKnown });
  }

  #onSeedAlone() {
    this.#run({ only: this.seed });
  }

  #onExample() {
    this.output = EXAMPLE.output;
    this.#choose(EXAMPLE.settings);
  }

  #show(match: SeedMatch, p: number) {
    this.#choose({
      engine: searchedEngineText(match),
      seed: String(match.seed),
      call: String(match.call),
      p: String(p),
      // The only layer that the search knows.
      layer: 'Dropout',
      inplace: 'false',
    });
    this.dispatchEvent(new CustomEvent('experiment-show', { bubbles: true, composed: true }));
  }

  #choose(settings: Partial<Settings>) {
    this.settings = settings;
    this.dispatchEvent(
      new CustomEvent('experiment-choose', { detail: settings, bubbles: true, composed: true }),
    );
  }

  async #run(seeds: Question['seeds']) {
    const { core, input, output, p, among, calls } = this;
    if (!core || this.#stop) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#drawn = performance.now();
    this.#told = this.#drawn;
    this.answer = null;
    this.errors = {};
    const outcome = await search(
      await load(),
      { input, output, p, among, seeds, calls },
      { signal: stop.signal, onProgress: (...progress) => this.#onProgress(...progress) },
    );
    // An edit has stopped this search, so that nobody asks for its answer any more.
    if (this.#stop !== stop) return;
    this.#end();
    // If the focus is on the stop button, it would be lost when the button goes.
    const leaves = this.shadowRoot?.activeElement?.matches('.stop');
    if (leaves) this.renderRoot.querySelector<HTMLElement>('[type="submit"]')?.focus();
    this.requestUpdate();
    if (isAnswer(outcome)) this.answer = outcome;
    else this.errors = outcome;
  }

  #end() {
    this.#stop = null;
    this.progress = null;
    this.soFar = null;
    this.announced = null;
  }

  #onProgress(progress: SearchProgress, soFar: Answer) {
    const now = performance.now();
    if (now - this.#drawn >= DRAW_MS) {
      this.#drawn = now;
      this.progress = progress;
      this.soFar = soFar;
    }
    // Not at the start: of a short search only the answer is announced.
    if (now - this.#told >= ANNOUNCE_MS) {
      this.#told = now;
      this.announced = progress;
    }
  }
}

function renderFound({ matched, tried, total, expectedByChance }: Answer) {
  if (expectedByChance === null) {
    const share = formatPercent(total === 0 ? 0 : tried / total);
    return html`
      <p class="verdict">
        ${msg(str`Stopped at ${share}. Matches until then: ${formatNumber(matched)}.`, { id: 'search-stopped' })}
      </p>
    `;
  }
  const found = formatNumber(matched);
  const of = formatNumber(tried);
  const expected = formatRough(expectedByChance);
  const verdicts = {
    none: msg('No seed that was tried prints this.', { id: 'search-none' }),
    certain: msg('This is it: no coincidence.', { id: 'search-certain' }),
    likely: msg('Probably this is it; a longer output would tell.', { id: 'search-likely' }),
    unclear: msg('The output is too short to tell.', { id: 'search-unclear' }),
  };
  const verdict = verdictOn(matched, expectedByChance);
  return html`
    <p class="verdict">${verdicts[verdict]}</p>
    <p>
      ${msg(str`Matches: ${found} of ${of} tries. By chance alone one would expect ${expected}.`, {
        id: 'search-count',
      })}
      ${verdict === 'none' ? elsewhere() : nothing}
    </p>
  `;
}

function renderExistence({ matches, matched, expectedByChance, question }: Answer, seed: string) {
  if (matched === 0) {
    return html`
      <p class="verdict">${existsNot(question, seed)}</p>
      <p>${elsewhere()}</p>
    `;
  }
  const names = [...new Set(matches.map(nameOf))];
  const list = new Intl.ListFormat(activeLanguage(), { type: 'conjunction' }).format(names);
  const expected = formatRough(expectedByChance ?? 0);
  const isCertain = verdictOn(matched, expectedByChance ?? 0) === 'certain';
  return html`
    <p class="verdict">${msg(str`Yes: with seed ${seed} this is what is printed by ${list}.`, { id: 'exists' })}</p>
    <p>
      ${
        isCertain
          ? nothing
          : msg(str`But it is so short that by chance alone ${expected} engines would print it.`, {
              id: 'exists-by-chance',
            })
      }
    </p>
  `;
}

function existsNot({ among, calls }: Question, seed: string) {
  if (among === '') {
    return msg(
      str`No: with seed ${seed} no engine prints this, in no call up to number ${calls}.`,
      { id: 'exists-not' },
    );
  }
  const engine = machineName(machineOf(among));
  return msg(
    str`No: with seed ${seed} this is printed by ${engine} in no call up to number ${calls}. The other engines were not asked.`,
    { id: 'exists-not-in' },
  );
}

function elsewhere() {
  return msg(
    'Perhaps another seed or a later call does, another layer than nn.Dropout, or what is not reproduced here: Apple’s GPUs (mps), torch.compile, half precision.',
    { id: 'search-elsewhere' },
  );
}

function told(progress: SearchProgress): string {
  const share = formatPercent(progress.done / progress.total);
  return msg(str`${share} tried, now those of ${nameOf(progress)}`, { id: 'search-told' });
}

function nameOf(searched: SearchedEngine): string {
  return machineName(machineOf(searchedEngineText(searched)));
}

function textOf(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}
