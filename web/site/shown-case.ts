// What the page shows of its own choice in place of the reader's experiment.
import { compact } from '../experiment/link.ts';
import { SETTINGS, type Settings } from '../experiment/settings.ts';

/** Plain data, since the history keeps it. */
export interface ShownCase {
  /** The part of the page that it comes from. */
  from: From;
  /** Which of that part: the key of a mistake, the name of a thread; '' where there is but one. */
  key: string;
  /** What is shown. */
  settings: Settings;
  /** The reader's experiment before that. */
  own: Settings;
  /** The machines that the reader compared before that; empty if they chose none. */
  machines: string;
  /** What the reader's lab trained before that; empty for the usual. */
  lab: string;
}

const FROM = ['why', 'places', 'practice', 'search', 'lesson', 'machines'] as const;
export type From = (typeof FROM)[number];

export function isShownCase(state: unknown): state is ShownCase {
  const { from, key, settings, own, machines, lab } = (state ?? {}) as Partial<ShownCase>;
  const isExperiment = (all: unknown) =>
    SETTINGS.every((name) => typeof (all as Settings | undefined)?.[name] === 'string');
  return (
    (FROM as readonly unknown[]).includes(from) &&
    typeof key === 'string' &&
    typeof machines === 'string' &&
    typeof lab === 'string' &&
    isExperiment(settings) &&
    isExperiment(own)
  );
}

/** Whether the reader has changed what was shown. Stepping through its calls is no change. */
export function isChanged({ settings }: ShownCase, now: Settings): boolean {
  // A link has shorter texts of the same tensors.
  return SETTINGS.some((name) => name !== 'call' && compact(settings[name]) !== compact(now[name]));
}
