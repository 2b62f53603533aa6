// PyTorch's dropout on a CPU written a second time, from its description and in the plainest way: it
// shares nothing with the package, so that both can only be wrong together by chance.
const TWO_TO_THE_53 = 2n ** 53n;

/** The Mersenne Twister of 32 bits, seeded as init_genrand does. */
export class MersenneTwister {
  #state = [];
  #position = 624;

  /** Takes the low 32 bits of the seed. */
  constructor(seed) {
    let word = Number(BigInt.asUintN(32, BigInt(seed)));
    this.#state.push(word);
    for (let i = 1; i < 624; ++i) {
      word = (Math.imul(1812433253, word ^ (word >>> 30)) + i) >>> 0;
      this.#state.push(word);
    }
  }

  /** The next word, from 0 to 2^32 - 1. */
  next() {
    if (this.#position === 624) this.#regenerate();
    let word = this.#state[this.#position++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    return word >>> 0;
  }

  #regenerate() {
    const state = this.#state;
    for (let i = 0; i < 624; ++i) {
      const word = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7fffffff);
      const twisted = (word >>> 1) ^ (word & 1 ? 0x9908b0df : 0);
      state[i] = (state[(i + 397) % 624] ^ twisted) >>> 0;
    }
    this.#position = 0;
  }
}

/** The twister's next uniform in [0, 1), of 53 bits: what decides over one element. */
export function uniform64(twister) {
  const high = BigInt(twister.next());
  const low = BigInt(twister.next());
  return Number(((high << 32n) | low) % TWO_TO_THE_53) / Number(TWO_TO_THE_53);
}

/** torch.rand's next element of float32, of 24 bits. */
export function uniform32(twister) {
  return (twister.next() % 2 ** 24) / 2 ** 24;
}

/** F.dropout of float32 numbers, for 0 < p < 1. */
export function dropout(twister, values, p) {
  const scale = Math.fround(1 / Math.fround(1 - p));
  return Array.from(values, (value) => {
    const kept = uniform64(twister) < 1 - p;
    return Math.fround(Math.fround(value) * (kept ? scale : 0));
  });
}
