// How far a run is and how it ended, in words.
import { msg, str } from '@lit/localize';
import { formatNumber } from '../i18n/number-format.ts';
import { errorLine } from './error-line.ts';
import type { Phase, ProgramRun } from './program-run.ts';

const MB = 1e6;

/** @param pyodide The address of Pyodide's folder. */
export function phaseWords({ phase, output }: ProgramRun, pyodide: string): string {
  switch (phase.name) {
    case 'idle':
      return msg('Runs in your browser, when you press Run. Python is fetched the first time.', {
        id: 'program-idle',
      });
    case 'starting':
      return startWords(phase);
    case 'waiting':
      return msg('Waits for another program of this page.', { id: 'program-waiting' });
    case 'running':
      return msg('Running…', { id: 'program-running' });
    case 'stopped':
      return msg('Stopped.', { id: 'program-stopped' });
    case 'failed':
      return failureWords(phase, pyodide);
    case 'ended': {
      const seconds = formatNumber(Math.max(1, Math.round(phase.milliseconds / 10)) / 100);
      if (phase.ended.status === 0) return msg(str`Done in ${seconds} s`, { id: 'program-done' });
      const line = errorLine(output?.textOf('stderr') ?? '');
      return line === null
        ? msg(str`Ended with exit status ${phase.ended.status}`, { id: 'program-status' })
        : msg(str`An error in line ${line}`, { id: 'program-error' });
    }
  }
}

function startWords({ loaded, total }: Phase & { name: 'starting' }): string {
  if (loaded === 0 || (total > 0 && loaded >= total)) {
    return msg('Python is starting…', { id: 'program-starting' });
  }
  const fetched = inMegabytes(loaded);
  return total > 0
    ? msg(str`Python is being fetched: ${fetched} of ${inMegabytes(total)} MB`, {
        id: 'program-fetched-of',
      })
    : msg(str`Python is being fetched: ${fetched} MB`, { id: 'program-fetched' });
}

// With one decimal, so that the text keeps its width.
function inMegabytes(bytes: number): string {
  return (bytes / MB).toFixed(1);
}

function failureWords({ reason, why }: Phase & { name: 'failed' }, pyodide: string): string {
  if (reason === 'worker') {
    return msg(
      'Programs cannot run on this page: it lets no worker start, as its security policy or its frame says.',
      { id: 'program-no-worker' },
    );
  }
  return reason === 'start'
    ? msg(str`Python could not be fetched from ${pyodide}: ${why}`, { id: 'program-not-fetched' })
    : msg(str`Python had to be ended: ${why}`, { id: 'program-broken' });
}
