// The CRC-32 of a tensor's bytes, which is zlib.crc32 of Python and of Node. A program compares it with that of its
// output if the numbers would fill pages.
import type { ShownTensor } from '../shown-tensor.ts';

// Computed bit by bit from the reversed polynomial of IEEE 802.3.
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; ++bit) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** `0x3610a686`: the checksum of the little-endian bytes, with every nan written as Python writes it. */
export function checksum({ values }: ShownTensor): string {
  const copy = (values as Float32Array).map((value) => (Number.isNaN(value) ? Number.NaN : value));
  let rest = 0xffffffff;
  for (const byte of new Uint8Array(copy.buffer)) {
    rest = (rest >>> 8) ^ (TABLE[(rest ^ byte) & 0xff] as number);
  }
  return `0x${(~rest >>> 0).toString(16).padStart(8, '0')}`;
}

/** Whether `checksum` depends on how nan is written. */
export function hasNan({ values }: ShownTensor): boolean {
  return (values as Float32Array).some(Number.isNaN);
}

/** Whether the output has zeros whose sign matters, which a comparison of numbers would not see. */
export function hasSignedZero({ values }: ShownTensor, x: ShownTensor): boolean {
  const signs = x.values as Float32Array;
  return (values as Float32Array).some(
    (value, i) => value === 0 && (Object.is(value, -0) || isNegative(signs[i] as number)),
  );
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}
