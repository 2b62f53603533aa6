// `import 'dropout-playground/react'`: the embed, and what React's JSX may say of it. No code of its own;
// programs without React never see it.
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { DropoutChangeEvent, DropoutPlaygroundEmbed } from './dropout-playground.js';

export * from './dropout-playground.js';

/** The attributes of `<dropout-playground>`: what `docs/embed.md` says of each. */
export interface DropoutPlaygroundAttributes
  extends HTMLAttributes<DropoutPlaygroundEmbed>,
    ClassAttributes<DropoutPlaygroundEmbed> {
  input?: string | undefined;
  p?: number | string | undefined;
  seed?: number | string | undefined;
  engine?: string | undefined;
  layer?: string | undefined;
  inplace?: boolean | string | undefined;
  call?: number | string | undefined;
  gradient?: string | undefined;
  controls?: string | undefined;
  loading?: 'eager' | 'lazy' | undefined;
  /** After each edit by the reader. React 19 listens; in React 18 `addEventListener()` does. */
  'ondropout-change'?:
    | ((event: DropoutChangeEvent & { readonly currentTarget: DropoutPlaygroundEmbed }) => void)
    | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'dropout-playground': DropoutPlaygroundAttributes;
    }
  }
}
