// Examples on their way to the page.
import type { Tensor } from '../../core/torch.ts';
import type { Examples } from '../scenario.ts';
import type { PlainExamples } from './requests.ts';

export function plainExamples({ inputs, targets, right }: Examples): PlainExamples {
  return {
    inputs: plain(inputs),
    features: inputs.shape[1] as number,
    targets: plain(targets),
    right: right && plain(right),
  };
}

function plain(numbers: Tensor): Float32Array {
  return numbers.to('float32').toTypedArray() as Float32Array;
}
