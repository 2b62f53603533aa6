// All parameters of a network as one vector, so that the optimizer takes one operation for what would be one for each:
// what it computes of an element does not depend on where that lies.
import type { Tensor, Torch } from '../core/torch.ts';

export class ParameterVector {
  /** Leaves, each of which shares its memory with a part of the vector. */
  readonly parameters: readonly Tensor[];
  readonly elements: Tensor;

  /** @param shapes Of the parameters, in the order of PyTorch's `parameters()`. */
  constructor(torch: Torch, shapes: readonly (readonly number[])[]) {
    const sizes = shapes.map((shape) => shape.reduce((size, extent) => size * extent, 1));
    this.elements = torch.zeros(sizes.reduce((total, size) => total + size, 0)).keep();
    let at = 0;
    this.parameters = shapes.map((shape, i) => {
      const size = sizes[i] as number;
      const part = this.elements.narrow(0, at, size).view(shape);
      at += size;
      return part.detach().requiresGrad_().keep();
    });
  }

  dispose(): void {
    for (const parameter of this.parameters) parameter.dispose();
    this.elements.dispose();
  }
}
