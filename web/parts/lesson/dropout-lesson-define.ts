// Registers <dropout-lesson>. The page loads it at the start, since it stands inside of <dropout-playground>.
import { define } from '../../design/define.ts';
import { DropoutLesson } from './dropout-lesson.ts';

define({ 'dropout-lesson': DropoutLesson });

declare global {
  interface HTMLElementTagNameMap {
    'dropout-lesson': DropoutLesson;
  }
}
