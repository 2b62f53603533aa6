// The exact bits of a tensor's elements, as fixtures write them.
import type { Tensor } from 'dropout-playground';

/** Hex words, most significant digit first: 8 digits for float32, 16 for float64 and int64. */
export function bitsOf(tensor: Tensor): string[] {
  const elements = tensor.toTypedArray();
  const { buffer, byteOffset, length } = elements;
  if (tensor.dtype === 'float32') {
    return Array.from(new Uint32Array(buffer, byteOffset, length), (word) => hex(word, 8));
  }
  return Array.from(new BigUint64Array(buffer, byteOffset, length), (word) => hex(word, 16));
}

function hex(word: number | bigint, digits: number): string {
  return word.toString(16).padStart(digits, '0');
}
