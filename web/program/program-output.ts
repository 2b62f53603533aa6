/** What a run was, and what it printed: the `detail` of `dropout-run`. */
export interface ProgramOutput {
  source: string;
  /** Whose random numbers: `torch-cpu`, `torch-cpu-mkl` or `torch-cuda`. */
  engine: string;
  /** As Python ends: 0 if all went well. */
  status: number;
  stdout: string;
  stderr: string;
  /** The seed that was taken, if the program gave none and drew numbers; else null. */
  seed: number | null;
  /** Whether it printed more than this. */
  isCapped: boolean;
}

/** The event at the end of each run. */
export type DropoutRunEvent = typeof globalThis extends {
  CustomEvent: { new (type: string): infer Instance };
}
  ? Instance & { readonly detail: ProgramOutput }
  : never;

declare global {
  // Of every element, the document and the window: it bubbles.
  interface GlobalEventHandlersEventMap {
    'dropout-run': DropoutRunEvent;
  }
}
