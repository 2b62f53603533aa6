// Experiments that people ran when their machines disagreed. A click shows each of them.
import { msg } from '@lit/localize';
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from '../../experiment/settings.ts';
import { type Thread, thread } from '../../experiment/thread.ts';

export interface PublicExperiment {
  thread: Thread;
  about: string;
  /** What differs from the public experiment; '' if nothing does. */
  aside: string;
  settings: Settings;
  /** The machines that disagreed there. */
  machines: readonly string[];
}

const MAC_AND_LINUX = ['torch-cpu', 'torch-cpu-mkl'];

/** The text lacks the last row, which is from the book: https://github.com/rasbt/LLMs-from-scratch. */
const ATTENTION_WEIGHTS = `[[1, 0, 0, 0, 0, 0],
 [0.5517, 0.4483, 0, 0, 0, 0],
 [0.38, 0.3097, 0.3103, 0, 0, 0],
 [0.2758, 0.246, 0.2462, 0.2319, 0, 0],
 [0.2175, 0.1983, 0.1984, 0.1888, 0.1971, 0],
 [0.1935, 0.1663, 0.1666, 0.1542, 0.1666, 0.1529]]`;

function experiment(settings: Pick<Settings, 'input' | 'seed'>, machines: readonly string[]) {
  const [engine = DEFAULT_SETTINGS.engine] = machines;
  return { aside: '', settings: { ...DEFAULT_SETTINGS, ...settings, p: '0.5', engine }, machines };
}

/** In the language of the page. */
export function publicExperiments(): readonly PublicExperiment[] {
  return [
    {
      thread: thread('pytorch/pytorch', 121595),
      about: msg('Attention weights on macOS and on Linux', { id: 'thread-121595' }),
      ...experiment({ input: ATTENTION_WEIGHTS, seed: '123' }, MAC_AND_LINUX),
    },
    {
      thread: thread('rasbt/LLMs-from-scratch', 57),
      about: msg('A book’s output that its reader did not get', { id: 'thread-57' }),
      ...experiment({ input: 'torch.ones(6, 6)', seed: '123' }, MAC_AND_LINUX),
    },
    {
      thread: thread('pytorch/pytorch', 84030),
      about: msg('Two MacBooks, two sums: 2.4471 and 1.8894', { id: 'thread-84030' }),
      ...experiment({ input: 'torch.rand(10)', seed: '123' }, MAC_AND_LINUX),
    },
    {
      thread: thread('pytorch/pytorch', 25690),
      about: msg('Two GPUs that disagree on a large tensor', { id: 'thread-25690' }),
      // In the issue it was 1000 × 1000 with PyTorch 1.2, which drew for one element after the other. PyTorch still
      // does so if the number of elements is odd.
      ...experiment({ input: 'torch.ones(255, 255)', seed: '0' }, [
        'torch-cuda,gpu=P100',
        'torch-cuda,gpu=K80',
      ]),
      aside: msg('there 1000 × 1000', { id: 'thread-25690-size' }),
    },
  ];
}

/** The thread whose experiment this is; undefined if there is none. */
export function threadOf(settings: Partial<Settings>): Thread | undefined {
  const isIt = (one: PublicExperiment) =>
    SETTINGS.every((name) => one.settings[name] === settings[name]);
  return publicExperiments().find(isIt)?.thread;
}

/** The threads in which an engine, with any options, disagreed with another one; by repository. */
export function threadsOf(engine: string): readonly Thread[] {
  const name = (text: string) => text.split(',', 1)[0]?.trim();
  return publicExperiments()
    .filter(({ machines }) => machines.some((machine) => name(machine) === name(engine)))
    .map(({ thread }) => thread)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
