// Registers <dropout-playground>, the parts it is made of, and the lesson that speaks of them.
import { CallStrip } from './controls/call-strip.ts';
import { ExperimentControls } from './controls/experiment-controls.ts';
import { InputField } from './controls/input-field.ts';
import { LargeProgress } from './controls/large-progress.ts';
import { CopyButton } from './copy-button.ts';
import { define } from './define.ts';
import { CellDerivation } from './derivation/cell-derivation.ts';
import { DropoutPlayground } from './dropout-playground.ts';
import { DropoutEquation } from './equation/dropout-equation.ts';
import { PrintedTensor } from './equation/printed-tensor.ts';
import { ResultStatus } from './equation/result-status.ts';
import { GradientFlow } from './gradient/gradient-flow.ts';
import { TensorEditor } from './grids/tensor-editor.ts';
import { TensorGrid } from './grids/tensor-grid.ts';
import { TensorHeatMap } from './grids/tensor-heat-map.ts';
import { DropoutLesson } from './lesson/dropout-lesson.ts';

const elements = {
  'call-strip': CallStrip,
  'cell-derivation': CellDerivation,
  'copy-button': CopyButton,
  'dropout-equation': DropoutEquation,
  'dropout-lesson': DropoutLesson,
  'dropout-playground': DropoutPlayground,
  'experiment-controls': ExperimentControls,
  'gradient-flow': GradientFlow,
  'input-field': InputField,
  'large-progress': LargeProgress,
  'printed-tensor': PrintedTensor,
  'result-status': ResultStatus,
  'tensor-editor': TensorEditor,
  'tensor-grid': TensorGrid,
  'tensor-heat-map': TensorHeatMap,
};

define(elements);

type Elements = { [Name in keyof typeof elements]: InstanceType<(typeof elements)[Name]> };

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
