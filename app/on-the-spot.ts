import { askedAddress } from '#app/asked.ts';
import type { Door, Posted } from '#app/act.ts';
import { textIn, type LocalText } from '#messages/local-text.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import type { Entered } from '#office/change.ts';
import { nearRecords, type Watched } from '#office/near/read.ts';
import { done, type FormValues, type Outcome } from '#office/outcome.ts';
import type { Viewer } from '#office/viewer.ts';
import type * as z from 'zod';

type Laid = { readonly id: string; readonly label: string };
type Called = { readonly name?: LocalText | null; readonly title?: LocalText | null };

/**
 * The door of a record that is laid down over another form: its fields stand under `spot.`, so that no two fields of the page
 * have one name. What is told is the new record's id and, behind a blank, its name as the reader reads.
 */
export function onTheSpot<E extends Called>(noun: Watched, draft: (viewer: Viewer, posted: { entry: E; requestId?: string }) => Promise<Outcome<Entered>>): Pick<Door<z.ZodType<{ spot: E }>, Laid>, 'verb' | 'near' | 'tell' | 'destination'> {
  return {
    verb: async (viewer: Viewer, { entry: { spot }, requestId }: Posted<{ spot: E }>) => {
      const outcome = await draft(viewer, { entry: spot, requestId });
      if (outcome.done) return done({ id: outcome.value.id, label: textIn(spot.name ?? spot.title, await writtenForm()) });
      return { ...outcome, issues: outcome.issues.map((issue) => ({ ...issue, field: issue.field && `spot.${issue.field}` })) };
    },
    near: async (viewer, { fields, ...asked }) => (await nearRecords(viewer, noun, { ...asked, fields: bare(fields), opened: null }))
      .map((warning) => ({ ...warning, field: `spot.${warning.field}` })),
    tell: ({ id, label }) => `${id} ${label}`,
    destination: () => '/workspace',
  };
}

function bare(fields: FormValues): FormValues {
  return Object.fromEntries(Object.entries(fields).map(([name, held]) => [name.replace(/^spot\./, ''), held]));
}

async function writtenForm() {
  const first = (await askedAddress()).split('/')[1] ?? '';
  return isWrittenForm(first) ? first : defaultForm;
}
