// The worker that runs programs: starts the interpreter, confines itself, and then runs what it is sent.
import { AnswerSender } from './answer-sender.ts';
import { confine } from './confine.ts';
import { openCoreDoor } from './core-door.ts';
import { countFetched } from './count-fetched.ts';
import { Interpreter } from './interpreter.ts';
import { keptSnapshots } from './memory-snapshot.ts';
import type { FromWorker, PartAddresses, ToWorker } from './messages.ts';
import { OutputSender } from './output-sender.ts';
import { whenAsked } from './when-asked.ts';

// Programs find no way to the page: this is the only one, and no object holds it.
const post = globalThis.postMessage.bind(globalThis);
const send = (message: FromWorker) => post(message);

let interpreter: Interpreter | undefined;

addEventListener('message', ({ data, isTrusted }: MessageEvent<ToWorker>) => {
  // A program can dispatch events in its own worker, but none that counts as trusted.
  if (!isTrusted) return;
  if (data.type === 'run') run(data);
  else void start(data.parts);
});

async function start(parts: PartAddresses): Promise<void> {
  countFetched((loaded, hasAll) => {
    send({ type: 'progress', loaded, total: parts.bytes ?? (hasAll ? loaded : 0) });
  });
  try {
    interpreter = await startInterpreter(parts);
    confine(globalThis);
    send({ type: 'ready' });
  } catch (error) {
    send({ type: 'failed', message: String(error) });
  }
}

async function startInterpreter(parts: PartAddresses): Promise<Interpreter> {
  const [{ loadPyodide }, library, core] = await Promise.all([
    import(/* @vite-ignore */ `${parts.pyodide}pyodide.mjs`) as Promise<typeof import('pyodide')>,
    bytesAt(parts.library),
    openCoreDoor(new URL(parts.operations), (url) => fetch(url)),
  ]);
  return Interpreter.start({
    loadPyodide,
    library,
    core,
    indexURL: parts.pyodide,
    isLive: true,
    ...(parts.standardLibrary && { stdLibURL: parts.standardLibrary }),
    ...(parts.snapshot && { snapshots: keptSnapshots(parts.snapshot) }),
    ...(parts.restOfLibrary && { restOfLibrary: whenAsked(parts.restOfLibrary) }),
    ...(parts.plotting && { plotting: whenAsked(parts.plotting) }),
  });
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function run({ run, program }: ToWorker & { type: 'run' }): void {
  const sender = new OutputSender(run, send);
  const answers = new AnswerSender(run, program, send);
  let status: number;
  try {
    status = (interpreter as Interpreter).run(program, {
      stdout: (bytes) => sender.write('stdout', bytes),
      stderr: (bytes) => sender.write('stderr', bytes),
      prelude: (lines) => send({ type: 'prelude', run, lines }),
      unseeded: () => send({ type: 'unseeded', run }),
      ...(answers.isWanted && { answer: (answer) => answers.add(answer) }),
      ...(program.tellsAll && {
        call: (call) => send({ type: 'call', run, call }),
        figure: (figure) => send({ type: 'figure', run, figure }),
      }),
    });
  } catch (error) {
    sender.flush();
    answers.flush();
    send({ type: 'failed', message: String(error) });
    return;
  }
  sender.flush();
  answers.flush();
  send({ type: 'done', run, status });
}
