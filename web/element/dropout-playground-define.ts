// Registers <dropout-playground> and the parts it is made of. Two copies of the script on a page do
// no harm: the first one's elements stay.
import { DropoutPlayground } from './dropout-playground.ts';
import { TensorEditor } from './grids/tensor-editor.ts';
import { TensorGrid } from './grids/tensor-grid.ts';
import { PrintedTensor } from './printed-tensor.ts';

const elements = {
  'dropout-playground': DropoutPlayground,
  'printed-tensor': PrintedTensor,
  'tensor-editor': TensorEditor,
  'tensor-grid': TensorGrid,
};

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

declare global {
  interface HTMLElementTagNameMap {
    'dropout-playground': DropoutPlayground;
    'printed-tensor': PrintedTensor;
    'tensor-editor': TensorEditor;
    'tensor-grid': TensorGrid;
  }
}
