// The worker's side: runs requests with the package's own classes, one after another.
import { expose, transfer } from 'comlink';
import { type ForwardProgress, load, type PlaygroundError, type Tensor } from '../index.ts';
import type { DropoutRequest, DropoutResult, DropoutService, FailedRequest } from './request.ts';

const running = new Map<number, AbortController>();

const service: DropoutService = {
  async dropout(id, request, onProgress) {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const result = await run(request, controller.signal, onProgress ?? undefined);
      return transfer(result, [result.input.buffer, result.output.buffer]);
    } catch (error) {
      return { failed: failure(error as PlaygroundError) };
    } finally {
      running.delete(id);
    }
  },

  abort(id) {
    running.get(id)?.abort();
  },
};

async function run(
  {
    input,
    p = 0.5,
    seed,
    engine = 'torch-cpu',
    options,
    layer = 'Dropout',
    call = 1,
  }: DropoutRequest,
  signal: AbortSignal,
  onProgress: ((progress: ForwardProgress) => void) | undefined,
): Promise<DropoutResult> {
  const playground = await load();
  const owned: { dispose(): void }[] = [];
  const own = <Owned extends { dispose(): void }>(object: Owned): Owned => {
    owned.push(object);
    return object;
  };
  try {
    const generator = own(new playground.Generator(engine, options).manualSeed(seed));
    const x = own(
      typeof input === 'string'
        ? playground.parse(input, { generator })
        : playground.tensor(input.data, { shape: input.shape }),
    );
    const drop = own(new playground[layer](p, { generator }));
    for (let earlier = 1; earlier < call; ++earlier) {
      disposeOf(await drop.forwardAsync(x, { signal }), x);
    }
    const y = await drop.forwardAsync(x, { signal, onProgress });
    const result = {
      shape: x.shape,
      dtype: x.dtype,
      input: x.toTypedArray(),
      output: y.toTypedArray(),
    };
    disposeOf(y, x);
    return result;
  } finally {
    for (const object of owned) object.dispose();
  }
}

// A layer that changes nothing gives its input back.
function disposeOf(output: Tensor, input: Tensor): void {
  if (output !== input) output.dispose();
}

function failure(error: PlaygroundError & { line?: number; column?: number }): FailedRequest {
  const { name, message, code, line, column } = error;
  return { name, message, code, line, column };
}

expose(service);
