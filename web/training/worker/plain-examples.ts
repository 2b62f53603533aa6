// Examples on their way to the page.
import type { Examples } from '../scenario.ts';
import type { PlainExamples } from './requests.ts';

export function plainExamples({ inputs, targets }: Examples): PlainExamples {
  return {
    inputs: inputs.to('float32').toTypedArray() as Float32Array,
    features: inputs.shape[1] as number,
    targets: targets.to('float32').toTypedArray() as Float32Array,
  };
}
