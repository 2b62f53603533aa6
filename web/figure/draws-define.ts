// Registers <dropout-draws>, a chunk of its own, which draws/fetch-draws.ts fetches.
import { define } from '../design/define.ts';
import { DropoutDraws } from './draws/dropout-draws.ts';

define({ 'dropout-draws': DropoutDraws });

declare global {
  interface HTMLElementTagNameMap {
    'dropout-draws': DropoutDraws;
  }
}
