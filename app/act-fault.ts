import { answer } from '#app/answer.ts';
import { isDatabaseAway, isDiskFull } from '#db/away.ts';
import { placedFault } from '#db/plain-fault.ts';
import type { FormState, FormValues } from '#office/outcome.ts';
import { echoed } from './typed.ts';

/** The form again, with all that was typed, where an act failed of no fault of the entry: 503 while the database is away, 507 where its disk is full, else 500. */
export function stateOfFault(fault: unknown, typed: FormValues): FormState {
  const { status, ...issue } = answerTo(fault);
  console.error(`The act failed with ${status}: ${placedFault(fault)}`);
  answer(status);
  return { status, issues: [{ field: '', ...issue }], values: echoed(typed), conflict: null };
}

function answerTo(fault: unknown): { status: 500 | 503 | 507; rule: string } {
  if (isDiskFull(fault)) return { status: 507, rule: 'diskFull' };
  return isDatabaseAway(fault) ? { status: 503, rule: 'unavailable' } : { status: 500, rule: 'fault' };
}
