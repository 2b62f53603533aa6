export class MersenneTwister {
  constructor(seed: number | bigint | string);
  next(): number;
}

export function uniform64(twister: MersenneTwister): number;
export function uniform32(twister: MersenneTwister): number;
export function dropout(twister: MersenneTwister, values: Iterable<number>, p: number): number[];
