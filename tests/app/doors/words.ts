import type { Noun } from '#office/permission.ts';

/** `contributor` and up means: of those who see the record whoever has this role for it, or one that includes it; the others are told that it is not theirs. */
export type Level = 'whoever sees it' | 'contributor' | 'editor' | 'publisher';
/** Who gets in, in the words of the decision and not taken from the code. `away` is what is said to whoever is not signed in. */
export type Rule = {
  readonly in: 'everybody' | 'staff' | 'admins' | 'nobody' | 'beginners' | 'editors of the noun' | 'its maker' | 'of a record' | 'who is not signed in' | 'who is half signed in';
  readonly away?: 303 | 307 | 401 | 404;
  readonly nouns?: readonly Noun[];
  readonly published?: Level;
  readonly draft?: Level;
};

const everybody: Rule = { in: 'everybody' };
const staff: Rule = { in: 'staff' };
const admins: Rule = { in: 'admins' };
const beginners = (noun: Noun): Rule => ({ in: 'beginners', nouns: [noun] });
const record = (published: Level, draft: Level = published, nouns?: readonly Noun[]): Rule => ({ in: 'of a record', published, draft, ...(nouns ? { nouns } : {}) });
/** What staff may propose where they may not do it: contributors get the form on what is published too. */
const proposable = record('contributor');
const holders: readonly Noun[] = ['agreement', 'membership'];

/** Every address of the tree with its rule. A route without one fails `tests/doors.spec.ts`. */
export const words: Readonly<Record<string, Rule>> = {
  '/[locale]': everybody, '/[locale]/[...rest]': { in: 'nobody' }, '/[locale]/about': everybody, '/[locale]/accessibility': everybody, '/[locale]/agreements': everybody,
  '/[locale]/agreements/[slug]': everybody, '/[locale]/contact': everybody, '/[locale]/map': everybody, '/[locale]/memoranda': everybody, '/[locale]/milestones': everybody,
  '/[locale]/networks': everybody, '/[locale]/networks/[slug]': everybody, '/[locale]/open-data': everybody, '/[locale]/partners': everybody, '/[locale]/partners/[slug]': everybody,
  '/[locale]/privacy': everybody, '/[locale]/programmes/[slug]': everybody, '/[locale]/projects': everybody, '/[locale]/projects/[slug]': everybody, '/[locale]/search': everybody,
  '/[locale]/self-assessment': everybody, '/[locale]/feed.atom': everybody, '/[locale]/milestones.ics': everybody, '/[locale]/sitemap.xml': everybody,
  '/[locale]/manifest.webmanifest': everybody, '/robots.txt': everybody, '/sitemap.xml': everybody, '/api/auth/[...nextauth]': everybody,
  // What a document's file is to a reader follows its document: published and public, or not there.
  '/files/[id]/[name]': { in: 'of a record', published: 'whoever sees it', draft: 'whoever sees it', away: 404 },
  '/files/[id]/first-page': { in: 'of a record', published: 'whoever sees it', draft: 'whoever sees it', away: 404 },
  '/files/attach/[form]/[id]': staff, '/files/import/[form]': staff, '/drafts/mine': { in: 'staff', away: 401 },

  '/[locale]/workspace/me': staff, '/[locale]/workspace/me/password': staff, '/[locale]/workspace/me/email': staff, '/[locale]/workspace/rights': staff, '/[locale]/workspace/reminders': staff, '/[locale]/workspace/waiting/[kind]': staff, '/[locale]/workspace/me/mail': staff, '/[locale]/workspace/outbox': admins,
  '/[locale]/workspace/me/second-factor': staff, '/[locale]/workspace/me/second-factor/set-up': staff, '/[locale]/sign-in/forgotten': everybody,
  '/[locale]/workspace/people/[id]/second-factor': admins, '/[locale]/workspace/people/[id]/anonymise': admins,
  '/[locale]/workspace/people/[id]/access': admins, '/[locale]/workspace/people/[id]/roles/[grant]': admins,
  // The second half of a sign-in: for whoever gave his password a moment ago; to all others it is the first.
  '/[locale]/sign-in/code': { in: 'who is half signed in' },
  '/[locale]/sign-in': { in: 'who is not signed in' }, '/[locale]/sign-in/[...rest]': { in: 'nobody' }, '/[locale]/sign-in/link/[secret]': { in: 'nobody' },

  '/[locale]/workspace': staff, '/[locale]/workspace/[...rest]': { in: 'nobody', away: 307 }, '/[locale]/workspace/help': staff, '/[locale]/workspace/history': staff,
  '/[locale]/workspace/palette': staff, '/[locale]/workspace/palette/hits': { in: 'staff', away: 401 }, '/[locale]/workspace/find': { in: 'staff', away: 401 },
  '/[locale]/workspace/near': { in: 'staff', away: 401 }, '/[locale]/workspace/proposals': staff, '/[locale]/workspace/settings': admins, '/[locale]/workspace/settings/[key]': admins,
  '/[locale]/workspace/people': admins, '/[locale]/workspace/people/[id]': admins, '/[locale]/workspace/people/new': admins,
  '/[locale]/workspace/import': { in: 'editors of the noun', away: 307 }, '/[locale]/workspace/import/[id]': { in: 'editors of the noun', away: 307 },
  '/[locale]/workspace/import/[id]/wrong': { in: 'editors of the noun', away: 404 }, '/[locale]/workspace/import/templates/[name]': { in: 'editors of the noun', away: 404 },
  '/[locale]/workspace/proposals/[id]': { in: 'editors of the noun', away: 307 }, '/[locale]/workspace/proposals/[id]/preview': { in: 'editors of the noun', away: 307 },
  '/[locale]/workspace/proposals/[id]/files/[file]': { in: 'editors of the noun', away: 404 }, '/[locale]/workspace/tables/[register]/bulk/[id]': { in: 'its maker', away: 307 },
  '/[locale]/workspace/tables/[register]/csv': { in: 'staff', away: 303 }, '/[locale]/workspace/tables/[register]/views': staff,

  '/[locale]/workspace/partners': staff, '/[locale]/workspace/networks': staff, '/[locale]/workspace/programmes': staff, '/[locale]/workspace/projects': staff,
  '/[locale]/workspace/agreements': staff, '/[locale]/workspace/milestones': staff, '/[locale]/workspace/documents': staff, '/[locale]/workspace/milestones/overdue': staff,
  '/[locale]/workspace/milestones/timeline': staff, '/[locale]/workspace/milestones/unowned': staff, '/[locale]/workspace/milestones/week': staff,
  '/[locale]/workspace/partners/new': beginners('organisation'), '/[locale]/workspace/networks/new': beginners('membership'), '/[locale]/workspace/programmes/new': beginners('programme'),
  '/[locale]/workspace/projects/new': beginners('project'), '/[locale]/workspace/agreements/new': beginners('agreement'), '/[locale]/workspace/milestones/new': beginners('milestone'),
  '/[locale]/workspace/documents/new': beginners('document'),

  '/[locale]/workspace/partners/[id]': record('whoever sees it'), '/[locale]/workspace/networks/[id]': record('whoever sees it'), '/[locale]/workspace/programmes/[id]': record('whoever sees it'),
  '/[locale]/workspace/projects/[id]': record('whoever sees it'), '/[locale]/workspace/agreements/[id]': record('whoever sees it'), '/[locale]/workspace/milestones/[id]': record('whoever sees it'),
  '/[locale]/workspace/documents/[id]': record('whoever sees it'), '/[locale]/workspace/milestones/[id]/dependants': record('whoever sees it'),
  '/[locale]/workspace/[register]/[id]/history': record('whoever sees it'), '/[locale]/workspace/[register]/[id]/history/[seq]': record('whoever sees it'),
  '/[locale]/workspace/[register]/[id]/duties': record('whoever sees it', 'whoever sees it', holders), '/[locale]/workspace/[register]/[id]/duties/new': record('contributor', 'contributor', holders),
  '/[locale]/workspace/[register]/[id]/duties/[duty]': record('contributor', 'contributor', holders), '/[locale]/workspace/[register]/[id]/duties/[duty]/settle': record('contributor', 'contributor', holders),
  '/[locale]/workspace/[register]/[id]/plan': record('whoever sees it', 'whoever sees it', ['agreement', 'membership', 'project', 'programme']),
  '/[locale]/workspace/[register]/[id]/preview': proposable, '/[locale]/workspace/[register]/[id]/verify': record('editor'), '/[locale]/workspace/[register]/[id]/merge': proposable,
  '/[locale]/workspace/[register]/[id]/address': record('publisher', 'publisher', ['organisation', 'programme', 'project', 'agreement']),
  '/[locale]/workspace/[register]/[id]/publish': record('publisher', 'editor'), '/[locale]/workspace/[register]/[id]/withdraw': record('publisher'),

  '/[locale]/workspace/partners/[id]/edit': proposable, '/[locale]/workspace/networks/[id]/edit': proposable, '/[locale]/workspace/programmes/[id]/edit': proposable,
  '/[locale]/workspace/projects/[id]/edit': proposable, '/[locale]/workspace/agreements/[id]/edit': proposable, '/[locale]/workspace/milestones/[id]/edit': proposable,
  '/[locale]/workspace/documents/[id]/edit': proposable, '/[locale]/workspace/documents/[id]/files': proposable,
  '/[locale]/workspace/documents/[id]/files/[file]/detach': proposable,
  '/[locale]/workspace/agreements/[id]/sign': proposable, '/[locale]/workspace/agreements/[id]/annex': proposable, '/[locale]/workspace/agreements/[id]/party': proposable,
  '/[locale]/workspace/agreements/[id]/decide': record('editor'), '/[locale]/workspace/agreements/[id]/old-act': proposable,
  '/[locale]/workspace/agreements/[id]/acts/new/[act]': proposable, '/[locale]/workspace/networks/[id]/acts/new/[act]': proposable, '/[locale]/workspace/projects/[id]/acts/new/[act]': proposable,
  '/[locale]/workspace/agreements/[id]/acts/[actId]': proposable, '/[locale]/workspace/networks/[id]/acts/[actId]': proposable,
  '/[locale]/workspace/projects/[id]/acts/[actId]': proposable,
  '/[locale]/workspace/networks/[id]/old-act': proposable, '/[locale]/workspace/projects/[id]/old-act': proposable,
  '/[locale]/workspace/milestones/[id]/cancel': proposable, '/[locale]/workspace/milestones/[id]/complete': proposable, '/[locale]/workspace/milestones/[id]/postpone': proposable,
  '/[locale]/workspace/milestones/[id]/progress': proposable, '/[locale]/workspace/milestones/[id]/start': proposable,
};
