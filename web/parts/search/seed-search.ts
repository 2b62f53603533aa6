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
import { shownMatch } from '../../experiment/search/shown-match.ts';
import { FORM_WORDS, type Tried, triedBy } from '../../experiment/search/tried.ts';
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
const QUESTION = ['input', 'output', 'among', 'from', 'to', 'calls', 'words', 'wellKnown'] as const;

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
 * @attr words - How many words are drawn between seed and layer; without it none, and what is usual.
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
    words: {},
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
  declare words: string;
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
  /** The input that a shown match has set, which is what was asked about, in other words. */
  #shownInput = '';

  constructor() {
    super();
    this.output = '';
    this.among = '';
    this.from = '0';
    this.to = '999999';
    this.calls = '3';
    this.words = '';
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
    const isShown = changed.has('input') && this.input === this.#shownInput;
    if (QUESTION.some((name) => changed.has(name) && !(name === 'input' && isShown))) {
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
        ${this.#renderNumber('words', msg('words drawn before', { id: 'search-before' }), 'skip', msg('as usual', { id: 'search-before-usual' }))}
      </div>
      ${this.#renderError('seeds')} ${this.#renderError('calls')} ${this.#renderError('skip')}
    `;
  }

  #renderNumber(
    name: 'from' | 'to' | 'calls' | 'words',
    label: string,
    field: keyof QuestionErrors,
    placeholder = '',
  ) {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        class="box"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        placeholder=${placeholder || nothing}
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
    if (answer.short) return this.#renderShort(answer, answer.short);
    return 'only' in seeds ? renderExistence(answer, seeds.only) : renderFound(answer);
  }

  #renderShort(answer: Answer, { known, oneIn, matches }: NonNullable<Answer['short']>) {
    const { seeds } = answer.question;
    return html`
      <p class="verdict">
        ${msg(
          str`Too short to search: ${formatNumber(known)} elements, which one seed in ${formatRough(oneIn)} prints.`,
          { id: 'search-short' },
        )}
      </p>
      <p>
        ${msg(
          str`A search would list some ${formatRough(matches)} matches, nearly all of them by chance. Paste a longer output, of 24 elements or more, or ask about one seed.`,
          { id: 'search-short-why' },
        )}
        <button type="button" class="example" @click=${() => this.#search(null)}>
          ${msg('Search all the same', { id: 'search-all-the-same' })}
        </button>
      </p>
      ${'only' in seeds ? renderExistence(answer, seeds.only) : nothing}
    `;
  }

  #renderMatches() {
    const answer = this.answer ?? this.soFar;
    if (!answer || answer.matches.length === 0) return nothing;
    const more = answer.matched - MOST_SHOWN;
    const shown = answer.matches.slice(0, MOST_SHOWN);
    const isTold = shown.some((match) => detailsOf(match) !== '');
    return html`
      <div class="matches" tabindex="0" role="region" aria-labelledby="matches">
        <table aria-label=${msg('Matches', { id: 'search-table' })} id="matches">
          <thead>
            <tr>
              <th scope="col">${msg('engine', { id: 'engine' })}</th>
              <th scope="col" class="number">${msg('seed', { id: 'seed' })}</th>
              <th scope="col" class="number">${msg('call', { id: 'call' })}</th>
              ${isTold ? html`<th scope="col">${msg('how', { id: 'search-how' })}</th>` : nothing}
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (match) => html`<tr>
                <td>${nameOf(match)}</td>
                <td class="number">${match.seed}</td>
                <td class="number">${match.call}</td>
                ${isTold ? html`<td class="how">${detailsOf(match)}</td>` : nothing}
                <td>${this.#renderShow(match)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
        ${
          shown.some(({ scaled }) => !scaled)
            ? html`<p class="of">${msg('The figure scales what is kept; its mask is the one that was found.', { id: 'search-unscaled' })}</p>`
            : nothing
        }
        ${
          more > 0
            ? html`<p class="of">${msg(str`and ${formatNumber(more)} more`, { id: 'search-more' })}</p>`
            : nothing
        }
      </div>
    `;
  }

  #renderShow(match: SeedMatch) {
    if (!shownMatch(match)) {
      return html`<span class="of">${msg('The figure cannot skip words.', { id: 'search-not-shown' })}</span>`;
    }
    return html`<button
      type="button"
      aria-label="${msg('Show it', { id: 'show-it' })}: ${nameOf(match)}, ${match.seed}, ${match.call}"
      @click=${() => this.#show(match)}
    >${msg('Show it', { id: 'show-it' })}</button>`;
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    this.#search(this.seed);
  }

  #search(ifShort: string | null) {
    const { from, to, wellKnown } = this;
    this.#run({ from, to, wellKnown }, ifShort);
  }

  #onSeedAlone() {
    this.#run({ only: this.seed }, null);
  }

  #onExample() {
    this.output = EXAMPLE.output;
    this.#choose(EXAMPLE.settings);
  }

  #show(match: SeedMatch) {
    const settings = shownMatch(match);
    if (!settings) return;
    this.#shownInput = settings.input ?? this.#shownInput;
    this.#choose(settings);
    this.dispatchEvent(new CustomEvent('experiment-show', { bubbles: true, composed: true }));
  }

  #choose(settings: Partial<Settings>) {
    this.settings = settings;
    this.dispatchEvent(
      new CustomEvent('experiment-choose', { detail: settings, bubbles: true, composed: true }),
    );
  }

  async #run(seeds: Question['seeds'], ifShort: Question['ifShort']) {
    const { core, input, output, p, layer, among, calls, words } = this;
    if (!core || this.#stop) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#drawn = performance.now();
    this.#told = this.#drawn;
    this.answer = null;
    this.errors = {};
    const outcome = await search(
      await load(),
      { input, output, p, layer, among, seeds, calls, skip: words, ifShort },
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

function renderFound(answer: Answer) {
  const { matched, tried, total, certain, expectedByChance } = answer;
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
  const verdict = verdictOn(matched, expectedByChance, certain);
  return html`
    <p class="verdict">${verdicts[verdict]}</p>
    <p>
      ${msg(str`Matches: ${found} of ${of} tries. By chance alone one would expect ${expected}.`, {
        id: 'search-count',
      })}
    </p>
    ${verdict === 'none' ? renderTried(answer) : nothing}
  `;
}

function renderExistence(answer: Answer, seed: string) {
  const { matches, matched, expectedByChance, certain, question } = answer;
  if (matched === 0) {
    return html`
      <p class="verdict">${existsNot(question, seed)}</p>
      ${renderTried(answer)}
    `;
  }
  const names = [...new Set(matches.map(nameInFull))];
  const list = listed(names);
  const expected = formatRough(expectedByChance ?? 0);
  const isCertain = verdictOn(matched, expectedByChance ?? 0, certain) === 'certain';
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
      str`No: with seed ${seed} no engine prints this in any way that was tried, in no call up to number ${calls}.`,
      { id: 'exists-not' },
    );
  }
  const engine = machineName(machineOf(among));
  return msg(
    str`No: with seed ${seed} this is printed by ${engine} in no call up to number ${calls}, in no way that was tried. The other engines were not asked.`,
    { id: 'exists-not-in' },
  );
}

// What was tried, and what was not.
function renderTried({ engines }: Answer) {
  const tried = triedBy(engines);
  return html`
    <p>
      ${msg(
        'Perhaps another seed does, a later call, another p, other numbers drawn before, or what is not reproduced here: Apple’s GPUs (mps), torch.compile, half precision.',
        { id: 'search-elsewhere' },
      )}
    </p>
    <details>
      <summary>${msg('What was tried', { id: 'search-tried' })}</summary>
      <ul>
        ${linesOfTried(tried, engines.map(nameOf)).map((line) => html`<li>${line}</li>`)}
      </ul>
    </details>
  `;
}

function linesOfTried(tried: Tried, engines: readonly string[]): string[] {
  const { layers, forms, drawn, before, seedsBehindSkips, calls } = tried;
  const lines = [
    msg(
      str`${listed(layers)} of ${listed([...new Set(engines)].map(inList))}, in ${formatNumber(calls)} calls`,
      {
        id: 'search-tried-layers',
      },
    ),
  ];
  if (forms.length > 0) {
    const words = listed(forms.map((form) => FORM_WORDS[form]));
    lines.push(msg(str`dropout by hand: ${words}`, { id: 'search-tried-forms' }));
  }
  if (drawn.length > 0) {
    lines.push(
      msg(str`an input drawn after the seed: ${listed(drawn)}`, { id: 'search-tried-drawn' }),
    );
  }
  if (before.length > 0) {
    const seeds = formatNumber(seedsBehindSkips);
    const what = before.join('; ');
    lines.push(
      msg(str`drawn before it, with ${seeds} seeds each: ${what}`, { id: 'search-tried-before' }),
    );
  }
  return lines;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(activeLanguage(), { type: 'conjunction' }).format(names);
}

// A list has commas of its own, so that what an engine is told stands in parentheses in it.
function inList(name: string): string {
  return name.replace(/, (.*)$/, ' ($1)');
}

// Of a match, all that is not as usual.
function detailsOf({ layer, options, form, drawn, skip, skipped, scaled }: SeedMatch): string {
  const before = skipped === '' ? formatNumber(skip) : `${formatNumber(skip)}, ${skipped}`;
  return [
    ...(layer === DEFAULT_SETTINGS.layer ? [] : [layer]),
    ...(options?.form ? [FORM_WORDS[form]] : []),
    ...(drawn === '' ? [] : [msg(str`the input drawn by ${drawn}`, { id: 'search-how-drawn' })]),
    ...(skip === 0 ? [] : [msg(str`words drawn before: ${before}`, { id: 'search-how-before' })]),
    ...(scaled ? [] : [msg('not scaled', { id: 'search-how-unscaled' })]),
  ].join('; ');
}

function nameInFull(match: SeedMatch): string {
  const details = detailsOf(match);
  return details === '' ? nameOf(match) : `${nameOf(match)} (${details})`;
}

function told(progress: SearchProgress): string {
  const share = formatPercent(progress.done / progress.total);
  return msg(str`${share} tried, now those of ${nameOf(progress)}`, { id: 'search-told' });
}

function nameOf({ engine, options }: SearchedEngine): string {
  const { form: _, ...others } = options ?? {};
  return machineName(machineOf(searchedEngineText({ engine, options: others })));
}

function textOf(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}
