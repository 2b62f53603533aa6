// The same in a worker.
import { DropoutWorker } from 'dropout-playground/worker';

export async function inWorker(programs) {
  const worker = new DropoutWorker();
  try {
    const outputs = [];
    for (const program of programs) outputs.push([...(await worker.dropout(program)).output]);
    return outputs;
  } finally {
    worker.terminate();
  }
}
