// CPython, as Pyodide compiles it, with the Python files of this folder on its path.
import type { loadPyodide, PyodideConfig } from 'pyodide';
import type { PyCallable, PyProxy } from 'pyodide/ffi';
import type { CoreDoor } from './core-door.ts';
import type { SnapshotStore } from './memory-snapshot.ts';
import { enterFolders, type Folders } from './node-folders.ts';
import type { ProgramEngine } from './program-engines.ts';

type Pyodide = Awaited<ReturnType<typeof loadPyodide>>;

/** What the interpreter is made of. Where these come from differs between Node and a worker. */
export interface InterpreterParts {
  loadPyodide: typeof loadPyodide;
  /** The folder of Pyodide's glue and wasm, with a slash at its end. */
  indexURL: string;
  /** The address of a zip with Python's standard library, or with the part of it that is used. */
  stdLibURL?: string;
  /** Gives the zip of the rest of the library when a program imports something of it, while Python waits. */
  restOfLibrary?: () => Uint8Array;
  /** A zip with the files of library/. */
  library: Uint8Array;
  /** Gives the zip of plotting/ when a program imports something of it, while Python waits: nothing plots without it. */
  plotting?: () => Uint8Array;
  /** The operations that `torch` is made of. */
  core: CoreDoor;
  /** Fills the buffer with what comes next on standard input and returns how much that is: nothing comes without it. */
  stdin?: (buffer: Uint8Array) => number;
  /** Of the machine, in Node. Without it programs see only Pyodide's own file system, which is in memory. */
  folders?: Folders;
  /** Starts from the memory of an earlier interpreter of the same parts if it is there, and keeps it if not. */
  snapshots?: SnapshotStore;
  /** Whether output is given line by line, as to a terminal; else as Python decides by where it goes. */
  isLive?: boolean;
}

/** Takes what a program writes, in the order in which it writes. The bytes are UTF-8, cut anywhere. */
export interface Output {
  stdout(bytes: Uint8Array): void;
  stderr(bytes: Uint8Array): void;
  /** Takes the lines of Python that a fragment lacks in front of it, before it runs. */
  prelude?(lines: string): void;
  /** Is called at the end of a program that has drawn from its seed, since it gave none itself. */
  unseeded?(): void;
  /** Takes what one line of the program has given, in the order in which lines give something. */
  answer?(answer: Answer): void;
  /** Takes each dropout call, as the JSON that playground_calls.py makes of it; with `answer` only. */
  call?(call: string): void;
  /** Takes each figure that matplotlib shows, as JSON: see PlottedFigure. */
  figure?(figure: string): void;
}

/** What a call on a line has printed, or the value that one has. */
export interface Answer {
  /** Its first and its last line, from 1; 0 for what none of the program's lines has printed. */
  line: number;
  endLine: number;
  /** The line of the program itself, outside its functions, that led there. */
  outerLine: number;
  kind: 'print' | 'value';
  /** What was printed, with the line break at its end, or the value's `repr`. */
  text: string;
  /** Of a value that is a tensor or an array. */
  shape?: readonly number[];
}

export interface Program {
  source: string;
  /** As tracebacks name it. */
  filename: string;
  /** sys.argv[0], where that is not the filename. */
  name?: string;
  /** The rest of sys.argv. */
  arguments?: readonly string[];
  /** The machine whose random numbers it draws; `torch-cpu` without it. */
  engine?: ProgramEngine;
  /** Of the generators at the start: one that nobody foresees without it. */
  seed?: number;
  /** Whether it may be a part of a program, which is read as a notebook's cell: see playground_fragment.py. */
  isFragment?: boolean;
  /** What a reader has given for settings that a fragment lacks, as Python: `{ 'config.dropout': '0.1' }`. */
  given?: Readonly<Record<string, string>>;
  /** Programs of one name go on where the one before ended; without it each has a namespace of its own. */
  session?: string;
  /** Lines that end an expression or an assignment whose value is told to `answer`, too. */
  asked?: readonly number[];
  /** Whether a worker tells every print and every dropout call; else the prints of the lines that are asked. */
  tellsAll?: boolean;
}

/** Where the zip of library/ lies in Pyodide's own file system. */
const LIBRARY = '/lib/dropout_playground.zip';

export class Interpreter {
  readonly #begin: PyCallable;
  readonly #run: PyCallable;
  readonly #endSession: PyCallable;
  readonly #toPy: (value: object) => unknown;
  #output: Output | undefined;
  #session: string | undefined;

  private constructor(
    pyodide: Pyodide,
    {
      library,
      plotting,
      restOfLibrary,
      core,
      stdin,
      folders,
      isLive,
    }: Omit<InterpreterParts, 'loadPyodide' | 'indexURL' | 'stdLibURL' | 'snapshots'>,
  ) {
    const { FS } = pyodide;
    FS.writeFile(LIBRARY, library);
    pyodide.registerJsModule('playground_core', core);
    pyodide.runPython(`import sys; sys.path.append('${LIBRARY}')`);
    const rest = pyodide.pyimport('playground_rest');
    for (const [find, part] of [
      [rest.find, restOfLibrary],
      [rest.find_plotting, plotting],
    ] as [PyCallable, (() => Uint8Array) | undefined][]) {
      if (part) find((path: string) => FS.writeFile(path, part()));
    }
    if (folders) enterFolders(pyodide, folders);
    if (isLive) pyodide.runPython('sys.stdout.reconfigure(line_buffering=True)');
    this.#toPy = (value) => pyodide.toPy(value);
    this.#begin = pyodide.pyimport('torch_core').begin_anew;
    const programs = pyodide.pyimport('playground_program');
    this.#run = programs.run;
    this.#endSession = programs.end_session;
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
    pyodide.setStdin({ read: (buffer) => stdin?.(buffer) ?? 0 });
  }

  /**
   * Starts it, which takes seconds.
   *
   * @throws What Pyodide throws where a file is missing or WebAssembly is not allowed.
   */
  static async start({ loadPyodide, indexURL, stdLibURL, snapshots, ...own }: InterpreterParts) {
    const config = { ...OPTIONS, indexURL, ...(stdLibURL && { stdLibURL }) };
    if (!snapshots) return new Interpreter(await loadPyodide(config), own);
    const kept = await snapshots.read().catch(() => undefined);
    if (kept) {
      try {
        return new Interpreter(await loadPyodide({ ...config, _loadSnapshot: kept }), own);
      } catch {
        // It is damaged. The ordinary start follows.
      }
    }
    const pyodide = await loadPyodide({ ...config, _makeSnapshot: true });
    pyodide.runPython(`import ${IN_SNAPSHOT}`);
    await snapshots.keep(pyodide.makeMemorySnapshot()).catch(() => {});
    return new Interpreter(pyodide, own);
  }

  /**
   * Runs a program to its end and returns its exit status, as `python program.py` would.
   *
   * @throws Error after an end that leaves the interpreter unusable, such as a stack or a memory overflow that
   *   Python does not survive.
   */
  run(program: Program, output: Output): number {
    const { source, filename, name, arguments: args = [] } = program;
    const { engine = 'torch-cpu', session, seed, isFragment, given, asked = [] } = program;
    const tell = (what: 'prelude' | 'unseeded' | 'figure', text: string) => {
      output[what]?.(text);
      return output[what] !== undefined;
    };
    this.#output = output;
    try {
      // A session goes on where it ended, and so do its generators.
      if (session === undefined || session !== this.#session) this.#begin(engine, seed);
      this.#session = session;
      const settings = isFragment ? this.#toPy(given ?? {}) : undefined;
      const lines = this.#toPy(asked);
      const { answer } = output;
      const told = answer && answerOf((one) => answer.call(output, one));
      const { call } = output;
      const heard = call && ((text: string) => call.call(output, text));
      return this.#run(
        ...[source, filename, args, session, seed, settings],
        ...[tell, name, lines, told, heard],
      );
    } finally {
      this.#output = undefined;
    }
  }

  /** Frees what the programs of a session have left. The next of its name begins anew. */
  endSession(session: string): void {
    if (session === this.#session) this.#session = undefined;
    this.#endSession(session);
  }
}

/** Makes an answer of what playground_answers.py tells. */
function answerOf(take: (answer: Answer) => void) {
  return (
    line: number,
    endLine: number,
    outerLine: number,
    kind: Answer['kind'],
    text: string,
    shape: PyProxy | undefined,
  ) => take({ line, endLine, outerLine, kind, text, ...(shape && { shape: shape.toJs() }) });
}

// What our own files import of the standard library. They hold what is JavaScript's, which no snapshot can, and are
// imported after it. What `random` draws begins anew with each program.
const IN_SNAPSHOT =
  'ast, bisect, builtins, collections, contextlib, copy, functools, importlib.abc, inspect, itertools, linecache, math, numbers, operator, pickle, random, struct, symtable, textwrap, traceback, types, typing, warnings, weakref';

const OPTIONS: PyodideConfig = {
  // Programs are told of no home and no user: the file system is Pyodide's own, in memory.
  env: { HOME: '/home/playground' },
  // Nor of packages that Pyodide could install, which would be a file more to fetch.
  lockFileContents: {
    info: {
      arch: 'wasm32',
      abi_version: '2026_0',
      platform: 'emscripten_5_0_3',
      version: '314.0.7',
      python: '3.14.2',
    },
    packages: {},
  },
};
