// What a call of the operations gives back, as src/bindings/operations/reply.hpp writes it: of each value its kind, and
// then the numbers that say it.

/** What becomes of each kind of value. */
export interface ReplyMaker<Value> {
  none(): Value;
  bool(value: boolean): Value;
  /** A bigint beyond 2^53. */
  whole(value: number | bigint): Value;
  float(value: number): Value;
  text(value: string): Value;
  /** Whoever gets one is one more holder of it. */
  tensor(id: number): Value;
  generator(id: number): Value;
  list(values: Value[]): Value;
}

/** The kinds, by their numbers. */
const KINDS = [
  ...(['none', 'bool', 'whole', 'wide', 'float', 'text', 'tensor', 'generator', 'list'] as const),
] as const;

/**
 * Reads one reply.
 *
 * @param address Where it begins.
 */
export function readReply<Value>(
  memory: Uint8Array,
  address: number,
  maker: ReplyMaker<Value>,
): Value {
  const numbers = new Float64Array(memory.buffer, address);
  let at = 0;
  const next = () => numbers[at++] as number;
  const value = (): Value => {
    const kind = KINDS[next()];
    switch (kind) {
      case 'bool':
        return maker.bool(next() !== 0);
      case 'whole':
        return maker.whole(next());
      case 'wide': {
        const high = BigInt.asIntN(32, BigInt(next()));
        return maker.whole((high << 32n) | BigInt(next()));
      }
      case 'float':
        return maker.float(next());
      case 'text': {
        const from = next();
        return maker.text(textOf(memory.subarray(from, from + next())));
      }
      case 'tensor':
        return maker.tensor(next());
      case 'generator':
        return maker.generator(next());
      case 'list':
        return maker.list(Array.from({ length: next() }, value));
      default:
        return maker.none();
    }
  };
  return value();
}

const decoder = new TextDecoder();

function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
