// <dropout-lab>: two networks, alike but for p, that learn from the same examples while the reader watches.
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { InSight } from '../../design/in-sight.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { sections } from '../../design/styles/sections.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { formatNumber, formatPercent } from '../../i18n/number-format.ts';
import { programOf } from '../../training/program.ts';
import type { ScenarioName, Training, UnitView } from '../../training/training.ts';
import { WorkerNotStarted } from '../../training/worker/training-worker.ts';
import { discPicture } from './disc-picture.ts';
import { examplesStyles } from './examples-styles.ts';
import { fitPicture } from './fit-picture.ts';
import { glyphsPicture } from './glyphs-picture.ts';
import { DEFAULT_LAB, LAB_SETTINGS, type LabSettings } from './lab-attributes.ts';
import { quietLine } from './lab-quiet-line.ts';
import { labText, MOST_P, P_STEP, pOf, trainingOf } from './lab-settings.ts';
import { labStyles } from './lab-styles.ts';
import * as words from './lab-words.ts';
import { highestOf, type LossAxis, lossesPicture } from './losses-picture.ts';
import { lossesStyles } from './losses-styles.ts';
import {
  networkPicture,
  type Pressing,
  type Unit,
  unitBeyond,
  unitsDrawn,
} from './network-picture.ts';
import { networkStyles } from './network-styles.ts';
import { PairedRun, type Side } from './paired-run.ts';
import { picture, type Size } from './picture.ts';
import { PictureSizes } from './picture-size.ts';
import { sequencesPicture } from './sequences-picture.ts';

const NONE = new Float32Array();

/** Scenarios of whose units it is drawn what they compute. */
const PRESSED: readonly ScenarioName[] = ['curve', 'disc'];

/**
 * @attr scenario - What is learned.
 * @attr p - Probability of the right network's units to be off.
 * @attr seed - Seed of the data, of the first weights and of the masks.
 * @attr steps - Where a training ends.
 * @attr width - Units of a hidden layer.
 * @attr noise - How noisy the examples are.
 * @attr activation - `relu` or `tanh`.
 * @attr waits - Trains when it is told to, and not by itself when it comes in sight.
 * @attr runs - Offers to run a training as a program.
 * @attr playground - The page on which the lab can be opened.
 * @fires program-choose - {source} of a program that the reader wants to run; bubbles.
 * @fires lab-change - When the reader has changed one of them; bubbles.
 * @fires lab-failed - When it can train nothing here; bubbles.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: Lit makes each setting a property.
export class DropoutLab extends ShadowElement {
  static override readonly styles = [
    ...[tokens, fields, host, sections],
    ...[labStyles, examplesStyles, networkStyles, lossesStyles],
  ];

  static override readonly properties = {
    ...Object.fromEntries(LAB_SETTINGS.map((name) => [name, { reflect: true, useDefault: true }])),
    waits: { type: Boolean },
    runs: { type: Boolean },
    playground: {},
  };

  /** Whether it trains only when it is told to. */
  declare waits: boolean;

  /** Whether the page has a place where programs run. */
  declare runs: boolean;

  /** The address of the playground, where the lab can be opened; '' for none. */
  declare playground: string;

  readonly #run = new PairedRun(this);
  #wasSeen = false;
  #hasFailed = false;
  #known = trainingOf(DEFAULT_LAB);
  /** Which unit of a network the tab key leads to. */
  readonly #stops = new Map<Side, Unit>();
  readonly #sizes = new PictureSizes(this, {
    fit: '.of-fit',
    network: '.of-network',
    losses: '.of-losses',
  });

  constructor() {
    super();
    new LanguageController(this);
    new InSight(this, '0px', (isInSight) => this.#onSight(isInSight));
    Object.assign(this, DEFAULT_LAB);
    this.waits = false;
    this.runs = false;
    this.playground = '';
  }

  get settings(): LabSettings {
    const entries = LAB_SETTINGS.map((name) => [name, String(this[name])]);
    return Object.fromEntries(entries) as LabSettings;
  }

  set settings(settings: Partial<LabSettings>) {
    for (const name of LAB_SETTINGS) {
      const text = settings[name];
      if (text !== undefined) this[name] = text;
    }
  }

  // Another p is the reader's side's alone; all else makes other trainings of both.
  override willUpdate(changed: PropertyValues) {
    if (!this.#wasSeen) return;
    const isOther = LAB_SETTINGS.some((name) => name !== 'p' && changed.has(name));
    if (isOther) this.#begin();
    else if (changed.has('p')) this.#run.setP(pOf(this.settings));
  }

  override updated() {
    if (this.#run.failure && !this.#hasFailed) {
      this.dispatchEvent(new CustomEvent('lab-failed', { bubbles: true, composed: true }));
    }
    this.#hasFailed = this.#run.failure !== null;
  }

  #onSight(isInSight: boolean) {
    this.#run.setInSight(isInSight);
    if (!isInSight || this.#wasSeen) return;
    this.#wasSeen = true;
    this.#begin();
  }

  #begin() {
    this.#run.begin(trainingOf(this.settings), { waits: this.waits });
  }

  /** Shows both networks before their first step. */
  rewind(): void {
    if (this.#wasSeen) this.#run.begin(trainingOf(this.settings), { waits: true });
  }

  /** Trains both to their end, unless they are there. */
  play(): void {
    if (!this.#run.isOver) this.#run.play();
  }

  /** Takes one step of both, and no more. */
  takeStep(): void {
    this.#run.takeStep();
  }

  /** The same object until it is another training, for who follows it. */
  get #training(): Training {
    const training = trainingOf(this.settings);
    if (JSON.stringify(training) !== JSON.stringify(this.#known)) this.#known = training;
    return this.#known;
  }

  override render(): TemplateResult {
    const { failure } = this.#run;
    if (failure instanceof WorkerNotStarted) return this.#renderWayOut();
    return html`
      <div class="card">
        ${failure ? html`<p class="error failure" role="alert">${failure.message}</p>` : nothing}
        <div class="fits">
          ${this.#renderSide(this.#run.without, 0)}
          ${this.#renderSide(this.#run.own, pOf(this.settings))}
        </div>
        ${this.#renderProgress()}
        <div class="foot">${this.#renderRun()} ${this.#renderTold()}</div>
        ${quietLine(
          this.settings,
          (settings) => this.#choose(settings),
          () => this.#program(),
          () => this.#data(),
          this.runs ? () => this.#runProgram() : null,
        )}
      </div>
      <div class="cards">
        <losses-over-p
          part="losses-over-p"
          .training=${this.#training}
          .held=${this.#run.isPlaying}
          @p-choose=${({ detail }: CustomEvent<{ p: number }>) => this.#choose({ p: String(detail.p) })}
        ></losses-over-p>
        <uncertainty-band
          .seed=${this.#training.seed}
          .held=${this.#run.isPlaying}
        ></uncertainty-band>
      </div>
    `;
  }

  #renderWayOut() {
    const link = this.playground.replace(/#.*/s, '');
    const text = labText(this.settings);
    return html`<div class="card">
      <p class="failure" role="alert">
        ${msg(
          'Nothing can be trained on this page: it lets no worker start, as its security policy or its frame says.',
          { id: 'lab-no-worker' },
        )}
        ${
          link
            ? html`<a href=${text ? `${link}#lab=${text}` : `${link}#why`} target="_blank" rel="noopener">${msg('Open on the playground', { id: 'lab-open' })}</a>`
            : nothing
        }
      </p>
    </div>`;
  }

  #renderSide(side: Side, p: number) {
    const isOwn = side === this.#run.own;
    const name = `p = ${formatNumber(p)}`;
    return html`<article class=${isOwn ? 'own' : ''} aria-label=${name}>
      <header>
        <h3>${name}</h3>
        ${isOwn ? this.#renderP(p) : html`<p>${msg('without dropout', { id: 'lab-without' })}</p>`}
      </header>
      ${this.#renderFit(side, p)} ${this.#renderNetwork(side)} ${this.#renderLosses(side)}
    </article>`;
  }

  #renderP(p: number) {
    return html`<input
      type="range"
      min="0"
      max=${MOST_P}
      step=${P_STEP}
      .value=${live(String(p))}
      aria-label=${msg('p of this network', { id: 'lab-p' })}
      @input=${(event: Event) => this.#choose({ p: (event.target as HTMLInputElement).value })}
    />`;
  }

  #renderFit({ moment, unit }: Side, p: number) {
    const size = this.#sizes.of('fit');
    const { scenario } = this.#run;
    const text = words.examplesWords(scenario);
    if (text) return html`<p class="of-fit in-words">${text}</p>`;
    return picture(
      'of-fit',
      size,
      moment
        ? moment.accuracies
          ? words.classesSentence(p, moment)
          : words.fitSentence(p, moment)
        : msg('A fit', { id: 'lab-fit' }),
      size ? this.#drawExamples(size, moment?.predictions ?? NONE, unit) : nothing,
    );
  }

  #drawExamples(size: Size, predictions: Float32Array, unit: UnitView | null) {
    const { examples, scenario } = this.#run;
    if (!examples) return nothing;
    const { inputs, targets, features, right = targets, grid, truth } = examples;
    if (scenario === 'glyphs') return glyphsPicture({ inputs, features, targets, right }, size);
    if (scenario === 'disc') return discPicture({ inputs, targets, predictions, unit }, size);
    if (scenario === 'transformer') {
      return sequencesPicture({ inputs, length: features, targets, right }, size);
    }
    return fitPicture({ x: inputs, y: targets, grid, truth, predictions, unit }, size);
  }

  #renderNetwork(side: Side) {
    const { moment, weights, pressed, unit } = side;
    const size = this.#sizes.of('network');
    const drawn = size ? unitsDrawn(size.width) : 0;
    const width = moment?.masks[0]?.length ?? 0;
    const pressing = PRESSED.includes(this.#run.scenario) ? this.#pressing(side, drawn) : null;
    return html`
      ${picture(
        'of-network',
        size,
        moment ? words.networkSentence(moment) : msg('The network', { id: 'lab-network' }),
        moment && size
          ? networkPicture({ masks: moment.masks, layers: weights }, size, pressing)
          : nothing,
        pressing ? 'group' : 'img',
      )}
      <p class="caption" aria-live=${pressed && pressing ? 'polite' : 'off'}>
        ${
          pressed && pressing
            ? html`<i class="without"></i>${words.withoutUnit(moment?.predictions ?? NONE, unit?.without ?? NONE)}
              <i class="alone"></i>${msg('with it alone', { id: 'lab-unit-alone' })}${
                this.#run.scenario === 'disc'
                  ? html`<span class="more"> · ${msg('tinted where it is on', { id: 'lab-unit-tint' })}</span>`
                  : nothing
              }`
            : html`${moment ? words.offCount(moment) : ''}${
                moment && drawn < width
                  ? html`<span class="more"> · ${msg(str`${drawn} of ${width} a layer drawn`, { id: 'lab-drawn' })}</span>`
                  : nothing
              }`
        }
      </p>
    `;
  }

  #pressing(side: Side, units: number): Pressing {
    const { pressed } = side;
    return {
      pressed,
      stop: this.#stops.get(side) ?? pressed ?? { layer: 0, unit: 0 },
      nameOf: words.unitName,
      onPress: (unit) => {
        this.#stops.set(side, unit);
        void this.#run.press(side, unit);
      },
      onKey: (event, unit) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          void this.#run.press(side, unit);
          return;
        }
        const next = unitBeyond(unit, event.key, side.moment?.masks.length ?? 1, units);
        if (!next) return;
        event.preventDefault();
        this.#stops.set(side, next);
        this.requestUpdate();
        const picture = (event.currentTarget as Element).closest('svg');
        picture?.querySelector<SVGElement>(`[data-unit='${next.layer} ${next.unit}']`)?.focus();
      },
    };
  }

  #renderLosses({ moment, course }: Side) {
    const size = this.#sizes.of('losses');
    const { without, own, steps } = this.#run;
    const axis: LossAxis = { last: steps, highest: highestOf([without.course, own.course]) };
    const {
      masked = Number.NaN,
      training = Number.NaN,
      validation = Number.NaN,
    } = moment?.losses ?? {};
    const rows = [
      ['validation', msg('validation', { id: 'lab-validation' }), validation],
      ['training', msg('training, eval', { id: 'lab-training' }), training],
      ['masked', msg('training, masks', { id: 'lab-masked' }), masked],
      // How much better the network is on what it has seen.
      ['gap', msg('learnt by heart', { id: 'lab-gap' }), validation - training],
    ] as const;
    const right = moment?.accuracies?.validation;
    return html`<div class="measured" part="losses">
      ${picture(
        'of-losses',
        size,
        msg('Losses over the steps', { id: 'lab-losses' }),
        size ? lossesPicture(course, axis, size) : nothing,
      )}
      <dl>
        ${rows.map(
          ([kind, name, loss]) =>
            html`<div class=${kind}><dt><i></i>${name}</dt><dd>${words.lossText(loss)}</dd></div>`,
        )}
        ${
          right === undefined
            ? nothing
            : html`<div class="accuracy"><dt><i></i>${msg('classified right', { id: 'lab-accuracy' })}</dt><dd>${formatPercent(right)}</dd></div>`
        }
      </dl>
    </div>`;
  }

  // Told to readers who see nothing once a training has ended, not while it goes on.
  #renderTold() {
    const { without, own, isOver } = this.#run;
    const [before, after] = [without.moment, own.moment];
    return html`<div class="told">
      <p role="status">
        ${isOver && before && after ? words.verdict(pOf(this.settings), before.losses, after.losses) : nothing}
      </p>
      <p class="note">${words.masksNote()}</p>
    </div>`;
  }

  #renderRun() {
    const run = this.#run;
    const labels = {
      pause: msg('Pause', { id: 'pause' }),
      on: msg('Go on', { id: 'lab-go-on' }),
      again: msg('Train again', { id: 'lab-again' }),
    };
    const shown = run.isPlaying ? 'pause' : run.isOver ? 'again' : 'on';
    const { step } = run;
    return html`<div class="run">
      <button
        type="button"
        class="primary"
        aria-label=${labels[shown]}
        @click=${() => (run.isPlaying ? run.pause() : run.play())}
      >
        ${Object.entries(labels).map(
          ([name, label]) => html`<span class=${name === shown ? 'shown' : ''}>${label}</span>`,
        )}
      </button>
      <button
        type="button"
        class="step"
        aria-disabled=${run.isOver}
        @click=${() => this.takeStep()}
      >
        ${msg('Step', { id: 'lab-step' })}
      </button>
      <output>${msg(html`step <b>${step}</b> of ${run.steps}`, { id: 'lab-step-of' })}</output>
    </div>`;
  }

  #program(): string {
    return programOf(this.#run.trained ?? this.#training);
  }

  #runProgram() {
    const detail = { source: this.#program() };
    this.dispatchEvent(
      new CustomEvent('program-choose', { detail, bubbles: true, composed: true }),
    );
  }

  #data(): string {
    const head = ['p', 'step', 'training with masks', 'training, eval', 'validation'];
    const lines = [this.#run.without, this.#run.own].flatMap(({ course }, i) =>
      course.steps.map((step, at) => [
        i === 0 ? 0 : pOf(this.settings),
        step,
        course.masked[at],
        course.training[at],
        course.validation[at],
      ]),
    );
    return `${[head, ...lines].map((line) => line.join('\t')).join('\n')}\n`;
  }

  #renderProgress() {
    const { step, steps } = this.#run;
    return html`<progress
      max=${steps}
      .value=${step}
      aria-label=${msg('Steps taken', { id: 'lab-steps' })}
    ></progress>`;
  }

  #choose(settings: Partial<LabSettings>) {
    this.settings = settings;
    this.dispatchEvent(new CustomEvent('lab-change', { bubbles: true, composed: true }));
  }
}

export interface DropoutLab extends LabSettings {}
