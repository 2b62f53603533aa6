// A training, step by step. It draws from a stream of its own, so that several may take turns; looking at one draws
// nothing from it.
import type { Tensor, Torch } from '../core/torch.ts';
import { Adam } from './adam.ts';
import { Batches } from './batches.ts';
import type { Network } from './network.ts';
import type { Data, Examples, Scenario } from './scenario.ts';
import type {
  Accuracies,
  AnyTraining,
  Band,
  LayerWeights,
  Losses,
  Moment,
  Outcome,
  UnitView,
} from './training.ts';

/** Of a number in [1, 2) in float32. */
const LAST_BIT = 2 ** -23;

export class TrainingRun {
  readonly #torch: Torch;
  readonly #scenario: Scenario;
  readonly #data: Data;
  readonly #network: Network;
  readonly #adam: Adam;
  readonly #batches: Batches;
  readonly #grid: Tensor | null;
  readonly #generator: ReturnType<Torch['manualSeed']>;
  #training: AnyTraining;
  #step = 0;
  #masked = Number.NaN;
  /** Where the stream is, while another draws; and where it was before the last masks. */
  #state: Tensor;
  #beforeMasks: Tensor | null = null;
  #examples = 0;

  constructor(torch: Torch, scenario: Scenario, training: AnyTraining) {
    const { seed, width, noise, activation = 'relu' } = training;
    this.#torch = torch;
    this.#scenario = scenario;
    this.#training = training;
    this.#generator = torch.manualSeed(seed);
    this.#data = torch.tidy(() => scenario.data(torch, noise ?? scenario.noise));
    this.#network = torch.tidy(() => scenario.network(torch, width ?? scenario.width, activation));
    this.#grid = torch.tidy(() => scenario.grid?.(torch) ?? null);
    this.#state = this.#generator.getState();
    this.#adam = new Adam(torch, this.#network.vector, scenario);
    this.#batches = new Batches(torch, this.#data.training, scenario.batch);
  }

  /** What is trained, with the changes of p that have come: it says all of the numbers. */
  get training(): AnyTraining {
    return this.#training;
  }

  /** Steps taken until now. */
  get step(): number {
    return this.#step;
  }

  /** Where the training ends by itself. */
  get steps(): number {
    return this.#training.steps ?? this.#scenario.steps;
  }

  /** The p of the next step. */
  get p(): number {
    return this.#pAt(this.#step);
  }

  /** From the next step on. */
  changeP(p: number): void {
    if (p === this.p) return;
    const earlier = (this.#training.changes ?? []).filter(({ step }) => step < this.#step);
    this.#training = { ...this.#training, changes: [...earlier, { step: this.#step, p }] };
  }

  /** The loss of the last step's batch, with its masks; NaN before the first step. */
  get maskedLoss(): number {
    return this.#masked;
  }

  /** Makes a third of the parameters larger by a last bit and a third smaller, or the other way round. */
  changeLastBits(direction: 1 | -1): void {
    this.#torch.tidy(() => {
      const { elements } = this.#network.vector;
      const bits = this.#torch
        .arange(elements.shape[0] as number)
        .remainder(3)
        .sub(1);
      elements.mul_(bits.mul(direction * LAST_BIT).add(1));
    });
  }

  get data(): Data {
    return this.#data;
  }

  /** The points [points, features] of the predictions, row by row; empty where there is nothing to draw. */
  get grid(): Float32Array {
    return (this.#grid?.toTypedArray() as Float32Array | undefined) ?? new Float32Array();
  }

  /**
   * Takes steps until so many have been taken in all, or the time is over; at least one, unless there is nothing to do.
   */
  advance(to: number, milliseconds = Number.POSITIVE_INFINITY): void {
    if (this.#step >= to) return;
    const end = performance.now() + milliseconds;
    this.#drawing(() => {
      for (let isLast = false; !isLast; ) {
        isLast = this.#step + 1 >= to || performance.now() >= end;
        this.#take(isLast);
      }
    });
  }

  /** How it stands. */
  moment(): Moment {
    const { losses, accuracies } = this.outcome();
    const predictions = this.#lookingAt((grid) => this.#drawn(this.#evaluated(grid)));
    return {
      ...{ step: this.#step, losses, accuracies, masks: this.#masks() },
      predictions: predictions ?? new Float32Array(),
    };
  }

  outcome(): Outcome {
    const [training, validation] = [this.#data.training, this.#data.validation].map((examples) =>
      this.#torch.tidy(() => this.#judged(examples)),
    ) as [Judged, Judged];
    const losses: Losses = {
      masked: this.#masked,
      training: training.loss,
      validation: validation.loss,
    };
    if (training.accuracy === undefined || validation.accuracy === undefined) return { losses };
    const accuracies: Accuracies = {
      training: training.accuracy,
      validation: validation.accuracy,
    };
    return { losses, accuracies };
  }

  /** Of each layer, from the inputs on. */
  weights(): readonly LayerWeights[] {
    return this.#torch.tidy(() => this.#network.weights());
  }

  /** What a hidden unit computes at the points of the grid; null where that is not drawn. */
  unit(layer: number, unit: number): UnitView | null {
    return this.#lookingAt((grid) => {
      const outputs = this.#network.unit?.(grid, layer, unit);
      if (!outputs) return null;
      const { activations, alone, without } = outputs;
      return {
        activations: activations.toTypedArray() as Float32Array,
        alone: this.#drawn(alone),
        without: this.#drawn(without),
      };
    });
  }

  /** What so many passes with masks say at the points of the grid; null where that is not drawn. */
  band(passes: number): Band | null {
    this.#generator.setState(this.#state);
    return this.#lookingAt((grid) => {
      const each = Array.from({ length: passes }, () => this.#network.forward(grid, this.p, true));
      const all = this.#torch.stack(each).squeeze(2);
      return {
        mean: all.mean(0).toTypedArray() as Float32Array,
        sd: all.std(0).toTypedArray() as Float32Array,
        passes: all.toTypedArray() as Float32Array,
      };
    });
  }

  dispose(): void {
    const { training, validation } = this.#data;
    for (const { inputs, targets, right } of [training, validation]) {
      for (const each of [inputs, targets, right]) each?.dispose();
    }
    for (const each of [this.#state, this.#beforeMasks, this.#grid]) each?.dispose();
    for (const each of [this.#adam, this.#batches, this.#network.vector]) each.dispose();
  }

  #take(isLast: boolean): void {
    this.#torch.tidy(() => {
      const { inputs, targets } = this.#batches.next();
      if (isLast) this.#rememberMasks(inputs.shape[0] as number);
      const outputs = this.#network.forward(inputs, this.p, true);
      const loss = this.#torch[this.#scenario.loss](outputs, targets);
      this.#adam.step(loss);
      if (isLast) this.#masked = loss.item() as number;
    });
    this.#step++;
  }

  #rememberMasks(examples: number): void {
    this.#beforeMasks?.dispose();
    this.#beforeMasks = this.#generator.getState().keep();
    this.#examples = examples;
  }

  /** They are drawn again. */
  #masks(): readonly Uint8Array[] {
    const before = this.#beforeMasks;
    if (!before) return this.#network.widths.map((width) => new Uint8Array(width).fill(1));
    this.#generator.setState(before);
    return this.#torch.tidy(() => this.#network.masks(this.#examples, this.#pAt(this.#step - 1)));
  }

  /** Of the step before which so many have been taken. */
  #pAt(step: number): number {
    const { p, changes = [] } = this.#training;
    return changes.filter((change) => change.step <= step).at(-1)?.p ?? p;
  }

  #drawing(draw: () => void): void {
    this.#generator.setState(this.#state);
    draw();
    this.#state.dispose();
    this.#state = this.#generator.getState();
  }

  #lookingAt<Result>(look: (grid: Tensor) => Result): Result | null {
    const grid = this.#grid;
    return grid && this.#torch.tidy(() => this.#torch.noGrad(() => look(grid)));
  }

  #evaluated(inputs: Tensor): Tensor {
    return this.#torch.noGrad(() => this.#network.forward(inputs, 0, false));
  }

  #isOfClasses(): boolean {
    return this.#scenario.loss === 'crossEntropy';
  }

  /** The numbers that are drawn for outputs: of two classes, the probability of the second. */
  #drawn(outputs: Tensor): Float32Array {
    const numbers = this.#isOfClasses() ? this.#torch.softmax(outputs, 1).select(1, 1) : outputs;
    return numbers.toTypedArray() as Float32Array;
  }

  #judged({ inputs, targets }: Examples): Judged {
    const outputs = this.#evaluated(inputs);
    const loss = this.#torch[this.#scenario.loss](outputs, targets).item() as number;
    if (!this.#isOfClasses()) return { loss };
    const right = outputs.argmax(1).eq(targets);
    return { loss, accuracy: right.to('float32').mean().item() as number };
  }
}

interface Judged {
  loss: number;
  accuracy?: number;
}
