import { actKinds } from '#office/agreement/agreement.ts';
import type { Noun } from '#office/permission.ts';
import { registerFolders } from '../doors/folders.ts';
import type { Exhibits } from './exhibits.ts';

/** A page as somebody may see it: its route, its address below the written form, and what it answers with. */
export type Screen = { readonly route: string; readonly address: string; readonly status: number };
type Shown = string | readonly string[];
export type Examples = Readonly<Record<string, Shown | undefined>>;

/** Every address at which a page of the tree is looked at. Throws on a page that has none: a new one wants its line below. */
export function screensOf(routes: readonly string[], examples: Examples): Screen[] {
  return routes.flatMap((route) => {
    const shown = examples[route] === undefined && !route.includes('[') ? route : examples[route];
    if (shown === undefined) throw new Error(`${route} has no example in tests/app/screens/screens.ts`);
    return [shown].flat().map((address) => ({ route, address, status: route.includes('[...rest]') ? 404 : 200 }));
  });
}

/** Where pages with a parameter are looked at, and those that choices draw otherwise. */
export function examplesOf(exhibits: Exhibits): Examples {
  const { kept, part, before, imports } = exhibits;
  const at = (noun: Noun, rest = '') => `/workspace/${folderOf(noun)}/${kept[noun]}${rest}`;
  const each = (rest: string, nouns = Object.keys(registerNouns) as Noun[]) => nouns.map((noun) => at(noun, rest));
  const some = { agreement: at('agreement'), membership: at('membership'), project: at('project'), milestone: at('milestone'), document: at('document') };
  return {
    ...lists,
    '/agreements/[slug]': ['/agreements/mou-usaid-sldp', '/agreements/mou-usaid-sldp?as-of=2020-01-01'],
    '/networks/[slug]': '/networks/ecad', '/partners/[slug]': ['/partners/usaid', '/partners/novi-sad'], '/programmes/[slug]': '/programmes/mega', '/projects/[slug]': '/projects/transpower',
    '/sign-in/link/[secret]': `/sign-in/link/${exhibits.link}`,
    '/workspace/[register]/[id]/address': each('/address', ['organisation', 'agreement']),
    '/workspace/[register]/[id]/duties': [`${some.agreement}/duties`, `${some.membership}/duties`],
    '/workspace/[register]/[id]/duties/new': `${some.agreement}/duties/new`,
    '/workspace/[register]/[id]/duties/[duty]': `${some.agreement}/duties/${part('obligation', kept.agreement!)}`,
    '/workspace/[register]/[id]/duties/[duty]/settle': `${some.agreement}/duties/${part('obligation', kept.agreement!)}/settle`,
    '/workspace/[register]/[id]/history': each('/history'),
    '/workspace/[register]/[id]/history/[seq]': `${some.agreement}/history/${part('change', kept.agreement!)}`,
    '/workspace/[register]/[id]/merge': [at('organisation', '/merge'), `${at('organisation', '/merge')}?q=град`],
    '/workspace/[register]/[id]/plan': each('/plan', ['agreement', 'project']),
    '/workspace/[register]/[id]/preview': each('/preview', ['organisation', 'agreement', 'project', 'milestone']),
    '/workspace/[register]/[id]/publish': [`/workspace/agreements/${before.initiative}/publish`],
    '/workspace/[register]/[id]/verify': each('/verify', ['agreement']),
    '/workspace/[register]/[id]/withdraw': each('/withdraw', ['agreement']),
    '/workspace/agreements/[id]': [some.agreement, ...[...new Set(Object.values(before))].map((id) => `/workspace/agreements/${id}`)],
    '/workspace/agreements/[id]/acts/[actId]': `/workspace/agreements/${before.amendment}/acts/${part('agreement_act', before.amendment)}`,
    '/workspace/agreements/[id]/acts/new/[act]': [
      ...actKinds.filter((kind) => kind !== 'signature').map((kind) => `/workspace/agreements/${before[kind]}/acts/new/${kind.replaceAll('_', '-')}`),
      `/workspace/agreements/${before.initiative}/acts/new/council-decision`,
    ],
    '/workspace/agreements/[id]/annex': `/workspace/agreements/${before.annex}/annex`,
    '/workspace/agreements/[id]/decide': [`/workspace/agreements/${before.amendment}/decide`, `/workspace/agreements/${before.resumption}/decide`],
    '/workspace/agreements/[id]/edit': `${some.agreement}/edit`,
    '/workspace/agreements/[id]/old-act': `/workspace/agreements/${before.initiative}/old-act`,
    '/workspace/agreements/[id]/party': `/workspace/agreements/${before.initiative}/party`,
    '/workspace/agreements/[id]/sign': [`/workspace/agreements/${before.signature}/sign`, `/workspace/agreements/${before.initiative}/sign`],
    '/workspace/documents/[id]': some.document, '/workspace/documents/[id]/edit': `${some.document}/edit`, '/workspace/documents/[id]/files': `${some.document}/files`,
    '/workspace/documents/[id]/files/[file]/detach': `${some.document}/files/${part('document_file', kept.document!)}/detach`,
    '/workspace/import/[id]': [`/workspace/import/${imports.mapping}`, `/workspace/import/${imports.checked}`],
    '/workspace/milestones/[id]': some.milestone,
    '/workspace/settings/[key]': '/workspace/settings/four_eyes', '/workspace/waiting/[kind]': ['/workspace/waiting/toPublish', '/workspace/waiting/overdue'],
    ...Object.fromEntries(['cancel', 'complete', 'dependants', 'edit', 'postpone', 'progress', 'start'].map((move) => [`/workspace/milestones/[id]/${move}`, `/workspace/milestones/${exhibits.planned}/${move}`])),
    '/workspace/networks/[id]': some.membership, '/workspace/networks/[id]/edit': `${some.membership}/edit`, '/workspace/networks/[id]/old-act': `${some.membership}/old-act`,
    '/workspace/networks/[id]/acts/new/[act]': ['suspended', 'withdrawal-decided', 'ended'].map((kind) => at('membership', `/acts/new/${kind}`)),
    '/workspace/networks/[id]/acts/[actId]': at('membership', `/acts/${part('membership_act', kept.membership!)}`),
    '/workspace/partners/[id]': at('organisation'), '/workspace/partners/[id]/edit': at('organisation', '/edit'),
    '/workspace/people/[id]': [`/workspace/people/${exhibits.person}`, `/workspace/people/${exhibits.other}`], '/workspace/people/[id]/anonymise': `/workspace/people/${exhibits.former}/anonymise`, '/workspace/people/[id]/access': [`/workspace/people/${exhibits.other}/access`, `/workspace/people/${exhibits.former}/access`], '/workspace/people/[id]/roles/[grant]': `/workspace/people/${exhibits.other}/roles/${part('grant_of_right', exhibits.other)}`,
    '/workspace/people/[id]/second-factor': `/workspace/people/${exhibits.other}/second-factor`,
    '/workspace/programmes/[id]': at('programme'), '/workspace/programmes/[id]/edit': at('programme', '/edit'),
    '/workspace/projects/[id]': some.project, '/workspace/projects/[id]/edit': `${some.project}/edit`, '/workspace/projects/[id]/old-act': `${some.project}/old-act`,
    '/workspace/projects/[id]/acts/new/[act]': ['preparing', 'submitted', 'cancelled'].map((kind) => `/workspace/projects/${exhibits.begun}/acts/new/${kind}`),
    '/workspace/projects/[id]/acts/[actId]': `/workspace/projects/${exhibits.begun}/acts/${part('project_act', exhibits.begun)}`,
    '/workspace/proposals/[id]': `/workspace/proposals/${exhibits.proposal}`, '/workspace/proposals/[id]/preview': `/workspace/proposals/${exhibits.proposal}/preview`,
    '/workspace/tables/[register]/bulk/[id]': `/workspace/tables/agreements/bulk/${exhibits.bulk}`,
    '/workspace/tables/[register]/views': '/workspace/tables/agreements/views',
  };
}

/** Lists with the choices that draw them otherwise, and addresses at which there is nothing. */
const lists: Readonly<Record<string, Shown>> = {
  '/[...rest]': '/no-such-page', '/sign-in/[...rest]': '/sign-in/no-such-page', '/workspace/[...rest]': '/workspace/no-such-page',
  '/agreements': ['/agreements', '/agreements?standing=in_force'], '/partners': ['/partners', '/partners?q=xyzxyz'], '/search': ['/search', '/search?q=nis', '/search?q=xyzxyz'],
  '/workspace/proposals': ['/workspace/proposals', '/workspace/proposals?view=decided'], '/workspace/palette': ['/workspace/palette', '/workspace/palette?q=nis'],
  '/workspace/agreements': ['/workspace/agreements', '/workspace/agreements?q=xyzxyz'],
};

const registerNouns = Object.fromEntries(Object.entries(registerFolders).map(([folder, noun]) => [noun, folder]));

function folderOf(noun: Noun): string {
  return registerNouns[noun] ?? noun;
}
