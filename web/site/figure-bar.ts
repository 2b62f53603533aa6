// The bar that stays in sight when the figure has scrolled away: the line, p, seed and the next call, so that all parts
// can be seen to follow them.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ALL_OFFERED, offersOf } from '../experiment/offers-of.ts';
import type { Settings } from '../experiment/settings.ts';
import type { QuietPlayground } from '../figure/quiet/quiet-playground.ts';

const P_AND_SEED = offersOf(ALL_OFFERED, ['p', 'seed']);

/** @param isShown A bar that is not shown takes no focus either. */
export function figureBar(
  playground: QuietPlayground | null,
  settings: Settings,
  isShown: boolean,
): TemplateResult | typeof nothing {
  if (!playground) return nothing;
  const { errors, lined } = playground;
  const p = playground.shownP();
  return html`<div
    class="bar"
    role="group"
    aria-label=${msg('The figure’s p and seed', { id: 'bar' })}
    ?inert=${!isShown}
    @settings-change=${(event: CustomEvent<Partial<Settings>>) => playground.edit(event.detail)}
  >
    ${
      // Not while nobody sees it, since it may have hundreds of dots.
      lined && isShown
        ? html`<dropout-draws slim .result=${lined} .p=${p}></dropout-draws>`
        : nothing
    }
    <experiment-controls
      slim
      .settings=${settings}
      .errors=${errors}
      .shownP=${p}
      .offers=${P_AND_SEED}
      .isBesideLine=${lined !== null}
    ></experiment-controls>
    <button
      type="button"
      class="primary"
      @click=${() => playground.edit({ call: String(Number(playground.valid.call) + 1) })}
    >
      ${msg('Call again', { id: 'call-again' })}
    </button>
  </div>`;
}

/** Tells of a jump, too, from one place to another in which as much is in sight. */
const THRESHOLDS = [0, 0.25, 0.5, 0.75, 1];

/**
 * Tells whether the hands of a figure have scrolled away: above the window's top, or on a phone, where they stick to its
 * lower edge as long as the figure is in sight, off that edge. In browsers that cannot tell they are never away.
 */
export function watchHands(hands: Element, onChange: (areAway: boolean) => void): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => {};
  const observer = new IntersectionObserver(
    (entries) => {
      const { boundingClientRect: box, isIntersecting } = entries.at(
        -1,
      ) as IntersectionObserverEntry;
      // Where they stick they lie a pixel below the edge.
      const sticks = getComputedStyle(hands).position === 'sticky';
      onChange(sticks ? box.bottom < innerHeight : !isIntersecting && box.top < 0);
    },
    { threshold: THRESHOLDS },
  );
  observer.observe(hands);
  return () => observer.disconnect();
}
