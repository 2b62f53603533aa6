// Registers <dropout-lesson>. It stands inside of <dropout-playground>, so the page has it from the start.
import { define } from '../../design/define.ts';
import { DropoutLesson } from './dropout-lesson.ts';

define({ 'dropout-lesson': DropoutLesson });

declare global {
  interface HTMLElementTagNameMap {
    'dropout-lesson': DropoutLesson;
  }
}
