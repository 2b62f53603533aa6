// Typed arrays on their way to the wasm module, which takes them as bytes, and back, which gives an address.
import { native } from './instance.ts';

export interface TypedArrayType<Numbers> {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Numbers;
  readonly BYTES_PER_ELEMENT: number;
}

/** The same memory as bytes. */
export function toBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The numbers that a call of the module returned, in its memory. */
export function viewAs<Numbers>(type: TypedArrayType<Numbers>, address: number): Numbers {
  const [data = 0, size = 0] = numbersAt(Uint32Array, address, 8);
  return numbersAt(type, data, size);
}

/** So many bytes of the module's memory. */
export function numbersAt<Numbers>(
  type: TypedArrayType<Numbers>,
  address: number,
  size: number,
): Numbers {
  return new type(native().HEAPU8.buffer, address, size / type.BYTES_PER_ELEMENT);
}

/** A copy of these numbers, which is still there after the next call of the module. */
export function copyAs<Numbers extends { slice(): Numbers }>(
  type: TypedArrayType<Numbers>,
  address: number,
): Numbers {
  return viewAs(type, address).slice();
}
