import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { person } from '#db/schema/person.ts';
import { change, type Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import type { LettersEntry } from './entry.ts';

/** Whether the morning's letter of reminders comes to the viewer; the desk shows them in any case. */
export async function chooseLetters(viewer: Viewer, { entry, ...which }: { entry: LettersEntry; version?: number; requestId?: string }): Promise<Outcome<Entered>> {
  const id = viewer.kind === 'staff' ? viewer.id : undefined;
  return change(viewer, { action: 'person.chooseLetters', table: person, id, ...which }, (pen) => pen.revise(person, { dailyLetter: entry.dailyLetter }));
}

export async function lettersChosen(viewer: Staff): Promise<{ readonly version: number; readonly dailyLetter: boolean } | null> {
  const [held] = await reader().select({ version: person.version, dailyLetter: person.dailyLetter }).from(person).where(eq(person.id, viewer.id));
  return held ?? null;
}
