// The steps of the lesson, in their order.
import { callSteps } from './call-steps.ts';
import { layerSteps } from './layer-steps.ts';
import { networkSteps } from './network-steps.ts';
import { practiceSteps } from './practice-steps.ts';
import type { Step } from './step.ts';

/** In the language of the page. */
export function lessonSteps(): readonly Step[] {
  return [...networkSteps(), ...layerSteps(), ...callSteps(), ...practiceSteps()];
}
