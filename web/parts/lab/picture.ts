// A picture with what it says to readers who do not see it.
import { html, type nothing, type TemplateResult } from 'lit';

/** In units of which 16 are a rem, so that texts and lines grow with the letters around. */
export interface Size {
  width: number;
  height: number;
}

/**
 * @param kind Its class, and its part for who points it out: `of-fit`.
 * @param size null before it is known; then there is only its room.
 */
export function picture(
  kind: string,
  size: Size | null,
  said: string,
  content: TemplateResult | typeof nothing,
  /** `group` where something in it can be pressed. */
  role: 'img' | 'group' = 'img',
): TemplateResult {
  const { width, height } = size ?? { width: 1, height: 1 };
  return html`<svg class=${kind} part=${kind} viewBox=${`0 0 ${width} ${height}`} role=${role} aria-label=${said}>
    ${content}
  </svg>`;
}
