// What a worker that takes its time offers, and what the two sides say to each other.
import type { ForwardProgress } from '../in-slices.ts';
import type { PlainError } from './plain-error.ts';

/** A request is named by a number of the asker's. */
export interface Service<Request, Result> {
  run(
    id: number,
    request: Request,
    onProgress: ((progress: ForwardProgress) => void) | null,
  ): Promise<Result | { readonly failed: PlainError }>;
  abort(id: number): void;
}
