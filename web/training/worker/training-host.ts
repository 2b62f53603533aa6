// The worker's side of TrainingWorker.
import { load } from '../../core/torch.ts';
import { serve } from '../../core/worker/serve.ts';
import { answer } from './answer.ts';
import type { Answer, Request } from './requests.ts';

serve<Request, Answer>(async (request) => answer(await load(), request));
