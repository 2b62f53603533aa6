// Registers <machine-comparison>.
import { define } from '../../design/define.ts';
import { MachineComparison } from './machine-comparison.ts';

define({ 'machine-comparison': MachineComparison });

declare global {
  interface HTMLElementTagNameMap {
    'machine-comparison': MachineComparison;
  }
}
