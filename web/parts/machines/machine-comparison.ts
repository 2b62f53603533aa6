// <machine-comparison>: the same seed on other machines. It shows the output of each engine for one experiment,
// and where the outputs differ from that of the first engine.
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { InSight } from '../../design/in-sight.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { sections } from '../../design/styles/sections.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { type Agreement, agreementOf, sameInAll } from '../../experiment/agreement.ts';
import { isResult, type Result } from '../../experiment/experiment.ts';
import { explain } from '../../experiment/explanation.ts';
import { LARGE } from '../../experiment/large-input.ts';
import { fragmentOf } from '../../experiment/link.ts';
import { machinesText, readMachines, usualMachines } from '../../experiment/machine-list.ts';
import { type Machine, machineName, machineOf, machines } from '../../experiment/machines.ts';
import type { ShownTensor } from '../../experiment/shown-tensor.ts';
import { USUAL } from '../../figure/equation/fit.ts';
import { ExperimentElement } from '../../figure/experiment-element.ts';
import type { GridCell } from '../../figure/grids/tensor-grid.ts';
import { activeLanguage } from '../../i18n/localization.ts';
import { formatNumber, formatPercent } from '../../i18n/number-format.ts';
import { pageLink } from '../page-link.ts';
import { comparisonStyles } from './comparison-styles.ts';
import { errorOf, MachineRuns, type Outcome } from './machine-runs.ts';
import { type PublicExperiment, publicExperiments, threadsOf } from './public-experiments.ts';

/**
 * @attr machines - The engines, separated by spaces; the others are compared with the first. Without it
 *   these are the experiment's own engine and PyTorch's.
 * @attr prints - Whether what PyTorch prints is shown.
 * @fires machines-change - {machines} after the reader chose others; they are in the attribute.
 * @fires experiment-choose - Partial<Settings> of a thread that the reader wants to see.
 * @fires cell-point - {index} of the cell under the pointer, or null.
 */
export class MachineComparison extends ExperimentElement {
  static override readonly styles = [tokens, fields, host, sections, comparisonStyles];

  static override readonly properties = {
    ...ExperimentElement.properties,
    machines: { reflect: true, useDefault: true },
    prints: { type: Boolean, reflect: true },
    pointed: { attribute: false },
  };

  declare machines: string;
  declare prints: boolean;
  /** Index of the cell to be pointed out in all cards, or null. */
  declare pointed: number | null;

  readonly #runs = new MachineRuns(this);
  /** Of the outcomes that were shown last. */
  #compared = compared([]);
  #waitsForSight = false;
  // Out of sight it does not follow the slider, which stays quick.
  readonly #sight = new InSight(this, '300px', (isInSight) => {
    if (isInSight && this.#waitsForSight) this.#compute();
  });

  constructor() {
    super();
    this.machines = '';
    this.prints = false;
    this.pointed = null;
  }

  override willUpdate(changed: PropertyValues) {
    if (!this.core || !(this.isOtherExperiment(changed) || changed.has('machines'))) return;
    const isAsked = this.#outcomes.length === 0 || this.#sight.isInSight || changed.has('machines');
    if (isAsked) this.#compute();
    else this.#waitsForSight = true;
  }

  get #engines(): string[] {
    const chosen = readMachines(this.machines);
    return chosen.length > 0 ? chosen : usualMachines(this.engine);
  }

  get #outcomes(): readonly Outcome[] {
    return this.#runs.outcomes;
  }

  // Not again while the reader only points at cells, of which there may be many.
  #comparedNow() {
    if (this.#compared.outcomes !== this.#outcomes) this.#compared = compared(this.#outcomes);
    return this.#compared;
  }

  #compute() {
    const { core, settings } = this;
    if (!core) return;
    this.#waitsForSight = false;
    // Without the gradient, which is not shown here and may be wrong.
    void this.#runs.run(core, { ...settings, gradient: '' }, this.#engines);
  }

  override render(): TemplateResult {
    return html`
      ${this.#renderThreads()}
        <div class="panel">
          ${this.#renderChips()}
          ${guard(this.#shownInCards, () => this.#renderCards())}
        </div>
    `;
  }

  /** What the cards depend on: while the settings are edited out of sight, the cards are not rendered again. */
  get #shownInCards(): unknown[] {
    const { prints, pointed } = this;
    const { outcomes, error } = this.#runs;
    const errors = [this.failure ?? error, ...outcomes.map(({ outcome }) => errorOf(outcome))];
    // Compared as sentences, since the translations may arrive after the errors.
    const told = errors.map((error) => error && explain(error));
    return [this.#runs.isTooLarge, outcomes, prints, pointed, activeLanguage(), ...told];
  }

  #renderThreads() {
    return html`
      <div class="threads">
        <h3 id="threads">${msg('Where people met it', { id: 'comparison-threads' })}</h3>
        <ul aria-labelledby="threads">
          ${publicExperiments().map(
            (experiment) => html`<li>
              <button type="button" @click=${() => this.#choose(experiment)}>${experiment.about}</button>
              <p>
                <a href=${experiment.thread.url} target="_blank" rel="noopener">${experiment.thread.name}</a>
                ${experiment.aside}
              </p>
            </li>`,
          )}
        </ul>
      </div>
    `;
  }

  #renderChips() {
    const chosen = this.#engines;
    const known = machines();
    const others = chosen
      .filter((engine) => !known.some((machine) => machine.engine === engine))
      .map(machineOf);
    const all = [...known, ...others];
    const frameworks = [...new Set(all.map(({ framework }) => framework))];
    return html`
      <div class="chips" role="group" aria-label=${msg('Machines', { id: 'machines' })}>
        ${frameworks.map(
          (
            framework,
          ) => html`<div role="group" aria-label=${framework || msg('Machines', { id: 'machines' })}>
            ${all
              .filter((machine) => machine.framework === framework)
              .map((machine) => this.#renderChip(machine, chosen))}
          </div>`,
        )}
      </div>
    `;
  }

  #renderChip(machine: Machine, chosen: string[]) {
    const isChosen = chosen.includes(machine.engine);
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${isChosen}
      title=${machine.standsFor || nothing}
      ?disabled=${isChosen && chosen.length === 1}
      @click=${() => this.#toggle(machine.engine, chosen)}
    >${machineName(machine)}</button>`;
  }

  #renderCards() {
    const error = this.failure ?? this.#runs.error;
    if (error) return html`<p class="error alone" role="alert">${explain(error)}</p>`;
    if (this.#runs.isTooLarge) {
      const most = formatNumber(LARGE);
      return html`<p class="alone">
        ${msg(str`Too large to be compared here: ${most} elements at most.`, { id: 'too-large-to-compare' })}
      </p>`;
    }
    const { results, reference, agreements, largest } = this.#comparedNow();
    if (!reference) return nothing;
    const { width, cell } = fitOf(results, this.prints);
    // By a script, since the page's policy allows no inline styles.
    if (cell !== null) this.style.setProperty('--_cell-width', String(cell));
    return html`
      ${this.#renderLegend(reference, agreements)}
      <div class="cards" part="cards" data-width=${width}>
        ${repeat(
          this.#outcomes,
          ({ engine }) => engine,
          ({ engine, outcome }, i) =>
            html`<article aria-labelledby="machine-${i}">
              ${this.#renderHead(machineOf(engine), i, results[i] ?? null, reference)}
              ${
                isResult(outcome)
                  ? this.#renderResult(
                      outcome,
                      reference,
                      agreements[i] as Agreement,
                      largest,
                      engine,
                    )
                  : html`<p class="error">${explain(errorOf(outcome) as Error)}</p>`
              }
              ${renderMet(engine)}
            </article>`,
        )}
      </div>
    `;
  }

  #renderLegend(reference: ShownTensor, agreements: readonly (Agreement | null)[]) {
    const compared = agreements.filter((agreement) => agreement !== null);
    if (compared.length < 2) return nothing;
    const same = formatNumber(sameInAll(compared, reference.size));
    const size = formatNumber(reference.size);
    return html`
      <p class="legend">
        <span ?hidden=${!reference.cells}><i></i> ${msg('differs from the first', { id: 'differs' })}</span>
        <span role="status">${msg(html`the same everywhere: <b>${same}</b> of ${size}`, { id: 'same-on-all' })}</span>
        <copy-button
          quiet
          .text=${this.#link}
          .what=${msg('Link to this comparison', { id: 'comparison-link' })}
          .label=${msg('Copy link', { id: 'copy-link' })}
        ></copy-button>
      </p>
    `;
  }

  #renderHead(machine: Machine, i: number, train: ShownTensor | null, reference: ShownTensor) {
    const isReference = train === reference;
    return html`
      <header>
        <h3 id="machine-${i}">${machineName(machine)}</h3>
        <p>${machine.standsFor}</p>
        ${
          isReference
            ? html`<p class="first">${msg('reference', { id: 'reference' })}</p>`
            : train &&
              html`<button
                type="button"
                aria-describedby="machine-${i}"
                @click=${() => this.#putFirst(machine.engine)}
              >${msg('set as reference', { id: 'make-reference' })}</button>`
        }
      </header>
    `;
  }

  #renderResult(
    result: Result,
    reference: ShownTensor,
    { differs, same }: Agreement,
    largest: number,
    engine: string,
  ) {
    const { train, kept } = result;
    const { cells } = train;
    const name = machineName(machineOf(engine));
    return html`
      ${
        cells
          ? html`<tensor-grid
              navigable
              .label=${msg(str`train output of ${name}`, { id: 'train-of' })}
              .shape=${train.shape}
              .beside=${1}
              .cells=${cells.values.map(
                (value, i): GridCell => ({
                  text: cells.texts[i] ?? '',
                  value,
                  fate: kept[i] === 0 ? 'dropped' : 'kept',
                  mark: differs[i] === 1 ? differsFrom(reference, i) : undefined,
                }),
              )}
              .largest=${largest}
              .pointed=${this.pointed}
              @cell-point=${this.#onPoint}
            ></tensor-grid>`
          : nothing
      }
      <p class="share">
        ${
          train === reference
            ? nothing
            : html`${msg(html`<b>${formatNumber(same)}</b> of ${formatNumber(train.size)} agree`, { id: 'agree' })}
              · <b>${formatPercent(train.size === 0 ? 1 : same / train.size)}</b> ·`
        }
        ${msg('sum', { id: 'sum' })} <b>${formatNumber(train.sum)}</b>
      </p>
      <details ?open=${this.prints || cells === null} @toggle=${this.#onToggle}>
        <summary>${msg('printed', { id: 'printed' })}</summary>
        <printed-tensor
          code="print(drop(x))"
          .label=${`print(drop(x)), ${name}`}
          .text=${train.printed}
        ></printed-tensor>
      </details>
    `;
  }

  // Opens all prints at once, so that they stand side by side.
  #onToggle(event: Event) {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (this.#outcomes.every(({ outcome }) => !isResult(outcome) || outcome.train.cells)) {
      this.prints = open;
    }
  }

  #onPoint(event: CustomEvent<{ index: number | null }>) {
    this.pointed = event.detail.index;
    this.dispatchEvent(new CustomEvent('cell-point', { detail: event.detail }));
  }

  /** A link with the machines, so that the page opens here and with their prints. */
  #link = (): string => pageLink(fragmentOf(this.settings, machinesText(this.#engines)));

  #toggle(engine: string, chosen: string[]) {
    this.#compareOf(
      chosen.includes(engine) ? chosen.filter((other) => other !== engine) : [...chosen, engine],
    );
  }

  #putFirst(engine: string) {
    this.#compareOf([engine, ...this.#engines.filter((other) => other !== engine)]);
  }

  #compareOf(engines: readonly string[]) {
    this.machines = machinesText(engines);
    this.dispatchEvent(
      new CustomEvent('machines-change', {
        detail: { machines: this.machines },
        bubbles: true,
        composed: true,
      }),
    );
  }

  #choose({ settings, machines: disagreeing }: PublicExperiment) {
    this.settings = settings;
    this.prints = true;
    // The page makes a new entry in the history for it, to which the machines belong.
    this.dispatchEvent(
      new CustomEvent('experiment-choose', { detail: settings, bubbles: true, composed: true }),
    );
    this.#compareOf(disagreeing);
  }
}

/** How each compares with the reference, the first machine that could run it; null for one that could not. */
function compared(outcomes: readonly Outcome[]) {
  const results = outcomes.map(({ outcome }) => (isResult(outcome) ? outcome.train : null));
  const reference = results.find((train) => train !== null) ?? null;
  return {
    outcomes,
    results,
    reference,
    agreements: results.map((train) => train && reference && agreementOf(reference, train)),
    largest: Math.max(...results.map((train) => train?.largest ?? 0)),
  };
}

function renderMet(engine: string) {
  const threads = threadsOf(engine);
  if (threads.length === 0) return nothing;
  return html`<p class="met">
    ${msg('met in', { id: 'met-in' })}
    ${threads.map(
      ({ name, url }) =>
        html`<a href=${url} target="_blank" rel="noopener" title=${name}>${name.split('/').at(-1)}</a> `,
    )}
  </p>`;
}

function differsFrom({ cells }: ShownTensor, index: number): string {
  return msg(str`differs from ${cells?.texts[index] ?? ''}`, { id: 'differs-from' });
}

/** With more rows of cells the machines stand side by side, where there is room for two of them. */
const MOST_ROWS_BELOW = 2;

/**
 * How the cards stand: side by side in columns for which they have to be so wide, in rem, or as `rows` below each
 * other, with all cells of one width, so that those of one element can be compared. From the widths in
 * styles/cells.ts and printed-tensor.ts.
 */
function fitOf(
  figures: readonly (ShownTensor | null)[],
  prints: boolean,
): { width: string; cell: number | null } {
  const longestTexts = figures.map((figure) => longest(figure?.cells?.texts ?? []));
  const { cell } = USUAL;
  const [shape = []] = figures.flatMap((figure) => (figure?.cells ? [figure.shape] : []));
  const columns = Math.max(1, shape.at(-1) ?? 1);
  const rows = shape.reduce((product, extent) => product * extent, 1) / columns;
  const grids = longestTexts.map((characters) => columns * cell(characters));
  if (rows <= MOST_ROWS_BELOW && Math.max(...grids) > 15.4) {
    return { width: 'rows', cell: cell(Math.max(...longestTexts)) - 0.2 };
  }
  const widths = figures.map((figure, i) => {
    const isPrinted = prints || figure?.cells === null;
    const printed = isPrinted ? 0.49 * longest(figure?.printed.split('\n') ?? []) : 0;
    return Math.max(figure?.cells ? (grids[i] ?? 0) : 0, printed);
  });
  const widest = Math.max(...widths);
  if (widest <= 15.4) return { width: 'narrow', cell: null };
  if (widest <= 21.5) return { width: 'medium', cell: null };
  return { width: widest <= 31 ? 'broad' : 'wide', cell: null };
}

function longest(texts: readonly string[]): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0);
}
