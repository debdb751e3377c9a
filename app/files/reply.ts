import { handBack } from '#app/answer.ts';
import { resumeParameter } from '#components/place.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { chosenFields, issueNames, type RefusedStatus } from './refused.ts';
import type { FormValues, Issue } from '#office/outcome.ts';

type To = { readonly request: Request; readonly form: WrittenForm; readonly id: string };

/** All files are the document's: back to it; or they wait with a proposal, and that is shown. */
export function answerTaken(to: To, proposal: string | null): Response {
  return go(to, 200, { path: proposal ? `/${to.form}/workspace/proposals/${proposal}` : `${pathOf(to)}#files` });
}

/** Not signed in (any more): to the sign-in and back to the form. A script says it in place, since the files are still chosen there. */
export function answerSignedOut(to: To, words: Words = 'none'): Response {
  if (byScript(to)) return Response.json({ issues: [{ field: '', rule: 'signedOut' }] }, { status: 403 });
  return seeOther(`/${to.form}/sign-in?next=${encodeURIComponent(`${pathOf(to)}/files${words === 'kept' ? `?${resumeParameter}=1` : ''}`)}${words === 'kept' ? '&kept=1' : ''}`);
}

/** Whether what was typed beside the files is kept as an unsent text, with which the form then opens. */
export type Words = 'kept' | 'none';

/**
 * Why nothing was taken. A browser without scripts goes back to the form, which says it with the same status; a script
 * gets status and issues at once.
 */
export function answerRefused(to: To, status: RefusedStatus, issues: readonly Issue[], values: FormValues = {}, words: Words = 'none'): Response {
  if (byScript(to)) return Response.json({ issues }, { status });
  const query = new URLSearchParams([['status', String(status)], ...issueNames(issues).map((name) => ['issue', name])]);
  for (const name of chosenFields) if (values[name]?.[0]) query.append('chosen', `${name}:${values[name][0].slice(0, 40)}`);
  if (words === 'kept') query.set(resumeParameter, '1');
  return seeOther(`${pathOf(to)}/files?${query}`);
}

/**
 * The database is away, so the form to which a browser without scripts would go back cannot be drawn either: the door gives back what was
 * typed beside the files, to be sent again.
 */
export function answerAway(to: To, values: FormValues): Response {
  if (byScript(to)) return Response.json({ issues: [{ field: '', rule: 'unavailable' }] }, { status: 503 });
  handBack(Object.entries(values).flatMap(([name, held]) => held.map((value) => [name, value] as const)));
  return new Response(null, { status: 503, headers: { 'content-type': 'text/plain' } });
}

function go(to: To, status: number, told: { path: string }): Response {
  return byScript(to) ? Response.json(told, { status }) : seeOther(told.path);
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

export function byScript({ request }: Pick<To, 'request'>): boolean {
  return request.headers.get('accept') === 'application/json';
}

function pathOf({ form, id }: To): string {
  return `/${form}/workspace/documents/${encodeURIComponent(id)}`;
}
