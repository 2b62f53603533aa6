// The engine `fast` once more, after its definition in docs/decisions/0009: plain, slow, and apart
// from the C++ code, whose decisions the tests compare with these.
const M32 = 0xffff_ffffn;
const M64 = 0xffff_ffff_ffff_ffffn;

function philox(counter, seed) {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = [seed & M32, seed >> 32n];
  for (let round = 0; round < 10; ++round) {
    const a = 0xd2511f53n * c0;
    const b = 0xcd9e8d57n * c2;
    [c0, c1, c2, c3] = [(b >> 32n) ^ c1 ^ k0, b & M32, (a >> 32n) ^ c3 ^ k1, a & M32];
    k0 = (k0 + 0x9e3779b9n) & M32;
    k1 = (k1 + 0xbb67ae85n) & M32;
  }
  return [c0, c1, c2, c3];
}

function mix(z) {
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & M64;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & M64;
  return z ^ (z >> 31n);
}

// The bytes' outcomes, and the columns of what the floors cut off.
function tableOf(keep) {
  const shares = Array.from({ length: 16 }, (_, m) => {
    let product = 1;
    const kept = [1, 2, 4, 8].filter((bit) => m & bit).length;
    for (let i = 0; i < 4; ++i) product *= i < kept ? keep : 1 - keep;
    return 256 * product;
  });
  const entries = shares.flatMap((share, m) => new Array(Math.floor(share)).fill(m));
  const outcomes = [...new Array(256 - entries.length).fill(null), ...entries];

  const residual = shares.map((share) => share - Math.floor(share));
  const total = residual.reduce((sum, share) => sum + share, 0) || 1;
  const heights = residual.map((share) => (share / total) * 16);
  const open = new Set(heights.keys());
  const columns = [];
  while (open.size > 0) {
    const byHeight = [...open].sort((a, b) => heights[a] - heights[b] || a - b);
    const lowest = byHeight[0];
    const top = heights[byHeight.at(-1)];
    const highest = byHeight.find((m) => heights[m] === top);
    const own = heights[lowest] < 1 && highest !== lowest ? heights[lowest] : 1;
    columns[lowest] = { threshold: BigInt(Math.floor(own * 2 ** 60)), alias: highest };
    heights[highest] -= 1 - own;
    open.delete(lowest);
  }
  return { outcomes, columns };
}

/** The decisions of call number `call`, from 0, of a seed: 1 kept, 0 dropped. */
export function fastMask(seed, call, p, size) {
  const key = BigInt.asUintN(64, BigInt(seed));
  const calls = [BigInt(call) & M32, BigInt(call) >> 32n];
  const { outcomes, columns } = tableOf(1 - p);
  const own = philox([M32, M32, ...calls], key);
  const mixingKey = (own[1] << 32n) | own[0];
  const decide = (quad) => {
    const block = BigInt(Math.floor(quad / 64) * 4 + Math.floor((quad % 16) / 4));
    const words = philox([block & M32, block >> 32n, ...calls], key);
    const word = words[Math.floor((quad % 64) / 16)];
    const outcome = outcomes[Number((word >> BigInt(8 * (quad % 4))) & 255n)];
    if (outcome !== null) return outcome;
    const bits = mix((mixingKey + BigInt(quad + 1) * 0x9e3779b97f4a7c15n) & M64);
    const column = Number(bits >> 60n);
    const { threshold, alias } = columns[column];
    return (bits & ((1n << 60n) - 1n)) < threshold ? column : alias;
  };
  const quads = Array.from({ length: Math.ceil(size / 4) }, (_, quad) => decide(quad));
  return Array.from({ length: size }, (_, i) => (quads[i >> 2] >> (i & 3)) & 1);
}
