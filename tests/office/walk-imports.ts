import { begin, confirm, endChecking, finish, map, resume, stop } from '#office/import/write.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import { accepted } from '../verbs.ts';
import { mapped, tableFrom } from './import-ground.ts';

type Done = Promise<Outcome<Entered>>;
/** `prepare` brings an import of this person to where the act is possible, and answers with its id. */
export type ImportDeed = { readonly action: `import.${string}`; readonly words: string; prepare(owner: Staff): Promise<string>; run(viewer: Viewer, id: string): Done };

let turn = 0;

/** The acts of an import of organisations. */
export const importDeeds: readonly ImportDeed[] = [
  { action: 'import.map', words: 'map', prepare: begun, run: (viewer, id) => map(viewer, { id, entry: { columns: { c0: 'name', c1: 'kind' }, entersUnknown: false } }) },
  { action: 'import.confirm', words: 'confirm', prepare: checked, run: (viewer, id) => confirm(viewer, { id, entry: {} }) },
  { action: 'import.stop', words: 'stop', prepare: running, run: (viewer, id) => stop(viewer, { id }) },
  { action: 'import.resume', words: 'resume', prepare: stopped, run: (viewer, id) => resume(viewer, { id }) },
  { action: 'import.check', words: 'end the checking of', prepare: checking, run: (viewer, id) => endChecking(viewer, id) },
  { action: 'import.finish', words: 'finish', prepare: running, run: (viewer, id) => finish(viewer, id) },
];

export async function beginImport(viewer: Viewer): Done {
  turn += 1;
  return begin(viewer, { noun: 'organisation', fileName: 'hod.csv', table: await tableFrom(`Назив,Врста\nУдружење хода ${turn},ngo`) });
}

async function begun(owner: Staff): Promise<string> {
  return accepted(await beginImport(owner));
}

async function checking(owner: Staff): Promise<string> {
  const id = await begun(owner);
  accepted(await map(owner, { id, entry: { columns: { c0: 'name', c1: 'kind' }, entersUnknown: false } }));
  return id;
}

async function checked(owner: Staff): Promise<string> {
  const id = await begun(owner);
  await mapped(owner, id);
  return id;
}

async function running(owner: Staff): Promise<string> {
  const id = await checked(owner);
  accepted(await confirm(owner, { id, entry: {} }));
  return id;
}

async function stopped(owner: Staff): Promise<string> {
  const id = await running(owner);
  accepted(await stop(owner, { id }));
  return id;
}
