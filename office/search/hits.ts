import { and, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { agreement } from '#db/schema/agreement.ts';
import { documentLink } from '#db/schema/document.ts';
import { milestone } from '#db/schema/milestone.ts';
import { projectAct } from '#db/schema/project.ts';
import { readText, type LocalText, type WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import { htmlLang } from '#messages/routing.ts';
import { line } from '#office/agreement/read.ts';
import { withStanding } from '#office/agreement/register.ts';
import type { Noun } from '#office/permission.ts';
import { projectState, type ProjectState } from '#office/project/project.ts';
import { references, type Reference } from '#office/reference.ts';
import type { Referred } from '#office/referred.ts';
import { pageFolder } from '#office/register/register.ts';
import { sightOf, tables } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';
import type { AskedTerm } from './search.ts';
import type { Candidate } from './candidates.ts';
import { excerpt, marked, markingFor, marksIn, type Marking, type Segment } from './marks.ts';

/** A text as found: `lang` is the tag of its language. */
export type MarkedText = { readonly lang: string; readonly segments: readonly Segment[] };
type AgreementSign = Awaited<ReturnType<typeof withStanding>>[number]['standing']['sign'];

/** A record as the list of results draws it. `path` follows the written form; null where no page shows the record. */
export type Hit = {
  readonly id: string; readonly kind: SearchKind; readonly code: string; readonly path: string | null;
  /** Type of an agreement; null for what has none. */
  readonly type: string | null;
  readonly title: MarkedText | null;
  /** Countries, parties, places and other names that answer. */
  readonly names: readonly MarkedText[];
  /** The part of its prose that answers, or its beginning. */
  readonly passage: MarkedText | null;
  readonly standing: AgreementSign | null;
  readonly state: ProjectState | null;
};

/**
 * Reads these records as the viewer may see them, in their order, with what was asked for marked in the reader's form. The
 * more of them there are, the less is shown of the prose of each, so that no page grows beyond its measure.
 */
export async function hitsOf(viewer: Viewer, found: readonly Candidate[], terms: readonly AskedTerm[], form: WrittenForm, today: string): Promise<Hit[]> {
  if (found.length === 0) return [];
  const told = (await Promise.all([...Map.groupBy(found, ({ noun }) => noun)].map(([noun, some]) => toldOf(viewer, noun, some.map(({ id }) => id))))).flat();
  const [marking, paths, standings, states] = await Promise.all([
    markingFor(terms, told.flatMap(wordings)), pathsOf(viewer, told), standingsOf(viewer, told, today), statesOf(told, today),
  ]);
  const byId = new Map(told.map((one) => [one.id, one]));
  const room = found.length > 50 ? 90 : found.length > 25 ? 160 : 240;
  const asked = new Set(terms.flatMap((term) => (term.phrase ? [] : term.tags)));
  return found.flatMap(({ id, countries }) => {
    const one = byId.get(id);
    if (!one) return [];
    const standing = standings.get(id);
    return [{
      id, kind: one.kind, code: one.code, path: paths.get(id) ?? null, type: standing?.type ?? null,
      // A hundred pills alone would be half of the measure of a page.
      standing: (room > 100 && standing?.sign) || null, state: (room > 100 && states.get(id)) || null,
      ...drawn(one, marking, form, room, countries.filter((code) => asked.has(code)).map((code) => countryName(code, form))),
    }];
  });
}

type Told = { id: string; noun: Noun; kind: SearchKind; code: string; slug: string; names: Texts; others: Texts; prose: Texts };
type Texts = readonly (LocalText | null)[];

/** What the entries of these records were derived from: the same texts that their public pages show. */
async function toldOf(viewer: Viewer, noun: Noun, ids: readonly string[]): Promise<Told[]> {
  const { table } = tables[noun];
  const { rows } = await reader().execute<Omit<Told, 'noun'>>(sql`
    select told.id, told.kind, told.code, ${table.slug} as slug, told.names, told.others, told.prose
    from ${sql.identifier(`povelja_index_${noun}`)}(${sql.param(`{${ids.join(',')}}`)}::uuid[]) told
    join ${table} on ${table.id} = told.id where ${sightOf(viewer, noun)}`);
  return rows.map((row) => ({ ...row, noun }));
}

function drawn({ names, others, prose }: Told, marking: Marking, form: WrittenForm, room: number, countries: readonly string[]): Pick<Hit, 'title' | 'names' | 'passage'> {
  const title = names.flatMap((name) => readText(name, form) ?? [])[0];
  const called = others.flatMap((name) => readText(name, form) ?? []).filter(({ text }) => marksIn(text, marking) > 0).slice(0, room > 100 ? 3 : 1);
  const [best] = prose.flatMap((text) => readText(text, form) ?? []).map((read) => ({ ...read, marks: marksIn(read.text, marking) })).toSorted((a, b) => b.marks - a.marks);
  const inTitle = title !== undefined && marksIn(title.text, marking) > 0;
  const answers = countries.length > 0 || (best?.marks ?? 0) > 0 || called.length > 0 || inTitle;
  const passage = answers ? best : inAnotherLanguage([...names, ...others, ...prose], marking, form) ?? best;
  return {
    title: title ? { lang: title.lang, segments: marked(title.text, marking) } : null,
    names: [
      ...countries.map((text) => ({ lang: htmlLang(form), segments: [{ text, marked: true }] })),
      ...outer(called).map(({ lang, text }) => ({ lang, segments: marked(text, marking) })),
    ],
    // On a long page the name that answers is enough.
    passage: passage && !(inTitle && room < 100) ? { lang: passage.lang, segments: excerpt(passage.text, marking, room) } : null,
  };
}

/** Found in a language that the reader did not ask for: then that wording is the reason why the record stands here. */
function inAnotherLanguage(texts: Texts, marking: Marking, form: WrittenForm): { text: string; lang: string } | undefined {
  const others = texts.flatMap((text) => [
    ...(form === 'en' ? ['sr-Cyrl' as const] : ['en' as const]).flatMap((other) => readText(text, other) ?? []),
    ...Object.entries(text?.other ?? {}).map(([lang, held]) => ({ lang, text: held })),
  ]);
  return others.find(({ text }) => marksIn(text, marking) > 0);
}

/** Without those that another one holds, as a name does its acronym. */
function outer<T extends { text: string }>(texts: readonly T[]): T[] {
  return texts.filter(({ text }, place) => !texts.some((other, at) => other.text.includes(text) && (other.text !== text || at < place)));
}

function wordings({ names, others, prose }: Told): string[] {
  return [...names, ...others, ...prose].flatMap((text) => (text ? [text['sr-Cyrl']?.text, text['sr-Latn']?.text, text.en?.text, ...Object.values(text.other ?? {})] : []))
    .filter((text) => text !== undefined);
}

async function standingsOf(viewer: Viewer, told: readonly Told[], today: string): Promise<Map<string, { type: string | null; sign: AgreementSign }>> {
  const ids = idsOf(told, 'agreement');
  const rows = ids.length ? await reader().select(line).from(agreement).where(and(inArray(agreement.id, ids), sightOf(viewer, 'agreement'))) : [];
  return new Map((await withStanding(viewer, rows, today)).map(({ id, type, standing }) => [id, { type, sign: standing.sign }]));
}

async function statesOf(told: readonly Told[], today: string): Promise<Map<string, ProjectState>> {
  const ids = idsOf(told, 'project');
  const acts = ids.length ? await reader().select({ projectId: projectAct.projectId, kind: projectAct.kind, on: projectAct.on }).from(projectAct).where(inArray(projectAct.projectId, ids)).orderBy(projectAct.position) : [];
  return new Map(ids.map((id) => [id, projectState(acts.filter(({ projectId }) => projectId === id), today)]));
}

/** A milestone and a document stand on the page of a record that they belong to. */
async function pathsOf(viewer: Viewer, told: readonly Told[]): Promise<Map<string, string>> {
  const folders: Partial<Record<SearchKind, string>> = { agreement: 'agreements', network: 'networks', partner: 'partners', programme: 'programmes', project: 'projects' };
  const own = told.flatMap(({ id, kind, slug }): [string, string][] => (folders[kind] ? [[id, `/${folders[kind]}/${slug}`]] : []));
  const owners = [...await ownersOfMilestones(idsOf(told, 'milestone')), ...await ownersOfDocuments(idsOf(told, 'document'))];
  const seen = await references(viewer, owners.map(({ noun, owner }) => ({ noun, id: owner })));
  const lent = owners.flatMap(({ id, owner }): [string, string][] => {
    const to: Reference | undefined = seen.get(owner);
    const folder = to && pageFolder(to);
    return to && folder ? [[id, `/${folder}/${to.slug}`]] : [];
  });
  return new Map([...lent.toReversed(), ...own]);
}

type Owned = { id: string; noun: Referred; owner: string };

async function ownersOfMilestones(ids: readonly string[]): Promise<Owned[]> {
  if (ids.length === 0) return [];
  const rows = await reader().select({ id: milestone.id, agreement: milestone.agreementId, membership: milestone.membershipId, project: milestone.projectId, programme: milestone.programmeId })
    .from(milestone).where(inArray(milestone.id, [...ids]));
  return rows.flatMap(({ id, ...named }) => Object.entries(named).flatMap(([noun, owner]) => (owner ? [{ id, noun: noun as Referred, owner }] : [])));
}

async function ownersOfDocuments(ids: readonly string[]): Promise<Owned[]> {
  if (ids.length === 0) return [];
  return reader().select({ id: documentLink.documentId, noun: documentLink.noun, owner: documentLink.recordId }).from(documentLink)
    .where(inArray(documentLink.documentId, [...ids])).orderBy(documentLink.position);
}

function idsOf(told: readonly Told[], noun: Noun): string[] {
  return told.flatMap((one) => (one.noun === noun ? [one.id] : []));
}
