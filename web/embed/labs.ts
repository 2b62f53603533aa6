// <dropout-lab>, whose chunks come for pages that have one.
import { defineLater } from './define-later.ts';

export function registerLabs(): void {
  defineLater('dropout-lab', (element) =>
    import('./lab-place.ts').then(
      ({ wake }) => wake(element),
      () => {},
    ),
  );
}
