// A dropout call of a program, as the worker tells it in JSON.

export interface DropoutCall {
  /** Of the code: see Answer. */
  line: number;
  endLine: number;
  outerLine: number;
  /** Of `torch.nn`. */
  layer: string;
  p: number;
  training: boolean;
  inplace: boolean;
  /** As Python writes a tuple. */
  shape: string;
  /** `cpu` or `cuda`. */
  device: string;
  /** As a text that is one in the field for the input; null for a tensor that is large, or has none. */
  input: string | null;
  output: string | null;
  /** Of the generator; null for a call that draws nothing, or is not told in full. */
  seed: string | null;
  /** How many words of 32 bits it had drawn since, on a GPU its offset; null if nobody knows. */
  words: number | null;
}

type Kind = 'number' | 'string' | 'boolean';

const KINDS: Record<keyof DropoutCall, Kind> = {
  ...{ line: 'number', endLine: 'number', outerLine: 'number' },
  ...{ layer: 'string', p: 'number', training: 'boolean', inplace: 'boolean' },
  ...{ shape: 'string', device: 'string', input: 'string', output: 'string' },
  ...{ seed: 'string', words: 'number' },
} as Record<keyof DropoutCall, Kind>;

const MAY_BE_NULL: readonly string[] = ['input', 'output', 'seed', 'words'];

/** A program may forge it: undefined for what is none. */
export function readCall(text: string): DropoutCall | undefined {
  let given: Record<string, unknown> | null;
  try {
    given = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(KINDS)) {
    const value = given?.[name] ?? null;
    const isNone = value === null && MAY_BE_NULL.includes(name);
    if (!isNone && typeof value !== kind) return undefined;
    read[name] = value;
  }
  return read as unknown as DropoutCall;
}
