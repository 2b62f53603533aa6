// A wasm file as a compiled module, or an error that says why there is none.
import { wasmError } from './errors.ts';
import type { WasmSource } from './wasm-source.ts';

/** Gets the file at the default URL: by fetch() in a browser, from the disk in Node. */
export type ReadWasm = (url: URL) => Promise<Response | BufferSource | WebAssembly.Module>;

/**
 * @param build What the glue that goes with the file names as its build.
 * @throws Error (`wasm`), by a rejection.
 */
export async function compiledWasm(
  source: WasmSource,
  read: ReadWasm,
  build: string,
): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') {
    throw wasmError('absent', undefined, 'This browser has no WebAssembly, or it is switched off.');
  }
  const compiled = await compile(source instanceof URL ? await readFrom(source, read) : source);
  checkBuild(compiled, build);
  return compiled;
}

async function readFrom(url: URL, read: ReadWasm) {
  try {
    return await read(url);
  } catch (error) {
    throw wasmError(
      'unreachable',
      error,
      '{0} could not be loaded: {1}',
      String(url),
      String(error),
    );
  }
}

async function compile(source: Exclude<WasmSource, URL>) {
  if (source instanceof WebAssembly.Module) return source;
  try {
    // Bytes are tested first, because the mere name Response makes Node load its fetch, which takes 10 ms.
    const isBytes = ArrayBuffer.isView(source) || source instanceof ArrayBuffer;
    if (isBytes || typeof Response === 'undefined' || !(source instanceof Response)) {
      return await WebAssembly.compile(source as BufferSource);
    }
    if (!source.ok) {
      throw wasmError(
        'unreachable',
        undefined,
        '{0} could not be loaded: {1}',
        source.url || 'The wasm file',
        `HTTP ${source.status}`,
      );
    }
    // compileStreaming() insists on the media type, which some hosts do not send.
    return source.headers.get('content-type')?.startsWith('application/wasm')
      ? await WebAssembly.compileStreaming(source)
      : await WebAssembly.compile(await source.arrayBuffer());
  } catch (error) {
    throw explained(error);
  }
}

// A cache, or a host with some files of a newer version, may serve a wasm and a glue of two builds. These
// call each other by names of one letter, which mean something else in each build.
function checkBuild(compiled: WebAssembly.Module, build: string): void {
  const [section] = WebAssembly.Module.customSections(compiled, 'build');
  if (section && new TextDecoder().decode(section) === build) return;
  throw wasmError(
    'version',
    undefined,
    'The WebAssembly file is of another version of dropout-playground than its script, as from an old cache.',
  );
}

// (module (func (try (do) (catch_all)) (drop (v128.const i32x4 0 0 0 0)))): a browser finds it valid if and
// only if it knows both exceptions and SIMD.
const NEWEST_MODULE = Uint8Array.from([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 27, 1, 25, 0],
  ...[6, 64, 25, 11],
  ...[253, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 26, 11],
]);

// Each of the three browsers has its own words for what a policy refuses.
const REFUSED_BY_POLICY = /content security policy|blocked by csp|unsafe-eval/i;

/** The error for what a browser throws when it compiles or instantiates. */
export function explained(error: unknown): Error {
  if (error instanceof Error && 'code' in error && error.code === 'wasm') return error;
  if (REFUSED_BY_POLICY.test(String(error))) {
    return wasmError(
      'policy',
      error,
      "This page's security policy does not allow WebAssembly. Add 'wasm-unsafe-eval' to script-src, or embed by iframe.",
    );
  }
  if (!WebAssembly.validate(NEWEST_MODULE)) {
    return wasmError(
      'old',
      error,
      'This browser is too old: its WebAssembly lacks SIMD or exceptions.',
    );
  }
  return wasmError(
    'broken',
    error,
    'The WebAssembly module could not be started: {0}',
    String(error),
  );
}
