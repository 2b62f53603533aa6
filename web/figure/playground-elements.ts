// The elements inside of <dropout-playground>, by the names in its templates. Those for large tensors, and those that
// show why, come later.

import { CopyButton } from '../design/copy-button.ts';
import { CallStrip } from './controls/call-strip.ts';
import { ExperimentControls } from './controls/experiment-controls.ts';
import { InputField } from './controls/input-field.ts';
import { MoreSettings } from './controls/more-settings.ts';
import { DropoutEquation } from './equation/dropout-equation.ts';
import { PrintedTensor } from './equation/printed-tensor.ts';
import { ResultStatus } from './equation/result-status.ts';
import { GradientFlow } from './gradient/gradient-flow.ts';
import { TensorEditor } from './grids/tensor-editor.ts';
import { TensorGrid } from './grids/tensor-grid.ts';

export const playgroundElements = {
  'call-strip': CallStrip,
  'copy-button': CopyButton,
  'dropout-equation': DropoutEquation,
  'experiment-controls': ExperimentControls,
  'gradient-flow': GradientFlow,
  'input-field': InputField,
  'more-settings': MoreSettings,
  'printed-tensor': PrintedTensor,
  'result-status': ResultStatus,
  'tensor-editor': TensorEditor,
  'tensor-grid': TensorGrid,
};

type Elements = {
  [Name in keyof typeof playgroundElements]: InstanceType<(typeof playgroundElements)[Name]>;
};

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
