// What of an input's text can stand in a program as it is: `torch.rand(2, 3)`, `np.ones(3)`.

export interface InputText {
  /** The text as the reader wrote it. */
  text: string;
  /** The text if it is a single call of torch. */
  torch: string | null;
  /** The text if it is a single call of NumPy. */
  numpy: string | null;
  /** With fewer elements, every machine makes the same bits of the call, so that no numbers need be written down. */
  exactBelow: number;
  /** The calls in it that draw from the generator, first to last. */
  draws: readonly string[];
}

// Arguments of a call: numbers, shapes and names, with no call among them but that of a dtype.
const ARGUMENTS = String.raw`\(((?:[\w\s.,=+-]|\([\w\s.,+-]*\))*)\)`;
const TORCH = new RegExp(
  String.raw`^(?:torch\.)?(ones|zeros|full|eye|arange|linspace|rand|randn|randint|randperm)${ARGUMENTS}(?:\.(?:reshape|view)\([\d\s,()-]*\)|\.(?:float|double)\(\))*$`,
);
const NUMPY = new RegExp(
  String.raw`^(?:(?:np|numpy)\.(ones|zeros|full|eye|arange|random\.rand|random\.random|random\.randn|random\.uniform|random\.normal)|(rng\.random|rng\.uniform))${ARGUMENTS}(?:\.reshape\([\d\s,()-]*\)|\.astype\([\w.]*\))*$`,
);
// In the order of the text, which is that of the draws. A method in place draws after its tensor was made.
const DRAWING = new RegExp(
  String.raw`\b(?:torch\.)?(?:empty|zeros|ones|full|Tensor|FloatTensor|DoubleTensor)${ARGUMENTS}\.(?:uniform_|normal_)\(\)|\b(?:torch\.)?(?:rand|randn|randint|randperm|rand_like|randn_like)${ARGUMENTS}|\b(?:np|numpy)\.random\.\w+${ARGUMENTS}|\brng\.(?:random|uniform)${ARGUMENTS}`,
  'g',
);

/** @param text A text that parse() reads. */
export function inputText(text: string): InputText {
  // Without comments, in which a call draws nothing, unless all is one.
  const isCommented = !/^\s*[^#\s]/m.test(text);
  const line = text
    .replace(isCommented ? /^\s*#/gm : /#.*$/gm, '')
    .trim()
    .replace(/^(?:>>>|In \[\d+\]:)\s*/, '')
    .replace(/^.*\btorch::.*$/s, inPython)
    .replace(/^[A-Za-z_]\w*\s*=(?!=)\s*/, '')
    .replace(/\s+/g, ' ');
  const torch = TORCH.exec(line);
  const numpy = NUMPY.exec(line);
  return {
    text,
    torch: torch && withModule(line, 'torch'),
    numpy: numpy && line.replace(/^numpy\./, 'np.'),
    exactBelow: exactBelow(torch ?? numpy),
    draws: Array.from(line.matchAll(DRAWING), ([call]) =>
      /^(?:np|numpy|rng)\./.test(call) ? call : withModule(call, 'torch'),
    ),
  };
}

// Versions and processors round ranges of fractions differently. They also differ in the logarithm and sine of
// normals, which PyTorch computes in vectors if there are 16 float32 numbers or more.
function exactBelow(call: RegExpExecArray | null): number {
  const [line = '', maker, numbers = ''] = call ?? [];
  const always = Number.POSITIVE_INFINITY;
  switch (maker) {
    case 'linspace':
    case 'random.randn':
    case 'random.normal':
      return 0;
    case 'arange':
      return /\.0*[1-9]|\de/.test(numbers) ? 0 : always;
    case 'randn':
      return /float64|double/.test(line) ? 0 : 16;
    default:
      return always;
  }
}

// libtorch's C++: torch::rand({2, 3}) draws what torch.rand((2, 3)) draws.
function inPython(line: string): string {
  return line
    .replace(/^(?:const\s+)?(?:auto|torch::Tensor|at::Tensor)\s+/, '')
    .replaceAll('::', '.')
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replace(/;\s*$/, '');
}

function withModule(call: string, module: string): string {
  return call.startsWith(`${module}.`) ? call : `${module}.${call}`;
}
