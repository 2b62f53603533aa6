// The worker's side: runs one Trials at a time on a core of its own.
import { expose } from 'comlink';
import { load } from '../../core/index.ts';
import { type TrialCounts, type TrialPlan, Trials } from './trials.ts';

let trials: Trials | null = null;

const service = {
  /** Starts a plan, and forgets earlier trials. */
  async begin(plan: TrialPlan): Promise<void> {
    const core = await load();
    trials?.dispose();
    trials = new Trials(core, plan);
  },

  advance(most: number, milliseconds: number): TrialCounts | null {
    return trials?.advance(most, milliseconds) ?? null;
  },
};

export type TrialService = typeof service;

expose(service);
