// The first comment of a program, which says on which machine the assertion holds. Always in English, since
// programs are pasted where others read them.
import { type KnownEngine, machineOf } from '../machines.ts';

/** Of those that need more words than their name. */
const STANDS_FOR: Partial<Record<KnownEngine, string>> = {
  'torch-cpu': 'PyTorch CPU: 2.7 and later; before that macOS and ARM',
  'torch-cpu-mkl': 'PyTorch CPU, 2.6 and earlier: wheels for Linux and Windows on Intel processors',
  'torch-cuda': 'PyTorch CUDA: any GPU, for tensors that do not fill it',
  jax: 'JAX: 0.5 and later',
  'jax,partitionable=false': 'JAX before 0.5, or with jax_threefry_partitionable off',
  'flax-linen': 'Flax linen',
  'flax-linen,path=Dropout_0': 'Flax linen: the first nn.Dropout inside a module',
  'flax-nnx': 'Flax nnx: 0.11 and later',
  'flax-nnx,version=0.10': 'Flax nnx: 0.10 and earlier',
  numpy: 'NumPy: any version',
  'numpy-pcg64': 'NumPy: 1.17 and later',
  tfjs: 'TensorFlow.js: tf.dropout with a seed',
  fast: "Dropout Playground's own engine",
};

/** @param engine As in the settings, with its options. */
export function holdsOn(engine: string): string {
  const { engine: name, framework, variant } = machineOf(engine);
  const known: Record<string, string> = STANDS_FOR;
  const text = known[name] ?? [framework, variant].filter(Boolean).join(' ');
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}
