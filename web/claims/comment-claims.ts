// Of which lines of a program its comments say something.
import type { Claim } from './claim.ts';
import { isOpen, saidIn, valuesIn } from './said-in-comment.ts';
import { type Statement, statementsOf } from './statements.ts';

/** @param source Python without prompts. */
export function commentClaims(source: string): Claim[] {
  const statements = statementsOf(source);
  return statements.flatMap((statement, i) => {
    const { beside, below } = statement;
    const of = { first: statement.first, last: statement.last };
    if (beside && below && isOpen(beside.text)) {
      const whole = {
        text: `${beside.text}\n${below.text}`,
        first: beside.first,
        last: below.last,
      };
      return saidIn(whole, statement).map((said): Claim => ({ ...said, of }));
    }
    const claims = (beside ? saidIn(beside, statement) : []).map(
      (said): Claim => ({ ...said, of }),
    );
    const next = statements[i + 1];
    if (!below) return claims;
    const isAbove = next?.first === below.last + 1 ? next : undefined;
    const together = { first: firstWithout(statements, i), last: of.last };
    for (const said of saidIn(below, isAbove && statement.kind !== 'print' ? isAbove : statement)) {
      const isOfAll = said.form === 'words' || valuesIn(said.text) > 1;
      const own = isOfAll ? together : of;
      if (!isAbove) claims.push({ ...said, of: own });
      else {
        const other = { first: isAbove.first, last: isAbove.last };
        const isOfNext = statement.kind !== 'print';
        claims.push({ ...said, of: isOfNext ? other : own, orOf: isOfNext ? own : other });
      }
    }
    return claims;
  });
}

/** Where the prints begin that stand one below the other, the last of them this one, with no word between them. */
function firstWithout(statements: readonly Statement[], last: number): number {
  let i = last;
  if (statements[i]?.beside) return (statements[i] as Statement).first;
  for (; i > 0; --i) {
    const [before, here] = statements.slice(i - 1, i + 1) as [Statement, Statement];
    const isNext = before.last === here.first - 1 || before.last === here.first;
    if (!isNext || before.kind !== 'print' || before.beside || before.below) break;
  }
  return (statements[i] as Statement).first;
}
