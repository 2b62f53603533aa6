// The options of the command line, its help, and the error for a wrong command line.
import { parseArgs } from 'node:util';
import { ENGINES, LAYERS } from 'dropout-playground';
import { DEFAULT_SETTINGS } from '../experiment/settings.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { PROGRAM_ENGINES } from '../python/program-engines.ts';

export const HELP = `Prints what a framework's dropout prints, bit for bit.

  dropout-playground "torch.ones(6, 6)" --p 0.5 --seed 123
  dropout-playground identify "torch.ones(6, 6)" --output "tensor([[2., 2., 0., …"
  dropout-playground run program.py
  dropout-playground check post.md

The input is a tensor as text: nested lists, what print(tensor) writes, also with prompts, comments and
labels around it, CSV, or an expression such as torch.rand(2, 3), which draws from the same generator.
'-' or nothing reads standard input.

  --file FILE       read the input from a file, in UTF-8, or UTF-16 with a byte order mark
  --p P             probability of dropping, such as 0.5, 1/3 or 50%; default ${DEFAULT_SETTINGS.p}
  --seed SEED       default ${DEFAULT_SETTINGS.seed}; of jax and flax also a key, such as "split(key(0))[1]",
                    "fold_in(key(0), 7)" or its two words, "[0, 42]"
  --engine ENGINE   default ${DEFAULT_SETTINGS.engine}; one of
                    ${wrapped(ENGINES)}
  --layer LAYER     default ${DEFAULT_SETTINGS.layer}; one of
                    ${wrapped(LAYERS)}
  --eval            evaluation mode
  --calls N         call the layer N times; the generator goes on
  --inplace         each call changes the input
  --skip N          words of 32 bits drawn first, of which an nn.Linear(m, n) draws m * n + n: after
                    the seed, or after --reseed; "N, M" draws M more right before the layer; with
                    flax-nnx keys of the stream, of which an nnx.Linear takes two
  --reseed SEED     a seed that is given again, after the input and before the layer
  --earlier P       p of a layer that is called on the input before, or of several: "0.3, 0.2"
  --json            shape, values and bits, for programs
  --html            the figure as static HTML, for a post; --script URL names the script that brings
                    it to life, --lang LANG is one of ${Object.keys(LANGUAGES).join(', ')}, and --no-style leaves the looks to
                    the style sheet of the page; --iframe URL writes an <iframe> instead, of the
                    embed's frame.html at that address, as high as the figure is at --width PIXELS,
                    default 600
  --form FORM       how the program draws the mask: 'rand>p' or 'rand<keep' of torch-cpu, torch-cpu-mkl,
                    numpy and numpy-pcg64, 'binomial' of NumPy's; default the framework's layer
  --gpu NAME        of torch-cuda, such as A100
  --path PATH       of flax-linen, such as Dropout_0
  --flax VERSION    of flax-nnx, 0.11 or 0.10
  --no-partitionable    of jax and flax: as before JAX 0.5
  --scalar-normals  of torch-cpu and torch-cpu-mkl: torch.randn as on ARM

identify: which engines and seeds print this output for this input; with --file, --json, --form, --gpu,
--path, --flax and --no-partitionable as above, and

  --output TEXT     what was printed; --output-file FILE reads it from a file
  --p P             default: found from the output, which does not tell it if it is not scaled
  --layer LAYER     default every layer that explains the output
  --engine ENGINE   may be given more than once; default all but fast
  --calls N         how many calls after the seeding are looked at, default 3
  --skip N          how many words of 32 bits are drawn between seed and layer, besides those of an
                    input that the text draws; default none and, with few seeds, those of usual draws
  --seeds FROM-TO   default 0-999999, and well-known ones beyond; --seed N asks about one. An output too
                    short to tell is asked of seed ${DEFAULT_SETTINGS.seed} alone, unless one of them is given

run: a Python program, whose output and exit status are Python's; '-' reads it from standard input. What
follows the program is for the program, but for

  --engine ENGINE   default torch-cpu; one of ${PROGRAM_ENGINES.join(', ')}

check: whether each output that posts claim for their code is printed, and by which of these engines; of
posts in Markdown, notebooks and programs; '-' reads standard input. The exit status is 1 if one is not.

  --engine ENGINE   that has to print it; default any of them
  --json            for programs

  --help, --version`;

function wrapped(names: readonly string[]): string {
  const half = Math.ceil(names.length / 2);
  const line = (some: readonly string[]) => some.join(', ');
  return `${line(names.slice(0, half))},\n                    ${line(names.slice(half))}`;
}

/** A command line that cannot be followed; the message says why. */
export class UsageError extends Error {}

export type Arguments = ReturnType<typeof readArguments>;

export type Option = keyof Arguments['values'];

/** Fills in no defaults, since commands need to know which options were given. @throws UsageError */
export function readArguments(args: string[]) {
  try {
    return parseArgs({
      args: withoutNegatives(args),
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        p: { type: 'string' },
        seed: { type: 'string' },
        engine: { type: 'string', multiple: true },
        layer: { type: 'string' },
        eval: { type: 'boolean' },
        calls: { type: 'string' },
        inplace: { type: 'boolean' },
        skip: { type: 'string' },
        reseed: { type: 'string' },
        earlier: { type: 'string' },
        json: { type: 'boolean' },
        html: { type: 'boolean' },
        script: { type: 'string' },
        lang: { type: 'string' },
        'no-style': { type: 'boolean' },
        iframe: { type: 'string' },
        width: { type: 'string' },
        form: { type: 'string' },
        gpu: { type: 'string' },
        path: { type: 'string' },
        flax: { type: 'string' },
        'no-partitionable': { type: 'boolean' },
        'scalar-normals': { type: 'boolean' },
        output: { type: 'string' },
        'output-file': { type: 'string' },
        seeds: { type: 'string' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

// parseArgs() takes a negative number for an option. So it is joined to the option before it, or put behind `--`
// if it is the input.
function withoutNegatives(args: string[]): string[] {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const inputs = end < 0 ? [] : args.slice(end + 1);
  const result: string[] = [];
  for (const arg of before) {
    const option = result.at(-1);
    if (!/^-(\d|\.|inf|nan)/.test(arg)) result.push(arg);
    else if (option && /^--(p|seed|seeds|calls|output|skip|reseed|earlier)$/.test(option)) {
      result[result.length - 1] = `${option}=${arg}`;
    } else inputs.push(arg);
  }
  return inputs.length === 0 ? result : [...result, '--', ...inputs];
}
