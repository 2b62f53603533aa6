// The elements of a program, by the names in its templates.
import { CopyButton } from '../design/copy-button.ts';
import { CodeEditor } from './code-editor.ts';
import { NumberFields } from './number-fields.ts';

export const programElements = {
  'code-editor': CodeEditor,
  'copy-button': CopyButton,
  'number-fields': NumberFields,
};

type Elements = {
  [Name in keyof typeof programElements]: InstanceType<(typeof programElements)[Name]>;
};

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
