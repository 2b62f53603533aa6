// <plotted-figure>: a figure that a program has plotted, its diagrams in rows and columns, and its numbers as a table.
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { formatNumber } from '../../i18n/number-format.ts';
import type { PlottedAxes, PlottedFigure } from '../../python/plotted-figure.ts';
import { type Column, cellText, columnsOf, tableText } from './plotted-numbers.ts';

/** Of a table, as much as is shown: all of it can be copied. */
const ROWS = 100;
const COLUMNS = 20;

/** With less room for each, diagrams stand in fewer columns than the program says. */
const NARROW = 14;
const MOST_COLUMNS = 6;

export class PlottedFigureElement extends ShadowElement {
  static override readonly styles = [
    tokens,
    fields,
    css`
      :host {
        display: block;
        container-type: inline-size;
        color: var(--_ink);
        font: var(--_text)/1.4 var(--_sans);
      }

      figure {
        max-width: ${rem(62)};
        margin: 0;
      }

      figcaption {
        margin: 0 0 ${rem(0.5)};
        font-weight: 600;
        text-align: center;
      }

      .axes {
        display: grid;
        gap: ${rem(0.8)} ${rem(0.6)};
        grid-template-columns: repeat(auto-fit, minmax(min(100%, ${rem(NARROW)}), 1fr));
      }

      .axes[data-columns='1'] {
        max-width: ${rem(40)};
      }

      ${unsafeCSS(
        // With room for each, as the program has them.
        Array.from({ length: MOST_COLUMNS }, (_, i) => i + 1)
          .map(
            (count) => `@container (min-width: ${count * NARROW}em) {
            .axes[data-columns='${count}'] { grid-template-columns: repeat(${count}, minmax(0, 1fr)); }
          }`,
          )
          .join(' '),
      )}

      details {
        margin-top: ${rem(0.3)};
        color: var(--_soft);
        font-size: var(--_small);
      }

      summary {
        width: max-content;
        max-width: 100%;
        cursor: pointer;
      }

      summary:hover {
        color: var(--_accent);
      }

      .table {
        max-height: ${rem(16)};
        margin: ${rem(0.4)} 0;
        overflow: auto;
      }

      table {
        border-collapse: collapse;
        color: var(--_ink);
        font-variant-numeric: tabular-nums;
      }

      caption {
        padding: ${rem(0.2)} ${rem(0.5)};
        text-align: start;
      }

      th,
      td {
        padding: ${rem(0.1)} ${rem(0.5)};
        border: 1px solid var(--_line);
        font-weight: 400;
        text-align: end;
        white-space: nowrap;
      }

      th {
        color: var(--_soft);
        font-weight: 600;
      }
    `,
  ];

  static override readonly properties = {
    figure: { attribute: false },
    number: { type: Number },
    isOpen: { state: true },
  };

  declare figure: PlottedFigure;
  /** From 1, among those of the program. */
  declare number: number;
  /** Whether the tables are shown. */
  declare protected isOpen: boolean;

  constructor() {
    super();
    new LanguageController(this);
    this.number = 1;
    this.isOpen = false;
  }

  override render(): TemplateResult {
    const { title, axes, size } = this.figure;
    const [width, height] = size;
    const [rows = 1, columns = 1] = axes[0]?.place ?? [];
    const shape = height / rows / (width / columns) || 0.75;
    return html`<figure aria-label=${this.#name}>
      ${title ? html`<figcaption>${title}</figcaption>` : nothing}
      <div class="axes" data-columns=${Math.min(columns, MOST_COLUMNS)}>
        ${axes.map((one) => html`<plotted-axes .axes=${one} .shape=${shape}></plotted-axes>`)}
      </div>
      <details @toggle=${(event: Event) => this.#onToggle(event)}>
        <summary>${msg('The numbers of the figure', { id: 'plot-numbers' })}</summary>
        ${this.isOpen ? axes.map((one) => this.#renderTable(one)) : nothing}
      </details>
    </figure>`;
  }

  get #name(): string {
    const { title, axes } = this.figure;
    const words = title || axes.map((one) => one.title).find(Boolean) || '';
    const number = formatNumber(this.number);
    return words
      ? msg(str`Figure ${number}: ${words}`, { id: 'plot-name' })
      : msg(str`Figure ${number}`, { id: 'plot-number' });
  }

  #onToggle(event: Event) {
    this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
  }

  #renderTable(axes: PlottedAxes) {
    const columns = columnsOf(axes);
    if (columns.length === 0) return nothing;
    const shown = columns.slice(0, COLUMNS);
    const count = Math.max(...columns.map(({ values }) => values.length));
    const left = count > ROWS || columns.length > COLUMNS;
    const what = axes.title || msg('Numbers', { id: 'program-numbers' });
    return html`<div class="table" tabindex="0" role="group" aria-label=${what}>
        <table>
          ${axes.title ? html`<caption>${axes.title}</caption>` : nothing}
          <thead>
            <tr>${shown.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr>
          </thead>
          <tbody>${Array.from({ length: Math.min(count, ROWS) }, (_, i) => rowOf(shown, i))}</tbody>
        </table>
      </div>
      ${left ? html`<span>${msg(str`The table begins: ${formatNumber(count)} rows of ${formatNumber(columns.length)} columns are copied.`, { id: 'plot-table-left' })}</span>` : nothing}
      <copy-button quiet .what=${what} .text=${() => tableText(columns)}></copy-button>`;
  }
}

const rowOf = (columns: readonly Column[], i: number) =>
  html`<tr>${columns.map(({ values }) => html`<td>${i < values.length ? cellText(values[i] ?? null) : ''}</td>`)}</tr>`;
