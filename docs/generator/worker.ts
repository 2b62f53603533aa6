/**
 * `import { DropoutWorker } from 'dropout-playground/worker'`: large tensors in a worker, from a browser,
 * Deno or Bun.
 *
 * @module worker
 */
export {
  type Description,
  type DetailsRequest,
  type DropoutDetails,
  type DropoutRequest,
  type DropoutResult,
  DropoutWorker,
  type GradientDetails,
  type Stage,
} from '../../web/core/worker/client.ts';
