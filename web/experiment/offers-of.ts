// The offers of a few controls alone. The embed's script, which reads offers, does without it.
import { CONTROLS, type Control, type Offer, type Offers } from './offers.ts';

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
