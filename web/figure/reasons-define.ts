// Registers the elements that show why a cell is what it is. Most figures in posts show them only when a reader asks
// for more, so fetch-later.ts fetches this file for the first figure that does.
import { define } from '../design/define.ts';
import { CellDerivation } from './derivation/cell-derivation.ts';
import { DropoutDraws } from './draws/dropout-draws.ts';

define({ 'cell-derivation': CellDerivation, 'dropout-draws': DropoutDraws });

declare global {
  interface HTMLElementTagNameMap {
    'cell-derivation': CellDerivation;
    'dropout-draws': DropoutDraws;
  }
}
