// Registers <dropout-mistakes>.
import { define } from '../../design/define.ts';
import { DropoutMistakes } from './dropout-mistakes.ts';

define({ 'dropout-mistakes': DropoutMistakes });

declare global {
  interface HTMLElementTagNameMap {
    'dropout-mistakes': DropoutMistakes;
  }
}
