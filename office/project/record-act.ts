import { asc, eq } from 'drizzle-orm';
import { project, projectAct } from '#db/schema/project.ts';
import { anyMeanwhile, byActs, enteredIssue, sameMeanwhile } from '#office/acts-meanwhile.ts';
import { change, type Entered } from '#office/change.ts';
import type { StrikeEntry } from '#office/entry/pieces.ts';
import { fuzzyIsAfter } from '#office/fuzzy-date.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { act, correction, type Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import type { OldProjectActEntry, ProjectActEntry, ProjectWithActs } from './entry.ts';
import { mayFollow, nextActs, projectState } from './project.ts';
import { register } from './register.ts';

type Dated = Which & { readonly today: string };

/**
 * Records an act that the state lets follow now (DOMAIN section 3). Refused with `mayNotFollow` where it does not,
 * `inFuture` where it lies after `today`, `actEntered` where somebody entered the same act while the form was open.
 */
export function recordAct(viewer: Viewer, { entry, today, ...which }: Dated & { entry: ProjectActEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'recordAct', byActs(which, entry.known)), async (pen) => {
    const { known, ...fresh } = entry;
    const held = await actsOf(pen);
    const same = sameMeanwhile(held, entry, known);
    if (same) pen.refuse(await enteredIssue(pen.db, 'actEntered', 'project_act', same.id));
    if (!nextActs(projectState(held, today)).includes(entry.kind)) {
      const other = anyMeanwhile(held, known);
      pen.refuse(other ? await enteredIssue(pen.db, 'actMeanwhile', 'project_act', other.id) : { field: 'kind', rule: 'mayNotFollow' });
    }
    refuseFuture(pen, fresh, today);
    // The day of a new act may not lie before the one it follows, or the state would stay what it was.
    if (projectState([...held, fresh], today) !== stateAfter(fresh.kind)) pen.refuse({ field: 'on.year', rule: 'actOutOfOrder' });
    await enter(pen, held, fresh);
  });
}

/**
 * Enters an act of the past that a source tells of. Where it would bring the project on, nothing may lie against it
 * (`mayNotFollow`); an older one changes no state and always has its place. Only while the record is unverified.
 */
export function recordOldAct(viewer: Viewer, { entry, today, ...which }: Dated & { entry: OldProjectActEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'recordAct', which), async (pen, row) => {
    if (row.verification !== 'unverified') pen.refuse({ field: 'kind', rule: 'onlyUnverified' });
    refuseFuture(pen, entry, today);
    const held = await actsOf(pen);
    if (held.some(({ kind, on }) => kind === entry.kind && on?.edtf === entry.on?.edtf)) pen.refuse({ field: 'kind', rule: 'actTwice' });
    const stands = projectState(held, today);
    if (projectState([...held, entry], today) !== stands && !mayFollow(stands, entry.kind)) pen.refuse({ field: 'kind', rule: 'mayNotFollow' });
    await enter(pen, held, entry);
  });
}

/** Takes out an act that was entered in error; the ledger keeps what it was and why it went. Whoever may revise the project may do so. */
export function strikeAct(viewer: Viewer, { entry, ...which }: Which & { entry: StrikeEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'revise', which, entry.reason), async (pen, row) => {
    const held = await actsOf(pen);
    const left = held.filter(({ id }) => id !== entry.actId);
    if (left.length === held.length) pen.refuse({ field: '', rule: 'notFound' });
    await pen.revise(project, correction(row));
    await pen.replaceParts(projectAct, projectAct.projectId, left);
  });
}

/** Adds those of the acts that a table brought which are not on record; one that stands with another date is left to whoever may strike it. */
export async function addMissingActs(pen: Pen, brought: ProjectWithActs['acts'], verification = 'unverified'): Promise<void> {
  if (brought.length === 0) return;
  const held = await actsOf(pen);
  const missing = brought.flatMap(({ id, ...one }, place) => {
    const stands = held.find((other) => (id ? other.id === id : other.kind === one.kind && other.on?.edtf === one.on?.edtf));
    if (stands && (stands.kind !== one.kind || stands.on?.edtf !== one.on?.edtf)) pen.refuse({ field: `acts.${place}.on.year`, rule: 'actStands' });
    if (!stands && verification !== 'unverified') pen.refuse({ field: `acts.${place}.kind`, rule: 'onlyUnverified' });
    return stands ? [] : [one];
  });
  if (missing.length) await pen.replaceParts(projectAct, projectAct.projectId, [...held, ...missing]);
}

async function enter(pen: Pen, held: Awaited<ReturnType<typeof actsOf>>, entry: OldProjectActEntry): Promise<void> {
  await pen.revise(project, {});
  await pen.replaceParts(projectAct, projectAct.projectId, [...held, entry]);
}

function refuseFuture(pen: Pen, { on }: OldProjectActEntry, today: string): void {
  if (on && fuzzyIsAfter(on, today)) pen.refuse({ field: 'on.year', rule: 'inFuture', values: { today } });
}

function stateAfter(kind: ProjectActEntry['kind']): string {
  return kind === 'resumed' ? 'running' : kind;
}

function actsOf(pen: Pen) {
  return pen.db.select().from(projectAct).where(eq(projectAct.projectId, pen.id)).orderBy(asc(projectAct.position));
}
