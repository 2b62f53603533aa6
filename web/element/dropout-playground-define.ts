// Registers <dropout-playground> and the parts it is made of. Two copies of the script on a page do
// no harm: the first one's elements stay.

import { DataChart } from './charts/data-chart.ts';
import { MachineComparison } from './comparison/machine-comparison.ts';
import { CallStrip } from './controls/call-strip.ts';
import { ExperimentControls } from './controls/experiment-controls.ts';
import { InputField } from './controls/input-field.ts';
import { LargeProgress } from './controls/large-progress.ts';
import { CopyButton } from './copy-button.ts';
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
import { SeedSearch } from './search/seed-search.ts';
import { ExperimentPicture } from './take-away/experiment-picture.ts';
import { TakeAway } from './take-away/take-away.ts';
import { OnAverage } from './trials/on-average.ts';

const elements = {
  'call-strip': CallStrip,
  'cell-derivation': CellDerivation,
  'copy-button': CopyButton,
  'data-chart': DataChart,
  'dropout-equation': DropoutEquation,
  'dropout-lesson': DropoutLesson,
  'dropout-playground': DropoutPlayground,
  'experiment-controls': ExperimentControls,
  'experiment-picture': ExperimentPicture,
  'gradient-flow': GradientFlow,
  'input-field': InputField,
  'large-progress': LargeProgress,
  'machine-comparison': MachineComparison,
  'on-average': OnAverage,
  'printed-tensor': PrintedTensor,
  'result-status': ResultStatus,
  'seed-search': SeedSearch,
  'take-away': TakeAway,
  'tensor-editor': TensorEditor,
  'tensor-grid': TensorGrid,
  'tensor-heat-map': TensorHeatMap,
};

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

type Elements = { [Name in keyof typeof elements]: InstanceType<(typeof elements)[Name]> };

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
