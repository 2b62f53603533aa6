export function fastMask(seed: number | bigint, call: number, p: number, size: number): (0 | 1)[];
