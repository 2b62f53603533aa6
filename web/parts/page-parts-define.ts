// Registers the parts of the page below <dropout-playground>. They are a script of their own, so that the
// playground need not wait for them.
import { DataChart } from '../design/charts/data-chart.ts';
import { define } from '../design/define.ts';
import { MachineComparison } from './machines/machine-comparison.ts';
import { DropoutMistakes } from './mistakes/dropout-mistakes.ts';
import { DropoutPlaces } from './places/dropout-places.ts';
import '../figure/large-tensor-define.ts';
import { OnAverage } from './average/on-average.ts';
import { SeedSearch } from './search/seed-search.ts';
import { ExperimentPicture } from './take-away/experiment-picture.ts';
import { TakeAway } from './take-away/take-away.ts';

const elements = {
  'data-chart': DataChart,
  'dropout-mistakes': DropoutMistakes,
  'dropout-places': DropoutPlaces,
  'experiment-picture': ExperimentPicture,
  'machine-comparison': MachineComparison,
  'on-average': OnAverage,
  'seed-search': SeedSearch,
  'take-away': TakeAway,
};

define(elements);

type Elements = { [Name in keyof typeof elements]: InstanceType<(typeof elements)[Name]> };

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
