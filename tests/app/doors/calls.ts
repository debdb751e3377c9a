import { randomUUID } from 'node:crypto';
import type { Noun } from '#office/permission.ts';
import { registerFolders } from './folders.ts';
import { beginning } from './marks.ts';
import type { Route } from './routes.ts';
import type { Aims, Target } from './targets.ts';

/** One address of a route; `target` says what it is about, null where it is about no record. */
export type Call = { readonly route: string; readonly address: string; readonly noun: Noun | null; readonly target: Target | null };

/** Every address of a route that the walk asks: of each register where several share a route, of each target where it names a record. */
export function callsOf({ address: route }: Route, aims: Aims): Call[] {
  const at = (target: Target | null, noun: Noun | null, values: Record<string, string>): Call => ({
    route, noun, target,
    address: route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => values[name] ?? constants[name] ?? missing(route, name)) + (asked.find(([shape]) => shape.test(route))?.[1] ?? ''),
  });
  const shelf = /\/([a-z]+)\/\[slug\]$/.exec(route)?.[1];
  if (shelf !== undefined) return slugsOf(shelf, aims).map(([target, slug]) => at(target, null, { slug }));
  if (!route.includes('[id]') && !route.includes('[register]')) return [at(null, null, {})];
  const single = singles.find(([shape]) => shape.test(route));
  const shared = { register: 'agreements', file: aims.proposalFile, grant: aims.part('grant_of_right', aims.person) };
  if (single) return [at('a published record', null, { ...shared, id: single[1](aims) }), at('nothing', null, { ...shared, id: randomUUID(), file: randomUUID() })];
  const folder = /\/workspace\/([a-z]+)\/\[id\]/.exec(route)?.[1];
  if (!route.includes('[id]')) return Object.entries(registerFolders).map(([register, noun]) => at(null, noun, { register }));
  if (route.startsWith('/files/')) return (['a published record', 'a draft of another', 'nothing'] as const).map((target) => at(target, 'document', { id: aims.part('document_file', aims.records.document[target]), name: 'zapisnik.pdf' }));
  return Object.entries(registerFolders).filter(([name]) => folder === undefined || name === folder).flatMap(([register, noun]) =>
    (['a published record', 'a draft of another', 'nothing'] as const).map((target) => {
      const id = aims.records[noun][target];
      return at(target, noun, { register, id, act: acts[noun] ?? 'notice', ...partsOf(noun, id, aims) });
    }));
}

/** What is asked along, so that whatever searches finds the hidden by its beginning. */
const asked: readonly (readonly [RegExp, string])[] = [
  [/\/find$/, `?what=organisation&q=${beginning}`], [/\/near$/, `?of=organisation&name.en=${beginning}`], [/\/palette(\/hits)?$/, `?q=${beginning}`],
  [/\/(search|(workspace|\[locale\])\/(partners|agreements|memoranda|projects|milestones))$/, `?q=${beginning}`], [/\/csv$/, `?q=${beginning}`],
];

function slugsOf(shelf: string, { slugs }: Aims): [Target, string][] {
  const [shown = '', hidden = ''] = slugs[shelf] ?? [];
  return [['a published record', shown], ['a draft of another', hidden], ['nothing', 'niko-i-nigde']];
}

const constants: Record<string, string> = { locale: 'en', rest: 'nowhere/at/all', nextauth: 'session', secret: 'no-such-link', name: 'organisation.csv', form: 'en', key: 'four_eyes', kind: 'decide' };
const acts: Partial<Record<Noun, string>> = { agreement: 'notice', membership: 'considered', project: 'idea' };
const singles: readonly (readonly [RegExp, (aims: Aims) => string])[] = [
  [/\/people\/\[id\]\/anonymise/, ({ formerPerson }) => formerPerson], [/\/people\/\[id\]/, ({ person }) => person], [/\/import\/\[id\]/, (aims) => aims.import], [/\/proposals\/\[id\]/, ({ proposal }) => proposal], [/\/bulk\/\[id\]/, ({ bulk }) => bulk],
];

function partsOf(noun: Noun, id: string, aims: Aims): Record<string, string> {
  const table = noun === 'agreement' || noun === 'membership' || noun === 'project' ? `${noun}_act` as const : 'obligation';
  return { actId: aims.part(table, id), duty: aims.part('obligation', id), file: aims.part('document_file', id), seq: String(aims.change(id)) || String(aims.change(aims.records[noun]['a draft of another'])) };
}

function missing(route: string, name: string): never {
  throw new Error(`${route} has a parameter ${name} for which the walk knows no value: say in tests/app/doors/calls.ts what stands there.`);
}
