// The engines in words for their users: the framework, version and machine that draws like each of them.
import { msg } from '@lit/localize';

export interface Machine {
  /** As in the settings: an engine with its options. */
  engine: string;
  /** '' for an engine that there is not. */
  framework: 'PyTorch' | 'JAX' | 'Flax' | 'NumPy' | 'TensorFlow.js' | 'Fast' | '';
  /** What distinguishes it from the framework's other engines; '' if there are none. */
  variant: string;
  /** Of the framework, where they tell it from another engine of the list. */
  versions?: string;
  /** The versions and platforms it stands for. */
  standsFor: string;
}

/** The engines in the list below, as in the settings. */
export type KnownEngine = ReturnType<typeof known>[number]['engine'];

/** All machines, in the language of the page. The first is the default. */
export function machines(): readonly Machine[] {
  return known();
}

function known() {
  return [
    {
      engine: 'torch-cpu',
      framework: 'PyTorch',
      variant: 'CPU',
      versions: '2.7+',
      standsFor: msg('version 2.7 and later; before that on macOS and ARM', {
        id: 'machine-torch-cpu',
      }),
    },
    {
      engine: 'torch-cpu-mkl',
      framework: 'PyTorch',
      variant: 'CPU (MKL)',
      versions: '≤ 2.6',
      standsFor: msg('version 2.6 and earlier: wheels for Linux and Windows on Intel processors', {
        id: 'machine-torch-cpu-mkl',
      }),
    },
    {
      engine: 'torch-cuda',
      framework: 'PyTorch',
      variant: 'CUDA',
      standsFor: msg('any GPU, for tensors that do not fill it', { id: 'machine-torch-cuda' }),
    },
    {
      engine: 'jax',
      framework: 'JAX',
      variant: '',
      standsFor: msg('0.5 and later', { id: 'machine-jax' }),
    },
    {
      engine: 'jax,partitionable=false',
      framework: 'JAX',
      variant: '0.4',
      standsFor: msg('before 0.5, or jax_threefry_partitionable off', { id: 'machine-jax-old' }),
    },
    {
      engine: 'flax-linen',
      framework: 'Flax',
      variant: 'linen',
      standsFor: "nn.Dropout(…).apply({}, x, rngs={'dropout': key})",
    },
    {
      engine: 'flax-linen,path=Dropout_0',
      framework: 'Flax',
      variant: msg('linen, in a module', { id: 'machine-flax-inside-name' }),
      standsFor: msg('the first nn.Dropout inside a module', { id: 'machine-flax-inside' }),
    },
    {
      engine: 'flax-nnx',
      framework: 'Flax',
      variant: 'nnx',
      standsFor: msg('0.11 and later', { id: 'machine-flax-nnx' }),
    },
    {
      engine: 'flax-nnx,version=0.10',
      framework: 'Flax',
      variant: 'nnx 0.10',
      standsFor: msg('0.10 and earlier', { id: 'machine-flax-nnx-old' }),
    },
    {
      engine: 'numpy',
      framework: 'NumPy',
      variant: 'random.rand',
      standsFor: msg('np.random.seed, any version', { id: 'machine-numpy' }),
    },
    {
      engine: 'numpy-pcg64',
      framework: 'NumPy',
      variant: 'default_rng',
      standsFor: msg('1.17 and later', { id: 'machine-numpy-pcg64' }),
    },
    {
      engine: 'tfjs',
      framework: 'TensorFlow.js',
      variant: '',
      standsFor: msg('tf.dropout with a seed', { id: 'machine-tfjs' }),
    },
    {
      engine: 'fast',
      framework: 'Fast',
      variant: '',
      standsFor: msg("this page's own, for large tensors", { id: 'machine-fast' }),
    },
  ] as const satisfies readonly Machine[];
}

/** The machine of an engine's text. Options that are not in the list are appended as they are written. */
export function machineOf(engine: string): Machine {
  const all = machines();
  const [name, ...options] = engine.split(',').map((part) => part.trim());
  const exact = all.find((machine) => machine.engine === engine);
  if (exact) return exact;
  const kin = all.find((machine) => machine.engine === name);
  if (!kin) return { engine, framework: '', variant: engine, standsFor: '' };
  const variant = [kin.variant, ...options].filter(Boolean).join(', ');
  return { ...kin, engine, variant, standsFor: '' };
}

/** `PyTorch CPU`. */
export function machineName({ framework, variant }: Machine): string {
  return [framework, variant].filter(Boolean).join(' ');
}
