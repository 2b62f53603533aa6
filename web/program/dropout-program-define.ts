// Registers <dropout-program> as the page has it.
import './program-texts.ts';
import { define } from '../design/define.ts';
import { DropoutProgram } from './dropout-program.ts';
import { programElements } from './program-elements.ts';

define({ ...programElements, 'dropout-program': DropoutProgram });

declare global {
  interface HTMLElementTagNameMap {
    'dropout-program': DropoutProgram;
  }
}
