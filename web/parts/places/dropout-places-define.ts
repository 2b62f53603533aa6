// Registers <dropout-places>.
import { define } from '../../design/define.ts';
import { DropoutPlaces } from './dropout-places.ts';

define({ 'dropout-places': DropoutPlaces });

declare global {
  interface HTMLElementTagNameMap {
    'dropout-places': DropoutPlaces;
  }
}
