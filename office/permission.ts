import type { Role } from '#db/schema/person.ts';
import type { Publication } from '#db/columns.ts';
import type { Staff, Viewer } from './viewer.ts';

/** The nouns of the office, each with the same verbs at least. */
export const nouns = ['organisation', 'membership', 'programme', 'project', 'agreement', 'milestone', 'document'] as const;
export type Noun = (typeof nouns)[number];

/** Nouns whose records have a page of their own for the public, and so an address that may change. */
export const addressed = ['organisation', 'programme', 'project', 'agreement'] as const satisfies readonly Noun[];
export type Addressed = (typeof addressed)[number];

const verbs = ['draft', 'revise', 'submit', 'return', 'approve', 'schedule', 'unschedule', 'embargo', 'publish', 'withdraw', 'verify', 'merge', 'undo'] as const;
export type RecordAction = `${Noun}.${(typeof verbs)[number]}`;
export type Action = RecordAction | keyof typeof ownRules;

/** What a rule may look at of the record in hand. */
export type Subject = {
  readonly id: string;
  readonly createdBy: string | null;
  readonly publication: Publication;
  /** The project that a milestone belongs to. */
  readonly projectId?: string | null;
  /** The projects that a document belongs to. */
  readonly projectIds?: readonly string[];
  /** Of an import: what its table is for; of a reminder: of which noun its record is. */
  readonly noun?: string;
  /** Of a proposal: the act that it asks for, and the record that the act is about. */
  readonly proposes?: { readonly action: Action; readonly noun: Noun; readonly record: Subject | null };
};
type Rule = (viewer: Staff, noun: string, subject: Subject | null) => boolean;

/** The verbs every noun has. A type makes the table complete: a new noun or verb must answer here. */
const commonRules: Record<(typeof verbs)[number], Rule> = {
  draft: (viewer, noun, subject) => holds(viewer, 'contributor', noun, subject),
  revise: mayRevise,
  submit: mayRevise,
  return: mayPublish,
  approve: mayPublish,
  schedule: mayPublish,
  unschedule: mayPublish,
  embargo: mayPublish,
  publish: mayPublish,
  withdraw: mayPublish,
  verify: (viewer, noun, subject) => holds(viewer, 'editor', noun, subject),
  merge: mayPublish,
  // Whether somebody may undo depends on what he did: the verb asks for that act again.
  undo: (viewer, noun, subject) => holds(viewer, 'contributor', noun, subject),
};

/** Acts that only one noun has. */
const ownRules = {
  'organisation.readdress': mayPublish,
  'programme.readdress': mayPublish,
  'project.readdress': mayPublish,
  'agreement.readdress': mayPublish,
  'agreement.addParty': mayRevise,
  'agreement.recordAct': mayEdit,
  'agreement.sign': mayEdit,
  // Whose a record is, is the office's own matter; in which field it lies, the public reads.
  'agreement.assign': mayEdit,
  'membership.assign': mayEdit,
  'project.assign': mayEdit,
  'milestone.assign': mayEdit,
  'agreement.classify': mayRevise,
  'membership.recordAct': mayEdit,
  'project.recordAct': mayEdit,
  'document.attach': mayRevise,
  'document.detach': mayRevise,
  'agreement.enterDuty': mayRevise,
  'agreement.settleDuty': mayEdit,
  'membership.enterDuty': mayRevise,
  'membership.settleDuty': mayEdit,
  'milestone.start': mayEdit,
  'milestone.noteProgress': mayEdit,
  'milestone.takeOver': mayEdit,
  'milestone.complete': mayEdit,
  'milestone.postpone': mayEdit,
  'milestone.cancel': mayEdit,
  'person.invite': isAdmin,
  'person.revise': isAdmin,
  'person.setPassword': isOneself,
  'person.chooseLetters': isOneself,
  'person.reviseOwn': isOneself,
  'person.setSecondFactor': isOneself,
  'person.dropSecondFactor': isOneself,
  'person.renewRecoveryCodes': isOneself,
  // His own he drops by a code; this is for whoever has lost his.
  'person.resetSecondFactor': (viewer, noun, subject) => isAdmin(viewer) && !isOneself(viewer, noun, subject),
  // Nobody raises himself.
  'person.grant': (viewer, noun, subject) => isAdmin(viewer) && !isOneself(viewer, noun, subject),
  'person.revoke': isAdmin,
  'person.deactivate': isAdmin,
  'person.reactivate': isAdmin,
  'person.renewLink': isAdmin,
  'person.makeReset': isAdmin,
  'person.cancelLink': isAdmin,
  // Nothing brings it back, so nobody does it to himself.
  'person.anonymise': (viewer, noun, subject) => isAdmin(viewer) && !isOneself(viewer, noun, subject),
  'setting.change': isAdmin,
  // Whoever works on such records may say that the office knows of a day.
  'reminder.acknowledge': (viewer, _noun, subject) => holds(viewer, 'contributor', subject?.noun ?? '', subject),
  // For which noun, the verb asks when the table is there.
  'import.begin': (viewer) => nouns.some((noun) => holds(viewer, 'editor', noun, null)),
  // It goes on with the rights of whoever brought it, so it is nobody else's to set going.
  'import.map': mayImport,
  'import.confirm': mayImport,
  'import.resume': mayImport,
  'import.stop': (viewer, _noun, subject) => holds(viewer, 'editor', subject?.noun ?? '', null),
  // The job's, when all rows were looked at, and when none waits any more.
  'import.check': () => false,
  'import.finish': () => false,
  'proposal.send': (viewer, _noun, subject) => mayPropose(viewer, subject),
  'proposal.amend': isAuthor,
  'proposal.takeBack': isAuthor,
  'proposal.comment': (viewer, noun, subject) => isAuthor(viewer, noun, subject) || mayDecide(viewer, subject),
  'proposal.return': (viewer, _noun, subject) => mayDecide(viewer, subject),
  'proposal.reject': (viewer, _noun, subject) => mayDecide(viewer, subject),
} satisfies Record<string, Rule>;

export const actions: readonly Action[] = [
  ...nouns.flatMap((noun) => verbs.map((verb) => `${noun}.${verb}` as const)),
  ...(Object.keys(ownRules) as (keyof typeof ownRules)[]),
];

/**
 * May this viewer do this to this record? One pure function, no default: every action name has a rule.
 * `subject` is null where the record does not exist yet. The system viewer may do everything, a visitor nothing.
 */
export function permits(viewer: Viewer, action: Action, subject: Subject | null): boolean {
  if (viewer.kind === 'system') return true;
  if (viewer.kind === 'visitor') return false;
  const [noun = '', verb = ''] = action.split('.');
  const rule: Rule = action in ownRules ? ownRules[action as keyof typeof ownRules] : commonRules[verb as (typeof verbs)[number]];
  return rule(viewer, noun, subject);
}

/** What an account does to itself and asks the password for by itself, or needs none for. */
const unconfirmed: readonly Action[] = ['person.setPassword', 'person.reviseOwn', 'person.chooseLetters'];

/**
 * Whether the act is about people, their rights or the office's settings: then the viewer must have given his password or a code
 * within the last ten minutes (decision 0021). A new act of these nouns counts unless it is named above.
 */
export function needsConfirming(action: Action): boolean {
  return /^(person|setting)\./.test(action) && !unconfirmed.includes(action);
}

/** Acts that say who may see a record, how sure we are or whose it is, and change nothing of what the public reads. */
export const aboutPublication = ['submit', 'return', 'approve', 'schedule', 'unschedule', 'embargo', 'publish', 'withdraw', 'verify', 'assign', 'takeOver'] as const;

/** Does the act change what a record says? */
export function isContent(action: Action): boolean {
  const [noun, verb] = action.split('.');
  return nouns.some((one) => one === noun) && !aboutPublication.some((one) => one === verb);
}

/**
 * How the viewer may do this: at once, by proposing it to somebody else, or not at all (null). With `four_eyes` what the
 * public reads is only ever proposed.
 */
export function wayOf(viewer: Staff, action: Action, noun: Noun, record: Subject, office: { readonly four_eyes: boolean }): 'act' | 'propose' | null {
  const alone = office.four_eyes && record.publication === 'published' && isContent(action);
  if (!alone && permits(viewer, action, record)) return 'act';
  return permits(viewer, 'proposal.send', { id: record.id, createdBy: null, publication: 'draft', proposes: { action, noun, record } }) ? 'propose' : null;
}

/** Does the viewer hold this role, or one that includes it, for this record (or for the noun, where there is none yet)? */
export function holds(viewer: Staff, wanted: Role, noun: string, subject: { readonly id: string } & Partial<Subject> | null): boolean {
  return viewer.grants.some((grant) =>
    includes(grant.role, wanted)
    && (grant.noun === null || grant.noun === noun)
    && (grant.recordId === null || grant.recordId === subject?.id)
    || includes(grant.role, wanted) && reaches(grant, noun, subject));
}

/** Of which records of a noun somebody holds a role, for a query: null where of all. A right to one of `projects` reaches what belongs to it. */
export function heldOf({ grants }: Staff, wanted: Role, noun: Noun): Held | null {
  const given = grants.filter(({ role }) => includes(role, wanted));
  if (given.some((grant) => grant.recordId === null && (grant.noun === null || grant.noun === noun))) return null;
  const of = (kind: Noun) => given.flatMap((grant) => (grant.recordId !== null && (grant.noun === null || grant.noun === kind) ? [grant.recordId] : []));
  return { ids: of(noun), projects: of('project') };
}
export type Held = { readonly ids: readonly string[]; readonly projects: readonly string[] };

/** A right to one project reaches the milestones and the documents that belong to it. */
function reaches({ noun: given, recordId }: Staff['grants'][number], noun: string, subject: Partial<Subject> | null): boolean {
  if (given !== 'project' || recordId === null || subject === null) return false;
  if (noun === 'milestone') return subject.projectId === recordId;
  return noun === 'document' && (subject.projectIds?.includes(recordId) ?? false);
}

/** Publisher includes editor, editor includes contributor. Admin stands apart: people, roles and settings only. */
function includes(held: Role, wanted: Role): boolean {
  if (held === 'admin' || wanted === 'admin') return held === wanted;
  const ladder: readonly Role[] = ['contributor', 'editor', 'publisher'];
  return ladder.indexOf(held) >= ladder.indexOf(wanted);
}

/** A published record is the publisher's to correct; a draft is any editor's; his own draft is the contributor's. */
function mayRevise(viewer: Staff, noun: string, subject: Subject | null): boolean {
  if (!mayTouch(viewer, noun, subject)) return false;
  if (holds(viewer, 'editor', noun, subject)) return true;
  return holds(viewer, 'contributor', noun, subject) && subject?.createdBy === viewer.id;
}

/** Whoever may see a record and works on such records at all may say how it should read. */
function mayPropose(viewer: Staff, subject: Subject | null): boolean {
  const proposed = subject?.proposes;
  return proposed !== undefined && holds(viewer, 'contributor', proposed.noun, proposed.record);
}

/** A proposal is decided by whoever might do the act himself. */
function mayDecide(viewer: Staff, subject: Subject | null): boolean {
  const proposed = subject?.proposes;
  return proposed !== undefined && permits(viewer, proposed.action, proposed.record);
}

function isAuthor(viewer: Staff, _noun: string, subject: Subject | null): boolean {
  return subject?.createdBy === viewer.id;
}

/** What stands before the public, and at which address, is the publisher's. */
function mayPublish(viewer: Staff, noun: string, subject: Subject | null): boolean {
  return holds(viewer, 'publisher', noun, subject);
}

/** Acts and the moves of milestones are facts that happened: the editor's, on drafts and on what the public reads. */
function mayEdit(viewer: Staff, noun: string, subject: Subject | null): boolean {
  return holds(viewer, 'editor', noun, subject);
}

function mayTouch(viewer: Staff, noun: string, subject: Subject | null): boolean {
  if (subject?.publication !== 'published' && subject?.publication !== 'withdrawn') return true;
  return holds(viewer, 'publisher', noun, subject);
}

function mayImport(viewer: Staff, _noun: string, subject: Subject | null): boolean {
  return subject?.createdBy === viewer.id && holds(viewer, 'editor', subject.noun ?? '', null);
}

function isOneself(viewer: Staff, _noun: string, subject: Subject | null): boolean {
  return subject?.id === viewer.id;
}

function isAdmin(viewer: Staff): boolean {
  return viewer.grants.some((grant) => grant.role === 'admin' && grant.noun === null);
}
