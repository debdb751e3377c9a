import { and, asc, eq, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { correctionNote } from '#db/schema/correction.ts';
import { change, revision } from '#db/schema/ledger.ts';
import type { LocalText } from '#messages/local-text.ts';
import { belgradeToday } from '#messages/dates.ts';
import type { Noun } from '#office/permission.ts';
import { references } from '#office/reference.ts';
import { sightOf, tables } from '#office/tables.ts';
import { visitor } from '#office/viewer.ts';
import { differences } from './difference.ts';
import { farEnds, publicField } from './public-fields.ts';

/** What became of the public record on a day; `readdressed` says that it got a new address. */
export type PublicAct = 'published' | 'republished' | 'corrected' | 'supplemented' | 'checked' | 'disputed' | 'withdrawn' | 'readdressed';

/** `fields` are names of the noun's own fields and of its groups of rows („parties“), as its form calls them. */
export type PublicFact = { readonly noun: Noun; readonly day: string; readonly act: PublicAct; readonly fields: readonly string[]; /** What the office tells of it in its own words. */ readonly notes: readonly LocalText[] };
export type PublicHistory = { readonly facts: readonly PublicFact[]; /** How many older ones were left out. */ readonly earlier: number };

/**
 * What the public is told of a published record's history, newest first: the day, which public act it was, and which
 * public fields it touched. Never who, never the internal reason, and nothing of the time before it was published or
 * while it was withdrawn. Empty for what the public may not see.
 */
export async function publicHistory(noun: Noun, id: string, limit = 20): Promise<PublicHistory> {
  const { table } = tables[noun];
  const [seen] = await reader().select({ id: table.id }).from(table).where(and(eq(table.id, id), sightOf(visitor, noun)));
  if (!seen) return { facts: [], earlier: 0 };
  const changes = await reader().select({ seq: change.seq, at: change.at, action: change.action }).from(change)
    .where(eq(change.recordId, id)).orderBy(asc(change.seq));
  const told = publicActs(changes).toReversed();
  const shown = told.slice(0, limit);
  const seqs = shown.map(({ seq }) => seq);
  const [rows, notes] = await Promise.all([touched(seqs), seqs.length ? reader().select({ seq: correctionNote.changeSeq, text: correctionNote.text }).from(correctionNote).where(inArray(correctionNote.changeSeq, seqs)) : []]);
  const facts = shown.flatMap((one): PublicFact[] => {
    const own = rows.filter((row) => row.changeSeq === one.seq);
    const act = one.act === 'verified' ? verificationIn(own) : one.act;
    const fields = act === 'corrected' || act === 'supplemented' ? [...new Set(own.flatMap((row) => row.fields))] : [];
    const said = notes.filter(({ seq }) => seq === one.seq).map(({ text }) => text);
    const says = act !== null && (fields.length > 0 || said.length > 0 || (act !== 'corrected' && act !== 'supplemented'));
    return says ? [{ noun, day: belgradeToday(one.at), act, fields, notes: said }] : [];
  });
  return { facts: byDay(facts), earlier: told.length - shown.length };
}

type Entered = { seq: number; at: Date; action: string };
type Told = Entered & { act: Exclude<PublicAct, 'checked' | 'disputed'> | 'verified' };

const acts: Record<string, Told['act']> = {
  publish: 'published', withdraw: 'withdrawn', verify: 'verified', revise: 'corrected', addParty: 'corrected', recordAct: 'supplemented', sign: 'supplemented',
  readdress: 'readdressed', enterDuty: 'corrected', settleDuty: 'corrected', classify: 'corrected', undo: 'corrected',
};

/** The acts that the public could have seen: from each publication to the withdrawal that followed. */
function publicActs(changes: readonly Entered[]): Told[] {
  let [isPublic, before] = [false, false];
  return changes.flatMap((entered): Told[] => {
    const act = acts[entered.action.split('.')[1] ?? ''];
    if (!act || (act !== 'published' && !isPublic)) return [];
    if (act === 'published' || act === 'withdrawn') isPublic = act === 'published';
    const again = act === 'published' && before;
    before ||= act === 'published';
    return [{ ...entered, act: again ? 'republished' : act }];
  });
}

type Touched = { changeSeq: number; after: Record<string, unknown> | null; fields: string[] };

/** The public fields that each change touched; of links only those whose other end the public may see. */
async function touched(seqs: number[]): Promise<Touched[]> {
  if (seqs.length === 0) return [];
  const rows = await reader().select().from(revision).where(inArray(revision.changeSeq, seqs)).orderBy(asc(revision.seq));
  const ends = rows.flatMap(farEnds);
  const seen = await references(visitor, ends);
  return rows.map((row) => {
    const hidden = farEnds(row).some(({ id }) => !seen.has(id));
    const fields = hidden ? [] : differences(row.tableName, row.before, row.after).flatMap((one) => publicField(one) ?? []);
    return { changeSeq: row.changeSeq, after: row.after, fields };
  });
}

function verificationIn(rows: readonly Touched[]): 'checked' | 'disputed' | null {
  const found = rows.map(({ after }) => after?.verification).find((held) => held === 'checked' || held === 'disputed');
  return found === 'checked' || found === 'disputed' ? found : null;
}

/** The same act several times on one day is told once, with all that it touched. */
function byDay(facts: readonly PublicFact[]): PublicFact[] {
  const groups = Map.groupBy(facts, ({ day, act }) => `${day} ${act}`);
  return [...groups.values()].flatMap(([first, ...rest]) =>
    (first ? [{ ...first, fields: [...new Set([first, ...rest].flatMap(({ fields }) => fields))], notes: [first, ...rest].flatMap(({ notes }) => notes) }] : []));
}
