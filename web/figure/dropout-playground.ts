// <dropout-playground>: one dropout layer to play with. It draws what the core returns and computes
// nothing; its attributes are its whole state.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { rangeError } from '../core/errors.ts';
import type { FigureCore } from '../core/figure-core.ts';
import { phrase } from '../core/phrase.ts';
import { focusedIn } from '../design/focused-in.ts';
import { fields } from '../design/styles/fields.ts';
import { tokens } from '../design/styles/tokens.ts';
import { BEFORE_LAYER } from '../experiment/before-layer.ts';
import { moreCoreFor } from '../experiment/core-source.ts';
import { type Result, run } from '../experiment/experiment.ts';
import { explain, isTextError } from '../experiment/explanation.ts';
import { CONTROLS, type Control, type Offer, readOffers } from '../experiment/offers.ts';
import { ALL_OFFERED, offersOf } from '../experiment/offers-of.ts';
import { type FieldErrors, SETTINGS, type Settings } from '../experiment/settings.ts';
import { SettingsHistory } from '../experiment/settings-history.ts';
import { warningsOf } from '../experiment/warnings.ts';
import { playgroundStyles } from './dropout-playground-styles.ts';
import type { DropoutEquation } from './equation/dropout-equation.ts';
import { ExperimentElement } from './experiment-element.ts';
import { ExperimentRun } from './experiment-run.ts';
import { fetchLater, LATER, type Later, stateOf } from './fetch-later.ts';
import { fetchHeatMap, fetchHeatMapFor, heatMapState } from './grids/fetch-heat-map.ts';
import type { OutputCodes } from './output-codes.ts';

/**
 * The steps in which it is filled: the settings, the equation, the explanation. Each is a task of its own, since
 * together they would block a slow machine. It shows when all are there, so that nothing jumps.
 */
const STEPS = 3;

const BEGINS_AS_A_NUMBER = /^\s*[-+\u2212]?(?:[.\d]|inf|nan)/i;

/** So many characters of a setting are shown in a sentence. */
const LONGEST_SHOWN = 80;

export type Part = TemplateResult | typeof nothing;

/** What there is to compose a figure of. */
export interface Composition {
  result: Result;
  /** The cell that is explained; null for none. */
  explained: number | null;
  /** What is said of a figure that shows something else than the settings say. */
  stale: Part;
  /** The template, once the figure is filled so far. */
  from: (step: number, template: () => Part) => Part;
}

const HEAD = ['p', 'seed', 'engine', 'layer', 'inplace'] as const;

/** What readers are offered by the elements of each. */
const IN_LATER: Readonly<Record<Later, readonly Control[]>> = {
  reasons: ['draws', 'derivation'],
  more: ['input', 'gradient', 'printed', ...BEFORE_LAYER],
};

/**
 * Its attributes are those of every ExperimentElement.
 *
 * @attr controls - What readers are offered, as readOffers() takes it; without it everything.
 * @attr pointing - The part that is pointed out: input, mask, scale, train, eval, calls or gradient.
 * @slot lesson - A lesson on the figure, just above it.
 * @slot - What readers see without JavaScript, while it loads, and where WebAssembly is not allowed.
 * @fires dropout-change - After each edit by the reader; the new state is in the attributes.
 * @fires dropout-settle - After `valid`, `result` or `isStale` has changed; does not bubble.
 */
export class DropoutPlayground extends ExperimentElement {
  static override readonly styles = [tokens, fields, playgroundStyles];

  static override readonly properties = {
    ...ExperimentElement.properties,
    controls: {},
    pointing: {},
    codes: { attribute: false },
    pointed: { state: true },
    filled: { state: true },
    isUnfolded: { state: true },
  };

  declare controls: string | null;
  declare pointing: string;
  /** The code of both outputs; null for a layer's in train and in eval mode. */
  declare codes: OutputCodes | null;
  /** Index of the cell under the pointer or with the focus, or null. */
  declare pointed: number | null;
  /** How many of the steps are rendered. */
  declare protected filled: number;
  /** Whether the reader has asked for more than the figure shows at first. */
  declare protected isUnfolded: boolean;
  /** Resolves when it shows a figure, or the reason why it cannot. */
  readonly shown: Promise<void>;

  #onShown = () => {};
  #isFilling = false;
  #offers = ALL_OFFERED;
  readonly #history = new SettingsHistory();
  readonly #run = new ExperimentRun(this, ({ x }) => this.#isReady(x.cells === null));
  /** The cell that is explained: the one pointed out last. */
  #explained = 0;
  /** What was last told. */
  #settled: { valid: Settings | null; result: Result | null; isStale: boolean } = {
    valid: null,
    result: null,
    isStale: false,
  };

  constructor() {
    super();
    this.controls = null;
    this.pointing = '';
    this.codes = null;
    this.pointed = null;
    this.filled = 0;
    this.isUnfolded = false;
    this.shown = new Promise((resolve) => {
      this.#onShown = resolve;
    });
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (this.pointed !== null) this.#explained = this.pointed;
    if (changed.has('controls')) this.#offers = readOffers(this.controls);
    for (const later of this.isUnfolded ? LATER : this.#later) this.#fetch(later);
    if (changed.has('input')) void fetchHeatMapFor(this.settings.input);
    const { core } = this;
    if (core && this.isOtherExperiment(changed)) this.#run.run(core, this.settings);
    // The pointer may rest on a cell that a smaller tensor does not have.
    const size = this.#run.value?.x.size ?? 0;
    if (this.pointed !== null && this.pointed >= size) this.pointed = null;
  }

  #fetch(later: Later) {
    if (stateOf(later) === 'there') return;
    void fetchLater(later).then(() => {
      if (stateOf(later) === 'there') this.requestUpdate();
    });
  }

  /**
   * A part, once its elements are there: what is made before stays unknown in another document than the script's,
   * where nothing tells it that it is known now.
   */
  #whenThere(name: Control, render: () => Part): Part {
    const isThere = LATER.every(
      (later) => !IN_LATER[later].includes(name) || stateOf(later) === 'there',
    );
    return isThere ? render() : nothing;
  }

  /** What is fetched later in other figures, and shown at once in this one. */
  get #later(): Later[] {
    return LATER.filter((later) =>
      IN_LATER[later].some((name) => this.#is(name, 'free', 'locked')),
    );
  }

  // The first figure shows when all its parts are there. Later ones wait for a heat map alone: without its other
  // parts they show the rest.
  #isReady(isMap: boolean): Promise<void> | true {
    const isMapMissing = isMap && heatMapState() !== 'there';
    const map = isMapMissing ? [fetchHeatMap()] : [];
    const missing =
      this.#run.value === null ? this.#later.filter((one) => stateOf(one) !== 'there') : [];
    const all = [...map, ...missing.map(fetchLater)];
    return all.length === 0 ? true : Promise.all(all).then(() => {});
  }

  /** The last settings without an error. */
  get valid(): Settings {
    return this.#run.valid;
  }

  /** What it shows; null before the first. */
  get result(): Result | null {
    return this.#run.value;
  }

  /** Whether the figure shows something else than the settings say, since these are wrong. */
  get isStale(): boolean {
    return this.#wrong.length > 0;
  }

  /** What is wrong with the fields. */
  get errors(): FieldErrors {
    return this.#run.errors;
  }

  protected get history(): Readonly<Pick<SettingsHistory, 'canUndo' | 'canRedo'>> {
    return this.#history;
  }

  // With a wrong gradient only the way back is not that of the settings, and says so itself.
  get #wrong(): (keyof Settings)[] {
    return SETTINGS.filter((name) => name !== 'gradient' && this.#run.errors[name]);
  }

  override updated(changed: Map<string, unknown>) {
    this.#fill();
    const { valid, result, isStale } = this;
    const { valid: before, result: resultBefore, isStale: wasStale } = this.#settled;
    if (before !== valid || resultBefore !== result || wasStale !== isStale) {
      this.#settled = { valid, result, isStale };
      this.dispatchEvent(new CustomEvent('dropout-settle'));
    }
    if (!changed.has('pointing') || this.pointing !== 'calls') return;
    this.renderRoot.querySelector('.calls')?.scrollIntoView({ block: 'nearest' });
  }

  #fill() {
    if (this.#isFilling) return;
    const { value, status, large } = this.#run;
    if (value && this.filled < STEPS) {
      this.#isFilling = true;
      setTimeout(() => {
        this.#isFilling = false;
        ++this.filled;
      });
    } else if ((this.core || this.failure) && (status !== 'pending' || large.isRunning))
      this.#onShown();
  }

  override render(): TemplateResult {
    const failure = this.failure ?? this.#run.error;
    if (failure) {
      return html`<slot></slot><p class="failure" role="alert">${explain(failure)}</p>`;
    }
    const result = this.#run.value;
    if (!result) return html`<slot></slot>${this.renderProgress()}`;
    const isFilled = this.filled === STEPS;
    const isExplained = !this.#is('derivation', 'hidden') && result.x.size > 0;
    const explained = isExplained ? Math.min(this.#explained, result.x.size - 1) : null;
    const stale = this.#renderStale(result);
    const from = (step: number, template: () => Part) =>
      this.filled < step ? nothing : template();
    // A group and not a landmark, since a post with two figures would have two landmarks of one name.
    return html`
      ${isFilled ? nothing : html`<slot></slot>`}
      <section
        role="group"
        class="playground ${isFilled ? '' : 'filling'} ${stale === nothing ? '' : 'stale'}"
        part="playground"
        data-pointing=${this.pointing}
        aria-label=${msg('Dropout playground', { id: 'playground' })}
        @settings-change=${(event: CustomEvent<Partial<Settings>>) => this.edit(event.detail)}
        @history-step=${(event: CustomEvent<{ step: 'undo' | 'redo' }>) => this.goBackOrOn(event.detail.step)}
        @cell-point=${this.#onPoint}
        @keydown=${this.#onKeyDown}
      >
        ${this.compose({ result, explained, stale, from })}
      </section>
    `;
  }

  /** What stands where in the figure. */
  protected compose({ result, explained, stale, from }: Composition): TemplateResult {
    const parts = this.#parts(result, explained);
    const shown = (name: keyof typeof parts, step: number) =>
      this.#is(name, 'free', 'locked')
        ? from(step, () => this.#whenThere(name, parts[name]))
        : nothing;
    return html`
      ${from(1, () => this.#renderHead(result, 'free', 'locked'))}
      ${shown('input', 1)}
      ${from(1, () => this.#renderMoreSettings('free', 'locked'))}
      ${stale}
      ${shown('call', 1)}
      <div class="lesson"><slot name="lesson"></slot></div>
      ${this.renderProgress()}
      ${from(2, () => this.renderEquation(result, explained))}
      ${shown('draws', 2)}
      ${shown('derivation', 3)}
      ${shown('gradient', 3)}
      ${shown('printed', 3)}
      ${from(STEPS, () => html`${this.#renderMore(result, explained)}${this.#renderErrors()}`)}
    `;
  }

  protected renderEquation(result: Result, explained: number | null): TemplateResult {
    return html`<dropout-equation
        part="equation"
        .pointing=${this.pointing}
        ?inert=${this.#run.large.isRunning}
        .result=${result}
        .pointed=${this.pointed}
        .explained=${explained}
        .check=${this.#checkNumber}
        .isTensor=${this.#isTensor}
        .codes=${this.codes}
        .locked=${!this.#is('input', 'free', 'folded')}
      ></dropout-equation>
      <result-status .result=${result}></result-status>`;
  }

  #is(name: Control, ...offers: Offer[]): boolean {
    return offers.includes(this.#offers[name]);
  }

  /** Each stands in one of two places: where it belongs, or among what readers ask for. */
  #parts(result: Result, explained: number | null) {
    return {
      input: () => html`<input-field
        class="input"
        part="input"
        .input=${this.settings.input}
        .error=${this.#run.errors.input}
        .notes=${result.notes}
        .canUndo=${this.#history.canUndo}
        .canRedo=${this.#history.canRedo}
        .locked=${this.#is('input', 'locked')}
      ></input-field>`,
      call: () => html`<call-strip
        class="calls"
        part="calls"
        .calls=${result.calls}
        .shape=${result.mask.shape}
        .current=${result.call}
        .error=${this.#run.errors.call}
        .locked=${this.#is('call', 'locked')}
      ></call-strip>`,
      draws: () => this.renderDraws(result, explained),
      derivation: () => this.renderDerivation(result, explained),
      gradient: () => this.renderGradient(result, explained),
      printed: () => this.renderPrinted(result),
    } satisfies Partial<Record<Control, () => Part>>;
  }

  protected renderDraws(result: Result, explained: number | null): Part {
    return result.x.size === 0
      ? nothing
      : html`<dropout-draws
          part="draws"
          .result=${result}
          .p=${this.shownP(result)}
          .chosen=${this.pointed ?? explained}
          .locked=${this.#is('draws', 'locked') || !this.#is('p', 'free', 'folded')}
          .cellOf=${this.#maskCell}
        ></dropout-draws>`;
  }

  protected renderDerivation(result: Result, explained: number | null): Part {
    return result.x.size === 0
      ? nothing
      : html`<cell-derivation
          part="derivation"
          .result=${result}
          .index=${explained ?? 0}
        ></cell-derivation>`;
  }

  protected renderGradient(result: Result, explained: number | null): Part {
    return html`<gradient-flow
      class="gradient"
      part="gradient"
      .pointing=${this.pointing}
      .result=${result}
      .pointed=${this.pointed}
      .explained=${explained}
      .check=${this.#checkNumber}
      .locked=${this.#is('gradient', 'locked')}
      .error=${this.#run.errors.gradient}
    ></gradient-flow>`;
  }

  /** Whether a result has a line of draws, where there is one. */
  protected hasLine({ x }: Result): boolean {
    return x.size > 0 && stateOf('reasons') !== 'failed';
  }

  /** The fields for those of the head that are offered so. */
  #renderHead(result: Result, ...shown: Offer[]) {
    if (!HEAD.some((name) => this.#is(name, ...shown))) return nothing;
    // The line takes the slider's place where readers see it from the first, and can move it.
    const isBesideLine = this.#is('draws', 'free') && this.hasLine(result);
    return html`<experiment-controls
      class="head"
      part="controls"
      .settings=${this.settings}
      .errors=${this.#run.errors}
      .shownP=${this.shownP(result)}
      .offers=${offersOf(this.#offers, HEAD, shown)}
      .isBesideLine=${isBesideLine}
    ></experiment-controls>`;
  }

  /** The fields for what is drawn before the layer, of those that are offered so. */
  #renderMoreSettings(...shown: Offer[]) {
    const [name] = BEFORE_LAYER.filter((one) => this.#is(one, ...shown));
    if (!name) return nothing;
    return this.#whenThere(
      name,
      () => html`<more-settings
      class="before"
      .settings=${this.settings}
      .errors=${this.#run.errors}
      .offers=${offersOf(this.#offers, BEFORE_LAYER, shown)}
    ></more-settings>`,
    );
  }

  // Below everything else, so that nothing that the reader sees moves when it unfolds.
  #renderMore(result: Result, explained: number | null) {
    if (!CONTROLS.some((name) => this.#is(name, 'folded'))) return nothing;
    const parts = Object.entries(this.#parts(result, explained));
    return html`<button
        type="button"
        class="more"
        aria-expanded=${this.isUnfolded}
        aria-controls="more"
        @click=${() => {
          this.isUnfolded = !this.isUnfolded;
        }}
      >
        ${this.isUnfolded ? msg('Less', { id: 'less' }) : msg('More', { id: 'more' })}
      </button>
      <div id="more">
        ${
          this.isUnfolded
            ? html`${this.#renderHead(result, 'folded')}${this.#renderMoreSettings('folded')}
              ${parts.map(([name, render]) => (this.#is(name as Control, 'folded') ? this.#whenThere(name as Control, render) : nothing))}`
            : nothing
        }
      </div>`;
  }

  // Says what the figure shows instead of what is wrong.
  #renderStale({ settings }: Result) {
    if (!this.isStale) return nothing;
    const shown = this.#wrong.map((name) => `${name} = ${shortened(settings[name])}`).join(', ');
    return html`<p class="still">
      ${msg(html`Until this is corrected, the figure shows the last valid experiment: <code>${shown}</code>`, { id: 'still-shown' })}
    </p>`;
  }

  // The errors of fields that readers are not offered, which have no other place.
  #renderErrors() {
    return SETTINGS.map((name) => {
      const error = this.#run.errors[name];
      const isSeen =
        this.#is(name, 'free', 'locked') || (this.#is(name, 'folded') && this.isUnfolded);
      return error && !isSeen
        ? html`<p class="failure" role="alert"><code>${name}</code>: ${explain(error)}</p>`
        : nothing;
    });
  }

  // While a large tensor is computed, the result has another p than the slider.
  shownP({ p }: Pick<Result, 'p'> = this.#run.value ?? { p: 0.5 }): number {
    const asked = Number(this.p);
    return this.#run.errors.p || Number.isNaN(asked) ? p : asked;
  }

  protected renderProgress(): Part {
    const { large, value } = this.#run;
    const { isRunning, isStopped, share, milliseconds } = large;
    if (!isRunning && !isStopped && milliseconds === null) return nothing;
    return html`<large-progress
      class="progress"
      .share=${share}
      ?running=${isRunning}
      ?stopped=${isStopped}
      .milliseconds=${milliseconds}
      .elements=${value?.x.size ?? 0}
      @large-stop=${() => large.stop()}
      @large-start=${() => this.#run.runAgain()}
    ></large-progress>`;
  }

  protected renderPrinted({
    x,
    mask,
    train,
    eval: unchanged,
    call,
    inplace,
    engine,
    layer,
  }: Result): Part {
    const { codes } = this;
    const warnings = warningsOf(engine, layer, x.shape.length);
    const blocks = [
      [inplace ? 'print(x)  # before' : 'print(x)', x],
      ['print(mask)', mask],
      [
        `print(${codes?.train.code ?? 'drop.train()(x)'})${call > 1 ? `  # call ${call}` : ''}`,
        train,
      ],
      [`print(${codes?.eval.code ?? 'drop.eval()(x)'})`, unchanged],
    ] as const;
    return html`
      ${warnings.map((warning) => html`<p class="warning" lang="en"><code>UserWarning: ${warning}</code></p>`)}
      <div class="printed" part="printed">
        ${blocks.map(
          ([code, figure]) =>
            html`<printed-tensor .code=${code} .text=${figure.printed}></printed-tensor>`,
        )}
      </div>
    `;
  }

  /** Takes an edit of the reader's hand; edits of the same field that follow each other soon are one for undo. */
  edit(settings: Partial<Settings>): void {
    this.#edit(settings, performance.now());
  }

  /** Makes an edit for the reader, which undo takes back. */
  choose(settings: Partial<Settings>): void {
    this.#edit(settings, Number.NaN);
  }

  #edit(settings: Partial<Settings>, time: number) {
    const before = this.settings;
    // Another stream is shown from its first call on.
    const isOther = 'seed' in settings || 'engine' in settings || 'input' in settings;
    this.settings = isOther ? { call: '1', ...settings } : settings;
    this.#history.record(before, this.settings, time);
    this.#tell();
  }

  protected goBackOrOn(step: 'undo' | 'redo'): void {
    const settings = this.#history[step](this.settings);
    if (!settings) return;
    this.settings = settings;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('dropout-change', { bubbles: true, composed: true }));
  }

  // Not in text fields, which undo typing by themselves.
  #onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (focusedIn(this.shadowRoot)?.matches('.box')) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (key !== 'z' && !isRedo) return;
    event.preventDefault();
    this.goBackOrOn(isRedo ? 'redo' : 'undo');
  }

  #maskCell = (index: number): Element | null =>
    this.renderRoot.querySelector<DropoutEquation>('dropout-equation')?.maskCell(index) ?? null;

  #onPoint(event: CustomEvent<{ index: number | null }>) {
    this.pointed = event.detail.index;
  }

  #checkNumber = (text: string): Error | null => {
    // As the only element of a list, since "1, 2" and "1 + 1" are tensors, too, but no numbers.
    const input = `[${text}]`;
    // Until the core is there that can tell, a text that begins as a number is accepted, and the result will say what is
    // wrong with it. A text that is no number at all is refused here, since the result would blame the input.
    if (this.#isCoreMissing(input) && BEGINS_AS_A_NUMBER.test(text)) return null;
    try {
      const list = this.#isCoreMissing(input) ? null : this.core?.parse(input);
      const isNumber = String(list?.shape) === '1';
      list?.dispose();
      if (isNumber) return null;
    } catch {
      // Which says of the list what is wrong with it, not of the number.
    }
    return rangeError(
      'value',
      'expected {0}, but found {1}',
      phrase('a number'),
      phrase("'{0}'", text),
    );
  };

  // Whether the core that is there cannot read the input. It asks for one that can.
  #isCoreMissing(input: string): boolean {
    const more = moreCoreFor({ ...this.settings, input });
    more?.catch(() => {}); // The run of the input reports it.
    return more !== null;
  }

  // Answers at once, as far as the core that is there can tell.
  #isTensor = (input: string): boolean => {
    const settings = { ...this.settings, input };
    if (this.#isCoreMissing(input)) return true;
    try {
      const { input: wrong } = run(this.core as FigureCore, settings) as FieldErrors;
      return !isTextError(wrong);
    } catch {
      return true;
    }
  };
}

/** A text of an input may be as long as a page. */
function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}…`;
}
