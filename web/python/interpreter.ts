// CPython, as Pyodide compiles it, with the Python files of this folder on its path.
import type { loadPyodide, PyodideConfig } from 'pyodide';
import type { PyCallable } from 'pyodide/ffi';

type Pyodide = Awaited<ReturnType<typeof loadPyodide>>;

/** What the interpreter is made of. Where these come from differs between Node and a worker. */
export interface InterpreterParts {
  loadPyodide: typeof loadPyodide;
  /** The folder of Pyodide's glue and wasm, with a slash at its end. */
  indexURL: string;
  /** The address of a zip with Python's standard library, or with the part of it that is used. */
  stdLibURL?: string;
  /** A zip with the files of library/. */
  library: Uint8Array;
}

/** Takes what a program writes, in the order in which it writes. The bytes are UTF-8, cut anywhere. */
export interface Output {
  stdout(bytes: Uint8Array): void;
  stderr(bytes: Uint8Array): void;
}

export interface Program {
  source: string;
  /** As tracebacks name it. */
  filename: string;
  /** sys.argv without the name of the program. */
  arguments?: readonly string[];
}

/** Where the zip of library/ lies in Pyodide's own file system. */
const LIBRARY = '/lib/dropout_playground.zip';

export class Interpreter {
  readonly #run: PyCallable;
  #output: Output | undefined;

  private constructor(pyodide: Pyodide, library: Uint8Array) {
    const { FS } = pyodide;
    FS.writeFile(LIBRARY, library);
    pyodide.runPython(`import sys; sys.path.append('${LIBRARY}')`);
    this.#run = pyodide.pyimport('playground_program').run;
    for (const [set, name] of [
      [pyodide.setStdout, 'stdout'],
      [pyodide.setStderr, 'stderr'],
    ] as const) {
      set({
        write: (bytes) => {
          // A view of memory that the next write changes.
          this.#output?.[name](bytes.slice());
          return bytes.length;
        },
      });
    }
  }

  /**
   * Starts it, which takes seconds.
   *
   * @throws What Pyodide throws where a file is missing or WebAssembly is not allowed.
   */
  static async start({ loadPyodide, library, ...config }: InterpreterParts): Promise<Interpreter> {
    return new Interpreter(await loadPyodide({ ...OPTIONS, ...config }), library);
  }

  /**
   * Runs a program to its end and returns its exit status, as `python program.py` would.
   *
   * @throws Error after an end that leaves the interpreter unusable, such as a stack or a memory overflow that
   *   Python does not survive.
   */
  run({ source, filename, arguments: args = [] }: Program, output: Output): number {
    this.#output = output;
    try {
      return this.#run(source, filename, args);
    } finally {
      this.#output = undefined;
    }
  }
}

const OPTIONS: PyodideConfig = {
  // Programs are told of no home and no user: the file system is Pyodide's own, in memory.
  env: { HOME: '/home/playground' },
};
