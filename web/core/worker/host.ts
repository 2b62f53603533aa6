// The worker's side of DropoutWorker: requests with the package's own classes.

import type { Steps } from '../in-slices.ts';
import { load, type Playground, parseSeed, type Seed } from '../index.ts';
import { seedKindOf } from '../seed-kind.ts';
import { detailsOf } from './details.ts';
import type { DropoutRequest, DropoutResult, Stage } from './request.ts';
import { serve } from './serve.ts';

serve(async (request: DropoutRequest) => dropout(await load(), request));

function* dropout(playground: Playground, request: DropoutRequest): Steps<DropoutResult> {
  const { p = 0.5, engine = 'torch-cpu', options, layer = 'Dropout' } = request;
  const { input, inplace = false, call = 1, details } = request;
  const owned = new Set<{ dispose(): void }>();
  const own = <Owned extends { dispose(): void }>(object: Owned): Owned => {
    owned.add(object);
    return object;
  };
  let stage: Stage = 'input';
  try {
    const generator = own(new playground.Generator(engine, options).manualSeed(seedOf(request)));
    const x = own(
      typeof input === 'string'
        ? playground.parse(input, { generator })
        : playground.tensor(input.data, { shape: input.shape }),
    );
    stage = 'forward';
    const drop = own(new playground[layer](p, { generator, inplace }));
    // Each pass over all elements counts as one call.
    const { size, shape, dtype } = x;
    const passes = details ? (details.gradient === undefined ? 2 : 4) : 0;
    const whole = { before: 0, total: size * (call + passes) };
    for (let earlier = 1; earlier < call; ++earlier, whole.before += size) {
      const y = yield* drop.forwardSteps(x, whole);
      // A layer that changes nothing, or its input, gives its input back.
      if (y !== x) y.dispose();
    }
    const before = inplace ? own(x.clone()) : x;
    const y = own(yield* drop.forwardSteps(x, whole));
    if (!details) return { shape, dtype, input: before.toTypedArray(), output: y.toTypedArray() };

    const read = before.describe();
    const made = y.describe();
    if (y !== x) y.dispose();
    yield { done: size * (call + 2), total: whole.total };
    const { gradient } = details;
    if (gradient !== undefined) stage = 'gradient';
    const about = detailsOf(drop, read, made, gradient);
    yield { done: whole.total, total: whole.total };
    return { shape, dtype, input: read.values, output: made.values, details: about };
  } catch (error) {
    throw Object.assign(error as Error, { stage });
  } finally {
    for (const object of owned) object.dispose();
  }
}

// A key of JAX comes as its text.
function seedOf({ seed, engine = 'torch-cpu' }: DropoutRequest): Seed {
  const isText = seedKindOf(engine) === 'text';
  const isKey = typeof seed === 'string' && seed.startsWith('jax.random.') && !isText;
  return isKey ? parseSeed(seed, engine) : seed;
}
