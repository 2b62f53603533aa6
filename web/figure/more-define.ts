// Registers the elements around a figure that small figures in posts show only when a reader asks for more, so that
// fetch-later.ts fetches this file for the first figure that shows one of them. The page has them at once.
import { CopyButton } from '../design/copy-button.ts';
import { define } from '../design/define.ts';
import { InputField } from './controls/input-field.ts';
import { MoreSettings } from './controls/more-settings.ts';
import { PrintedTensor } from './equation/printed-tensor.ts';
import { GradientFlow } from './gradient/gradient-flow.ts';

const elements = {
  'copy-button': CopyButton,
  'gradient-flow': GradientFlow,
  'input-field': InputField,
  'more-settings': MoreSettings,
  'printed-tensor': PrintedTensor,
};

define(elements);

type Elements = {
  [Name in keyof typeof elements]: InstanceType<(typeof elements)[Name]>;
};

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
