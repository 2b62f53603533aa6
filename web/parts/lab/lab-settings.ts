// What the attributes of a lab mean, what can be chosen, and how a link says it.
import type { Activation, ScenarioName, Training } from '../../training/training.ts';
import { DEFAULT_LAB, LAB_SETTINGS, type LabSettings } from './lab-attributes.ts';

export interface ScenarioChoices {
  width: number;
  widths: readonly number[];
  noise: number;
  noises: readonly number[];
}

const WIDTHS = [16, 32, 64, 128];

/** Those that this page shows, with what can be chosen of them and what they have of themselves. */
export const SCENARIOS: Readonly<Record<ScenarioName, ScenarioChoices>> = {
  curve: { width: 64, widths: WIDTHS, noise: 0.7, noises: [0.3, 0.5, 0.7, 1] },
  glyphs: { width: 64, widths: WIDTHS, noise: 0.3, noises: [0, 0.1, 0.2, 0.3, 0.4] },
  disc: { width: 64, widths: WIDTHS, noise: 0.4, noises: [0.2, 0.4, 0.6] },
  linear: { width: 64, widths: WIDTHS, noise: 0, noises: [0, 0.5, 1] },
  transformer: { width: 64, widths: WIDTHS, noise: 0.15, noises: [0, 0.15, 0.3] },
};

/** More would leave no unit on in many steps. */
export const MOST_P = 0.95;
/** Between two p's that can be chosen. */
export const P_STEP = 0.05;
/** More would take minutes. */
const MOST_STEPS = 5000;
/** Seeds up to this are written without an exponent, and are exact. */
const MOST_SEED = Number.MAX_SAFE_INTEGER;

export function scenarioOf({ scenario }: LabSettings): ScenarioName {
  return scenario in SCENARIOS ? (scenario as ScenarioName) : 'curve';
}

export function choicesOf(settings: LabSettings): ScenarioChoices {
  return SCENARIOS[scenarioOf(settings)];
}

export function pOf({ p }: LabSettings): number {
  const read = Number(p);
  return p.trim() !== '' && read >= 0 && read <= MOST_P ? read : Number(DEFAULT_LAB.p);
}

export function seedOf({ seed }: LabSettings): number {
  const read = Number(seed);
  const isSeed = /^\d+$/.test(seed.trim()) && read <= MOST_SEED;
  return isSeed ? read : Number(DEFAULT_LAB.seed);
}

/** undefined for what the scenario has. */
function stepsOf({ steps }: LabSettings): number | undefined {
  const read = Number(steps);
  return /^\d+$/.test(steps.trim()) && read >= 1 && read <= MOST_STEPS ? read : undefined;
}

export function widthOf(settings: LabSettings): number {
  const { width, widths } = choicesOf(settings);
  return chosen(settings.width, widths) ?? width;
}

export function noiseOf(settings: LabSettings): number {
  const { noise, noises } = choicesOf(settings);
  return chosen(settings.noise, noises) ?? noise;
}

function activationOf({ activation }: LabSettings): Activation {
  return activation === 'tanh' ? 'tanh' : 'relu';
}

/** What is trained with the reader's p. */
export function trainingOf(settings: LabSettings): Training {
  return {
    scenario: scenarioOf(settings),
    p: pOf(settings),
    seed: seedOf(settings),
    steps: stepsOf(settings),
    width: widthOf(settings),
    noise: noiseOf(settings),
    activation: activationOf(settings),
  };
}

function chosen(text: string, among: readonly number[]): number | undefined {
  return text.trim() === '' ? undefined : among.find((one) => one === Number(text));
}

/** As a link has them: `curve,p=0.3,seed=7`, of which what is usual is left out; empty if all is. */
export function labText(settings: LabSettings): string {
  const { scenario, ...rest } = settings;
  const pairs = Object.entries(rest).flatMap(([name, value]) =>
    value === DEFAULT_LAB[name as keyof LabSettings] ? [] : [`${name}=${value}`],
  );
  const isUsual = pairs.length === 0 && scenario === DEFAULT_LAB.scenario;
  return isUsual ? '' : [scenario, ...pairs].join(',');
}

/** Names that it does not know are passed over. */
export function readLab(text: string): LabSettings {
  const [scenario = '', ...pairs] = text.split(',');
  const settings = { ...DEFAULT_LAB, ...(scenario && { scenario }) };
  for (const pair of pairs) {
    const [, name, value = ''] = /^([a-z]+)=(.*)$/.exec(pair) ?? [];
    const known = LAB_SETTINGS.find((one) => one === name);
    if (known) settings[known] = value;
  }
  return settings;
}
