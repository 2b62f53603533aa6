// <uncertainty-band>: MC dropout. A network is trained and asked many times with its masks: where there was no data, the
// answers part, if its architecture lets them.
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { InSight } from '../../design/in-sight.ts';
import { ShadowElement } from '../../design/shadow-element.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { sections } from '../../design/styles/sections.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import type { Activation } from '../../training/training.ts';
import { bandPicture, PLACES, scalesOf, spreadOf, VALUES } from './band-picture.ts';
import { BandRun, PASSES } from './band-run.ts';
import { cardStyles } from './card-styles.ts';
import { lossText } from './lab-words.ts';
import { picture } from './picture.ts';
import { PictureSizes } from './picture-size.ts';
import { linear } from './scale.ts';
import { uncertaintyBandStyles } from './uncertainty-band-styles.ts';

const P = 0.1;
/** A band so many times as wide beside the data as among them has grown. */
const GROWN = 1.5;

const NAMES = { relu: 'ReLU', tanh: 'tanh' } as const;

export class UncertaintyBand extends ShadowElement {
  static override readonly styles = [
    tokens,
    fields,
    host,
    sections,
    cardStyles,
    uncertaintyBandStyles,
  ];

  static override readonly properties = {
    seed: { type: Number },
    held: { type: Boolean },
    activation: { state: true },
    added: { state: true },
    pass: { state: true },
  };

  declare seed: number;
  /** Whether it waits, so that what goes on elsewhere has the processor. */
  declare held: boolean;
  declare protected activation: Activation;
  /** The reader's points. */
  declare protected added: readonly (readonly [x: number, y: number])[];
  /** Which pass is drawn. */
  declare protected pass: number;

  readonly #run = new BandRun(this);
  readonly #sight = new InSight(this, '0px', () => this.#follow());
  readonly #sizes = new PictureSizes(this, { plot: 'svg' });

  constructor() {
    super();
    new LanguageController(this);
    this.seed = 42;
    this.held = false;
    this.activation = 'relu';
    this.added = [];
    this.pass = 0;
  }

  override willUpdate(changed: PropertyValues) {
    if (changed.has('held')) this.#follow();
    if (!['seed', 'activation', 'added'].some((name) => changed.has(name))) return;
    const { seed, activation, added } = this;
    this.#run.of({ scenario: 'band', p: P, seed, activation, added });
  }

  #follow() {
    this.#run.setWanted(this.#sight.isInSight && !this.held);
  }

  override render(): TemplateResult {
    const size = this.#sizes.of('plot');
    const { drawn, failure } = this.#run;
    const told = this.#told();
    return html`<div class="card">
      <h3>${msg('How sure?', { id: 'lab-mc-title' })}</h3>
      <p class="lede">
        ${msg(
          str`Dropout left on after training, ${PASSES} predictions. Press in the picture to add a point.`,
          { id: 'lab-mc-lede' },
        )}
      </p>
      ${failure ? html`<p class="error" role="alert">${failure.message}</p>` : nothing}
      <p class="readout" role="status">${told}</p>
      <div class="plot" @click=${this.#onPress}>
        ${picture(
          'band-of-passes',
          size,
          told || msg('Predictions with masks', { id: 'lab-mc-picture' }),
          drawn && size ? bandPicture({ ...drawn, pass: this.pass }, size) : nothing,
        )}
      </div>
      ${this.#renderFoot()}
    </div>`;
  }

  #renderFoot() {
    const { activation, added } = this;
    return html`
      <div class="foot">
        ${(['relu', 'tanh'] as const).map(
          (one) =>
            html`<button
              type="button"
              class="chip"
              aria-pressed=${one === activation}
              @click=${() => {
                this.activation = one;
              }}
            >${NAMES[one]}</button>`,
        )}
        <button
          type="button"
          @click=${() => {
            this.pass = (this.pass + 1) % PASSES;
          }}
        >${msg('Another pass', { id: 'lab-mc-pass' })}</button>
      </div>
      <form class="foot" @submit=${this.#onAdd}>
        ${(['x', 'y'] as const).map(
          (name) =>
            html`<label>${name}<input
              class="box"
              name=${name}
              type="number"
              step="any"
              min=${(name === 'x' ? PLACES : VALUES)[0]}
              max=${(name === 'x' ? PLACES : VALUES)[1]}
              value=${name === 'x' ? '1.5' : '0'}
              required
            /></label>`,
        )}
        <button type="submit">${msg('Add point', { id: 'lab-mc-add' })}</button>
        <button
          type="button"
          aria-disabled=${added.length === 0}
          @click=${() => {
            if (added.length > 0) this.added = [];
          }}
        >${msg('Remove mine', { id: 'lab-mc-remove' })}</button>
      </form>
    `;
  }

  /** What the band shows. */
  #told(): string {
    const { drawn } = this.#run;
    if (!drawn) return '';
    const { among, beside } = spreadOf({ ...drawn, pass: 0 });
    const [inside, outside] = [lossText(among), lossText(beside)];
    return beside > GROWN * among
      ? msg(
          str`Away from the data the answers differ: standard deviation ${outside}, among the data ${inside}.`,
          { id: 'lab-mc-grows' },
        )
      : msg(
          str`Away from the data the band does not grow: standard deviation ${outside}, among the data ${inside}. How sure a network seems depends on its architecture.`,
          { id: 'lab-mc-flat' },
        );
  }

  #onPress = (event: MouseEvent) => {
    const size = this.#sizes.of('plot');
    if (!size) return;
    const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
    const { toX, toY } = scalesOf(size);
    const across = ((event.clientX - left) / width) * size.width;
    const down = ((event.clientY - top) / height) * size.height;
    const x = linear([toX(PLACES[0]), toX(PLACES[1])], PLACES)(across);
    const y = linear([toY(VALUES[0]), toY(VALUES[1])], VALUES)(down);
    this.#add(x, y);
  };

  #onAdd = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    this.#add(Number(data.get('x')), Number(data.get('y')));
  };

  // Two decimals, so that a program can say them.
  #add(x: number, y: number) {
    const rounded = (value: number) => Number(value.toFixed(2));
    this.added = [...this.added, [rounded(x), rounded(y)]];
  }
}
