import { openedIn } from '#components/merge.ts';
import { nearRecords, type NearAsked, type Watched } from '#office/near/read.ts';
import { oddLetters, withMended } from '#office/entry/odd-letters.ts';
import { warningKey, type FormState, type FormValues, type Warning } from '#office/outcome.ts';
import type { Viewer } from '#office/viewer.ts';
import { echoed } from './typed.ts';

/** The form once more, with a text put right: „Исправи“ where there are no scripts. A password in it is not drawn again. */
export function mendedForm({ mend, ...values }: FormValues): FormState | null {
  const field = mend?.[0];
  return field ? { status: null, issues: [], values: echoed(withMended(values, field)), conflict: null } : null;
}

/** What is worth a second look before the entry is saved, without what somebody looked at already and said yes to. */
export function unanswered(typed: FormValues, fields: FormValues, near: readonly Warning[]): Warning[] {
  const answered = new Set((typed.anyway ?? []).flatMap((lines) => lines.split(/\r?\n/)));
  return [...oddLetters(fields, openedIn(typed)), ...near].filter((warning) => !answered.has(warningKey(warning)));
}

/** For a door: looks for records of this noun that are much like the one entered. */
export function nearTo(noun: Watched) {
  return (viewer: Viewer, asked: NearAsked): Promise<Warning[]> => nearRecords(viewer, noun, asked);
}
