// What is offered of all controls, and of a few alone. The embed's script, which reads offers, does without it.
import { CONTROLS, type Control, type Offer, type Offers, readOffers } from './offers.ts';

export const ALL_OFFERED: Offers = Object.freeze(readOffers(null));

/** Of these names those that are offered so; everything else is hidden. */
export function offersOf(
  offers: Offers,
  names: readonly Control[],
  shown: readonly Offer[] = ['free'],
): Offers {
  const offerOf = (name: Control): Offer =>
    names.includes(name) && shown.includes(offers[name]) ? offers[name] : 'hidden';
  return Object.fromEntries(CONTROLS.map((name) => [name, offerOf(name)])) as unknown as Offers;
}
