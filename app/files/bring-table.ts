import { viewerNow } from '#app/viewer.ts';
import { isDatabaseAway, isDiskFull } from '#db/away.ts';
import { placedFault } from '#db/plain-fault.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Arrived } from '#office/document/arrival.ts';
import { tableKindByName } from '#office/document/file-kind.ts';
import { store, together } from '#office/document/store.ts';
import { isImportNoun } from '#office/import/import.ts';
import { importable } from '#office/import/read.ts';
import { readTable, type Table, type TableFault } from '#office/import/table.ts';
import { begin } from '#office/import/write.ts';
import { BrokenForm, forget, receive, type Received } from './receive.ts';
import { hasRoom, limitInBytes, scannerAddress } from './room.ts';
import { tableRefusedAt, type TableRefusal } from './table-refused.ts';

/** Takes one table for an import. Its bytes lie in the store only while they are looked at; what stays are its rows. */
export async function bringTable(request: Request, form: WrittenForm): Promise<Response> {
  const viewer = await viewerNow();
  const desk = `/${form}/workspace/import`;
  const refuse = (refusal: TableRefusal) => seeOther(tableRefusedAt(desk, refusal));
  if (viewer.kind !== 'staff') return seeOther(`/${form}/sign-in?next=${encodeURIComponent(desk)}`);
  try {
    if (importable(viewer).length === 0) return refuse({ status: 403, rule: 'notAllowed' });
    if (!(await hasRoom(Number(request.headers.get('content-length') ?? 0)))) return refuse({ status: 507, rule: 'noRoom' });
    const received = await receive(request, { limit: limitInBytes(), scanner: scannerAddress(), kindOf: tableKindByName });
    const answer = await settle(received);
    return typeof answer === 'string' ? seeOther(`${desk}/${answer}`) : refuse({ ...answer, noun: received.values.noun?.[0] });
  } catch (fault) {
    if (isDiskFull(fault)) return refuse({ status: 507, rule: 'noRoom' });
    if (isDatabaseAway(fault)) return refuse({ status: 503, rule: 'unavailable' });
    if (fault instanceof BrokenForm) return refuse({ status: 400, rule: 'uploadBroken' });
    console.error(`A table did not come in: ${placedFault(fault)}`);
    return refuse({ status: 500, rule: 'fault' });
  }
}

/** The id of the import, or why there is none. */
async function settle({ values, files, issues }: Received): Promise<string | Omit<TableRefusal, 'noun'>> {
  try {
    const [issue] = issues;
    if (issue) return { status: statusOf(issue.rule), rule: issue.rule === 'fileKind' ? 'tableKind' : issue.rule, name: String(issue.values?.name ?? '') };
    const [file, second] = files;
    const noun = values.noun?.[0];
    if (!isImportNoun(noun)) return { status: 422, rule: 'required' };
    if (!file || second) return { status: 422, rule: 'tableMissing' };
    const table = await read(file);
    if ('rule' in table) return { status: 422, rule: table.rule, name: file.name, number: Number(table.values?.line ?? table.values?.row ?? 0) };
    const outcome = await begin(await viewerNow(), { noun, fileName: file.name, table, requestId: uuid(values.request?.[0]) });
    return outcome.done ? outcome.value.id : { status: outcome.status, rule: outcome.issues[0]?.rule ?? 'notAllowed' };
  } finally {
    await forget(files);
  }
}

async function read({ storeKey, size, mime }: Arrived): Promise<Table | TableFault> {
  return readTable(await together(store.read(storeKey, 0, size)), mime === 'text/csv' ? 'csv' : 'xlsx');
}

function statusOf(rule: string): 413 | 422 | 503 {
  if (rule === 'scannerAway') return 503;
  return rule === 'fileTooLarge' ? 413 : 422;
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function uuid(text: string | undefined): string | undefined {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}
