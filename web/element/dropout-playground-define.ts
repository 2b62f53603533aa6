// Registers <dropout-playground>, the parts it is made of, and the lesson that speaks of them.
import { define } from './define.ts';
import { DropoutPlayground } from './dropout-playground.ts';
import { DropoutLesson } from './lesson/dropout-lesson.ts';
import { playgroundElements } from './playground-elements.ts';

define({
  ...playgroundElements,
  'dropout-lesson': DropoutLesson,
  'dropout-playground': DropoutPlayground,
});

declare global {
  interface HTMLElementTagNameMap {
    'dropout-lesson': DropoutLesson;
  }
}
