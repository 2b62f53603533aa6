// The training lab's own runs, for the bench.
export { programOf } from '../../web/training/program.ts';
export { SCENARIOS } from '../../web/training/scenarios/scenarios.ts';
export { trainingsOf } from '../../web/training/sweep.ts';
export { TrainingRun } from '../../web/training/training-run.ts';
