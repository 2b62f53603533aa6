// Registers <on-average>, with what it draws by.

import { DataChart } from '../../design/charts/data-chart.ts';
import { define } from '../../design/define.ts';
import '../../figure/large-tensor-define.ts';
import { OnAverage } from './on-average.ts';

define({ 'data-chart': DataChart, 'on-average': OnAverage });

declare global {
  interface HTMLElementTagNameMap {
    'data-chart': DataChart;
    'on-average': OnAverage;
  }
}
