// Typed arrays on their way to the wasm module, which takes them as bytes, and back, which gives an address.
import { native } from './instance.ts';

interface TypedArrayType<Numbers> {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Numbers;
  readonly BYTES_PER_ELEMENT: number;
}

/** The same memory as bytes. */
export function toBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The numbers that a call of the module returned, in its memory. */
export function viewAs<Numbers>(type: TypedArrayType<Numbers>, address: number): Numbers {
  const { buffer } = native().HEAPU8;
  const [data = 0, size = 0] = new Uint32Array(buffer, address, 2);
  return new type(buffer, data, size / type.BYTES_PER_ELEMENT);
}

/** A copy of these numbers, which is still there after the next call of the module. */
export function copyAs<Numbers extends { slice(): Numbers }>(
  type: TypedArrayType<Numbers>,
  address: number,
): Numbers {
  return viewAs(type, address).slice();
}
