import type { Role } from '#db/schema/person.ts';
import { actions, nouns, permits, type Action, type Noun, type Subject } from './permission.ts';
import type { Staff } from './viewer.ts';

/** The roles in their order, as they stand over the columns. */
export const rightsRoles = ['contributor', 'editor', 'publisher', 'admin'] as const satisfies readonly Role[];

/** In which cases a role may do something, in a word; `some` of them are named in the words of the table. */
export type Extent = 'yes' | 'no' | 'ownDrafts' | 'drafts' | 'own' | 'ownAndDrafts' | 'others' | 'oneself';
export type RightsCell = { readonly extent: Extent; /** Every case that was asked, with the answer of the permission table. */ readonly answers: Readonly<Record<string, boolean>> };
export type RightsRow = { readonly verb: string; /** Which nouns have it; all of them where none is named. */ readonly nouns: readonly Noun[]; readonly actions: readonly Action[]; readonly cells: Readonly<Record<Role, RightsCell>> };
export type RightsGroup = { readonly key: string; readonly rows: readonly RightsRow[] };

/** Who asks, and somebody else; no people of the office. */
export const asking = '00000000-0000-4000-8000-000000000001';
const another = '00000000-0000-4000-8000-000000000002';
const record = '00000000-0000-4000-8000-000000000003';

/** Somebody with this role for the whole register. */
export function holderOf(role: Role): Staff {
  return { kind: 'staff', id: asking, name: '', writtenForm: 'sr-Cyrl', sessionHash: null, grants: [{ role, noun: null, recordId: null }] };
}

/**
 * Who may do what, asked of the permission table itself: each cell holds its answers for every case that tells one role from
 * another. What no role may, since only the clock does it, is left out.
 */
export function rightsMatrix(): RightsGroup[] {
  const groups = [...new Set(actions.map(groupOf))];
  return groups.map((key) => ({ key, rows: rowsOf(actions.filter((action) => groupOf(action) === key)) })).filter(({ rows }) => rows.length > 0);
}

/** What the permission table is asked about an act: under each name a record in another state or of another hand. */
export function casesOf(action: Action): Readonly<Record<string, Subject | null>> {
  const [noun = ''] = action.split('.');
  const of = (createdBy: string, publication: Subject['publication'] = 'draft'): Subject => ({ id: record, createdBy, publication });
  switch (groupOf(action)) {
    case 'person': return action === 'person.invite' ? { another: null } : { oneself: { ...of(another), id: asking }, another: { ...of(another), id: another } };
    case 'setting': return { any: of(another) };
    case 'proposal': {
      const about = (createdBy: string, publication: Subject['publication']): Subject => ({ ...of(createdBy), proposes: { action: 'agreement.revise', noun: 'agreement', record: of(another, publication) } });
      return { ownOnDraft: about(asking, 'draft'), ownOnPublished: about(asking, 'published'), othersOnDraft: about(another, 'draft'), othersOnPublished: about(another, 'published') };
    }
    case 'record': return action === `${noun}.draft` ? { any: null } : { ownDraft: of(asking), othersDraft: of(another), published: of(another, 'published') };
    default: return action === 'import.begin' ? { any: null } : { own: { ...of(asking), noun: 'agreement' }, others: { ...of(another), noun: 'agreement' } };
  }
}

/** Acts on records of any noun stand together; the others by what they are about. */
function groupOf(action: Action): string {
  const [noun = ''] = action.split('.');
  return nouns.some((one) => one === noun) ? 'record' : noun;
}

/** One row for a verb; where it means another thing for some nouns, one for each meaning. */
function rowsOf(some: readonly Action[]): RightsRow[] {
  const rows = new Map<string, { verb: string; actions: Action[]; cells: Record<Role, RightsCell> }>();
  for (const action of some) {
    const [, verb = ''] = action.split('.');
    const cells = Object.fromEntries(rightsRoles.map((role) => [role, cellOf(role, action)])) as Record<Role, RightsCell>;
    if (rightsRoles.every((role) => cells[role].extent === 'no')) continue;
    const key = `${verb} ${JSON.stringify(cells)}`;
    const row = rows.get(key);
    if (row) row.actions.push(action);
    else rows.set(key, { verb, actions: [action], cells });
  }
  return [...rows.values()].map((row) => {
    const named = row.actions.map((action) => action.split('.')[0] as Noun).filter((noun) => nouns.includes(noun));
    return { ...row, nouns: named.length === nouns.length ? [] : named };
  });
}

function cellOf(role: Role, action: Action): RightsCell {
  const viewer = holderOf(role);
  const answers = Object.fromEntries(Object.entries(casesOf(action)).map(([name, subject]) => [name, permits(viewer, action, subject)]));
  return { answers, extent: extentOf(answers) };
}

const extents: Readonly<Record<string, Extent>> = {
  'ownDraft': 'ownDrafts', 'ownDraft othersDraft': 'drafts', 'oneself': 'oneself', 'another': 'others', 'own': 'own',
  'ownOnDraft ownOnPublished': 'own', 'ownOnDraft othersOnDraft': 'drafts', 'ownOnDraft ownOnPublished othersOnDraft': 'ownAndDrafts',
};

/** The word for the cases in which it may be done; throws where there is none yet, so that the table never says less than the rule. */
function extentOf(answers: Readonly<Record<string, boolean>>): Extent {
  const may = Object.keys(answers).filter((name) => answers[name]);
  if (may.length === Object.keys(answers).length) return 'yes';
  if (may.length === 0) return 'no';
  const extent = extents[may.join(' ')];
  if (!extent) throw new Error(`The table of rights has no word for: ${may.join(' ')}`);
  return extent;
}
