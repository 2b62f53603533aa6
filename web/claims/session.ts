// A session at Python's prompt, or at IPython's, as it stands in a text: what was typed, and what was printed then.
import type { Claim, Lines } from './claim.ts';

export interface Session {
  /** What was typed: as many lines as the text has, empty where something was printed. */
  code: string;
  /** What was printed after each input. */
  claims: Claim[];
}

const PROMPT = /^\s*(?:>>>|In ?\[\d*\]:)(?: |$)/;
const CONTINUED = /^\s*(?:\.\.\.|\s{2,}\.{3,}:)(?: |$)/;
const SHOWN = /^\s*Out ?\[\d*\]:\s?/;

/** Undefined for a text that is no session. */
export function readSession(text: string): Session | undefined {
  const lines = text.split('\n');
  if (!lines.some((line) => PROMPT.test(line))) return undefined;
  const code: string[] = [];
  const claims: Claim[] = [];
  let typed: Lines | undefined;
  let printed: string[] = [];
  const end = (line: number) => {
    const first = printed.findIndex((one) => one.trim());
    if (typed && first >= 0) {
      const at = { first: line - printed.length + first, last: line - 1 };
      claims.push({
        text: printed.join('\n').trim(),
        at,
        of: typed,
        form: 'session',
        counts: 'always',
      });
    }
    printed = [];
  };
  for (const [i, line] of lines.entries()) {
    const number = i + 1;
    const begins = PROMPT.exec(line);
    const goesOn = typed && printed.length === 0 ? CONTINUED.exec(line) : null;
    const prompt = begins ?? goesOn;
    if (begins) {
      end(number);
      typed = { first: number, last: number };
    } else if (goesOn && typed) typed.last = number;
    else printed.push(line.replace(SHOWN, ''));
    code.push(prompt ? line.slice(prompt[0].length) : '');
  }
  end(lines.length + 1);
  return { code: code.join('\n'), claims };
}
