// Registers <dropout-lesson>.
import { define } from '../../design/define.ts';
import { DropoutLesson, type LessonScene } from './dropout-lesson.ts';

define({ 'dropout-lesson': DropoutLesson });

declare global {
  interface HTMLElementTagNameMap {
    'dropout-lesson': DropoutLesson;
  }
  interface HTMLElementEventMap {
    'lesson-scene': CustomEvent<LessonScene>;
  }
}
