// `import 'dropout-playground/react'`: the embed, and what React's JSX may say of it. No code of its own;
// programs without React never see it.
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { GivenSettings } from '../experiment/settings.js';
import type { GivenLab } from '../parts/lab/lab-attributes.js';
import type {
  DropoutChangeEvent,
  DropoutPlaygroundEmbed,
  DropoutRunEvent,
} from './dropout-playground.js';
import type { GivenOptions } from './options.js';

export * from './dropout-playground.js';

type Optional<Given> = { [Name in keyof Given]?: Given[Name] | undefined };

/** The attributes of `<dropout-playground>`. */
export interface DropoutPlaygroundAttributes
  extends HTMLAttributes<DropoutPlaygroundEmbed>,
    ClassAttributes<DropoutPlaygroundEmbed>,
    Optional<GivenSettings>,
    Optional<GivenOptions> {
  /** After each edit by the reader. React 19 listens; in React 18 `addEventListener()` does. */
  'ondropout-change'?:
    | ((event: DropoutChangeEvent & { readonly currentTarget: DropoutPlaygroundEmbed }) => void)
    | undefined;
}

/** The attributes of `<dropout-program>`. */
export interface DropoutProgramAttributes
  extends HTMLAttributes<HTMLElement>,
    ClassAttributes<HTMLElement> {
  /** Whose random numbers: `torch-cpu`, `torch-cpu-mkl` or `torch-cuda`. */
  engine?: string | undefined;
  /** Programs of one name go on where the one before ended. */
  session?: string | undefined;
  /** The folder of Pyodide's files. */
  pyodide?: string | undefined;
  /** The page on which the program can be opened. */
  playground?: string | undefined;
  /** At the end of each run. React 19 listens; in React 18 `addEventListener()` does. */
  'ondropout-run'?: ((event: DropoutRunEvent) => void) | undefined;
}

/** The attributes of `<dropout-lab>`. */
export interface DropoutLabAttributes
  extends HTMLAttributes<HTMLElement>,
    ClassAttributes<HTMLElement>,
    Optional<GivenLab> {
  /** The page on which the lab can be opened. */
  playground?: string | undefined;
  /** After each choice of the reader. React 19 listens; in React 18 `addEventListener()` does. */
  'ondropout-change'?: ((event: DropoutChangeEvent) => void) | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'dropout-playground': DropoutPlaygroundAttributes;
      'dropout-program': DropoutProgramAttributes;
      'dropout-lab': DropoutLabAttributes;
    }
  }
}
