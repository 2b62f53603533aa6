// Registers <dropout-playground>, the parts it is made of, and the lesson that speaks of them.
import { load } from '../core/index.ts';
import { haveCoreFrom } from './core-source.ts';
import { define } from './define.ts';
import { DropoutPlayground } from './dropout-playground.ts';
import { DropoutLesson } from './lesson/dropout-lesson.ts';
import { playgroundElements } from './playground-elements.ts';

haveCoreFrom(load);
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
