// The elements inside of <dropout-playground>, by the names in its templates. Those for large tensors, and what
// fetch-later.ts fetches, come later.

import { CallStrip } from './controls/call-strip.ts';
import { ExperimentControls } from './controls/experiment-controls.ts';
import { DropoutEquation } from './equation/dropout-equation.ts';
import { ResultStatus } from './equation/result-status.ts';
import { TensorEditor } from './grids/tensor-editor.ts';
import { TensorGrid } from './grids/tensor-grid.ts';

export const playgroundElements = {
  'call-strip': CallStrip,
  'dropout-equation': DropoutEquation,
  'experiment-controls': ExperimentControls,
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
