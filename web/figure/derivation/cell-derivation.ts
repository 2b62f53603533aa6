// <cell-derivation>: why one cell of the output is what it is: draw, scale, product, bits.
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { rem } from '../../design/rem.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { tokens } from '../../design/styles/tokens.ts';
import {
  divides,
  isAlpha,
  keepProbability,
  selectsZero,
} from '../../experiment/derivation/arithmetic.ts';
import {
  type Derivation,
  derivationOf,
  type ElementDraw,
  textBeside,
} from '../../experiment/derivation/derivation.ts';
import { sourceOf } from '../../experiment/derivation/draw-source.ts';
import { scalingOf } from '../../experiment/derivation/scaling.ts';
import type { Result } from '../../experiment/experiment.ts';
import { shortestText } from '../../experiment/number-text.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { formatNumber } from '../../i18n/number-format.ts';

export class CellDerivation extends ShadowElement {
  static override readonly styles = [
    tokens,
    css`
      :host {
        display: block;
        color: var(--_ink);
        font-size: var(--_text);
        /* Room for long sentences, so that nothing moves when another cell is explained. */
        min-height: calc(7.4em * var(--_room, 1));
        container-type: inline-size;
      }

      p {
        margin: 0;
      }

      .sentence b,
      .sentence code,
      .sentence .product {
        white-space: nowrap;
      }

      .number {
        display: inline-block;
        min-width: 1.7em;
        padding: 0 0.45em;
        border: 1.5px solid var(--_accent);
        border-radius: 1em;
        color: var(--_accent-ink);
        background: var(--_accent);
        font-weight: 650;
        font-size: var(--_small);
        text-align: center;
      }

      .number.off {
        border: 1.5px dashed var(--_soft);
        color: var(--_soft);
        background: none;
      }

      .remark,
      details {
        display: var(--_aside, block);
      }

      .remark {
        color: var(--_soft);
        font-size: var(--_small);
      }

      summary {
        width: fit-content;
        padding: ${rem(0.2)} 0;
        color: var(--_soft);
        font-size: var(--_small);
        cursor: pointer;
      }

      .title {
        padding: ${rem(0.3)} 0 ${rem(0.5)};
        font-weight: 650;
      }

      .title code {
        margin-left: ${rem(0.35)};
        color: var(--_soft);
        font-weight: 400;
      }

      .hint {
        margin-left: ${rem(0.6)};
        color: var(--_soft);
        font-weight: 400;
        font-size: var(--_small);
      }

      code,
      .product,
      .number,
      .sentence b,
      dd b {
        font-family: var(--_mono);
      }

      dl {
        display: grid;
        gap: ${rem(0.45)} ${rem(1.8)};
        margin: 0;
      }

      dt {
        color: var(--_soft);
        font-size: var(--_small);
      }

      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }

      dd span {
        color: var(--_soft);
        font-size: var(--_small);
      }

      .fate {
        padding: ${rem(0.05)} ${rem(0.45)};
        border-radius: 5px;
        font-weight: 650;
        font-size: inherit;
        white-space: nowrap;
      }

      .kept {
        color: var(--_accent);
        background: color-mix(in oklab, var(--_accent) 16%, var(--_card));
      }

      .dropped {
        color: var(--_ink);
        background: repeating-linear-gradient(
          135deg,
          var(--_hatch) 0 1.5px,
          var(--_dropped) 1.5px 6px
        );
      }

      @container (min-width: 34em) {
        :host {
          min-height: calc(6.2em * var(--_room, 1));
        }
        dl {
          grid-template-columns: repeat(2, 1fr);
        }
      }

      @container (min-width: 58em) {
        dl {
          grid-template-columns: 1.35fr 0.85fr 1.5fr 1fr;
        }
      }
    `,
  ];

  static override readonly properties = {
    result: { attribute: false },
    index: { attribute: false },
  };

  declare result: Result | null;
  /** The row-major index of the explained element. */
  declare index: number;

  constructor() {
    super();
    new LanguageController(this);
    this.result = null;
    this.index = 0;
  }

  override render(): TemplateResult | typeof nothing {
    const { result } = this;
    if (!result) return nothing;
    const derivation = derivationOf(result, Math.min(this.index, result.x.size - 1));
    return html`
      <p class="sentence">${sentence(result, derivation)} <span class="product">${product(result, derivation)}</span></p>
      <p class="remark">${remark(result, derivation)}</p>
      <details>
        <summary>${msg('every digit', { id: 'every-digit' })}</summary>
        <p class="title">
          ${title(derivation)} <code>x[${derivation.place.join(', ')}]</code>
          ${
            result.x.size > 1
              ? html`<span class="hint">${msg('Point at another cell to see its reason.', { id: 'point-at-cell' })}</span>`
              : nothing
          }
        </p>
        <dl>
          <div>
            <dt>${msg('draw', { id: 'step-draw' })} <span>· ${sourceOf(result)}</span></dt>
            <dd>${drawn(result, derivation)}</dd>
          </div>
          <div>
            <dt>${msg('scale', { id: 'step-scale' })}</dt>
            <dd>${scaled(result)}</dd>
          </div>
          <div>
            <dt>${msg('product', { id: 'step-product' })}</dt>
            <dd><b>${product(result, derivation)}</b></dd>
          </div>
          <div>
            <dt>${msg('bits', { id: 'step-bits' })} <span>· ${result.x.dtype}</span></dt>
            <dd><code>${derivation.bits.x}</code> → <code>${derivation.bits.y}</code></dd>
          </div>
        </dl>
      </details>
    `;
  }
}

/** What the number drew, what that is compared with, and its fate. */
function sentence(result: Result, { x, draw, kept }: Derivation) {
  const number = html`<span class="number ${kept ? '' : 'off'}">${shortestText(x, result.x.dtype)}</span>`;
  const fate = fateOf(kept);
  if (draw.kind !== 'compared') return html`${number} ${undrawn(result, draw)} → ${fate}.`;
  const { uniform, threshold, limit } = draw;
  const drew = html`<b>${textBeside(uniform, threshold)}</b>`;
  const edge = html`<code>${limit} = ${textBeside(threshold, uniform)}</code>`;
  switch (draw.sign) {
    case '<':
      return msg(html`${number} drew ${drew}, which is below ${edge}: it is ${fate}.`, {
        id: 'drew-below',
      });
    case '≥':
      return msg(html`${number} drew ${drew}, which is not below ${edge}: it is ${fate}.`, {
        id: 'drew-not-below',
      });
    case '>':
      return msg(html`${number} drew ${drew}, which is above ${edge}: it is ${fate}.`, {
        id: 'drew-above',
      });
    case '≤':
      return msg(html`${number} drew ${drew}, which is not above ${edge}: it is ${fate}.`, {
        id: 'drew-not-above',
      });
  }
}

function title({ place }: Derivation): string {
  const [first = 0, second = 0] = place;
  switch (place.length) {
    case 0:
      return msg('Why this number?', { id: 'why-scalar' });
    case 1:
      return msg(str`Why element ${first + 1}?`, { id: 'why-element' });
    case 2:
      return msg(str`Why row ${first + 1}, column ${second + 1}?`, { id: 'why-cell' });
    default:
      return msg('Why this element?', { id: 'why-any' });
  }
}

function fateOf(kept: boolean) {
  return html`<span class="fate ${kept ? 'kept' : 'dropped'}"
    >${kept ? msg('kept', { id: 'kept' }) : msg('dropped', { id: 'dropped' })}</span
  >`;
}

function undrawn({ p }: Result, draw: Exclude<ElementDraw, { kind: 'compared' }>): string {
  switch (draw.kind) {
    case 'none':
      return msg(str`nothing is drawn for p = ${shortestText(p, 'float64')}`, {
        id: 'nothing-drawn',
      });
    case 'unnoted':
      return msg('not noted for tensors this large', { id: 'draw-unnoted' });
    case 'table':
      return msg(str`byte ${draw.byte} decides four elements`, { id: 'draw-byte' });
  }
}

function drawn(result: Result, { draw, kept }: Derivation) {
  const fate = fateOf(kept);
  if (draw.kind !== 'compared') return html`${undrawn(result, draw)} → ${fate}`;
  const { uniform, threshold, sign, limit } = draw;
  return html`<b>${textBeside(uniform, threshold)} ${sign} ${textBeside(threshold, uniform)}</b>
    <span>= ${limit}</span> → ${fate}`;
}

function scaled(result: Result) {
  const { dtype } = result.x;
  const { number, formula } = scalingOf(result);
  if (number === null) {
    const a = shortestText(result.scale, dtype);
    return html`<b>a</b> = <b>${a}</b>, <b>b</b> = <b>${formatNumber(result.shift)}</b>`;
  }
  if (number === 0 && !divides(result)) return html`<b>0</b>`;
  return html`<b>${formula}</b> = <b>${shortestText(number, dtype)}</b>`;
}

function product(result: Result, { x, y, kept }: Derivation): string {
  const { dtype } = result.x;
  const text = (value: number) => shortestText(value, dtype).replace('-', '−');
  const factor = (value: number) =>
    value < 0 || Object.is(value, -0) ? `(${text(value)})` : text(value);
  const scale = text(result.scale);
  if (result.p === 0 && !result.draws) return `${text(x)} = ${text(y)}`;
  const masked = `${text(x)} × ${kept ? 1 : 0}`;
  if (result.p === 1 && !divides(result)) return `${masked} = ${text(y)}`;
  if (isAlpha(result))
    return kept ? `a · ${factor(x)} + b = ${text(y)}` : `a · (−α′) + b = ${text(y)}`;
  const keep = text(keepProbability(result));
  if (selectsZero(result.engine)) return kept ? `${text(x)} / ${keep} = ${text(y)}` : text(y);
  return divides(result) ? `${masked} / ${keep} = ${text(y)}` : `${masked} × ${scale} = ${text(y)}`;
}

function remark(result: Result, { x, remark, shared }: Derivation): string {
  switch (remark) {
    case 'all-kept':
      return msg('With p = 0 the layer gives its input back, and the generator does not move.', {
        id: 'remark-all-kept',
      });
    case 'all-dropped':
      return msg('With p = 1 everything is multiplied by 0, and the generator does not move.', {
        id: 'remark-all-dropped',
      });
    case 'channel':
      return msg(
        str`${result.layer} draws once for a whole channel: its ${shared} elements share this fate.`,
        { id: 'remark-channel' },
      );
    case 'alpha-dropped':
      return msg(
        'Alpha dropout sets to −α′ ≈ −1.7581, the negative saturation of SELU, not to 0; then a and b restore mean and variance.',
        { id: 'remark-alpha-dropped' },
      );
    case 'alpha-kept':
      return msg('Alpha dropout keeps the value; then a and b restore mean and variance.', {
        id: 'remark-alpha-kept',
      });
    case 'negative-zero':
      return msg(
        'A dropped negative keeps its sign: the framework multiplies by 0 rather than writing 0, so it prints -0.',
        { id: 'remark-negative-zero' },
      );
    case 'inf-times-zero':
      return msg('Infinity times 0 is no number: a dropped inf becomes nan.', {
        id: 'remark-inf-times-zero',
      });
    case 'nan':
      return msg('nan stays nan, whatever it is multiplied by.', { id: 'remark-nan' });
    case 'selected-zero':
      return msg(
        str`This framework selects 0 for what is dropped instead of multiplying by it, so that ${shortestText(x, result.x.dtype)} becomes 0, without a sign.`,
        { id: 'remark-selected-zero' },
      );
    case 'overflow':
      return msg('Scaled up it is larger than the largest number of this type: it becomes inf.', {
        id: 'remark-overflow',
      });
    case 'dropped':
      return msg('Dropped: the output is 0 in this call, and so is the gradient.', {
        id: 'remark-dropped',
      });
    case 'kept-zero':
      return msg('Kept, though one cannot see it: 0 stays 0 when it is scaled.', {
        id: 'remark-kept-zero',
      });
    case 'kept':
      return msg(
        'Kept, and made larger by 1 / (1 − p), so that on average the output equals the input.',
        { id: 'remark-kept' },
      );
  }
}
