import * as z from 'zod';
import type { Role } from '#db/schema/person.ts';
import { choice, isoDay, issue, line, optionalLine, requiredChoice, requiredLine, requiredRecordId, tick } from '#office/entry/pieces.ts';
import { nouns } from '#office/permission.ts';
import { writtenForms } from '#messages/local-text.ts';
import { passphraseIssue } from './passphrase.ts';

export const roles = ['contributor', 'editor', 'publisher', 'admin'] as const satisfies readonly Role[];

export const email = requiredLine(200).superRefine((text, at) => {
  if (text && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) at.addIssue(issue('notAnEmail'));
});

const oneRecord = new RegExp(`^(?:(?:${nouns.join('|')}):)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);

const grant = {
  role: requiredChoice(roles),
  /** Empty for everything. */
  noun: choice(nouns),
  /** One record: an id under that noun, or `noun:id`, as a picker of any noun posts it. */
  recordId: line(80).transform((text, at): string | null => {
    if (text === '') return null;
    if (oneRecord.test(text)) return text;
    at.addIssue(issue('notFound'));
    return z.NEVER;
  }),
  until: isoDay,
};

export const invitationEntry = z.strictObject({ name: requiredLine(120), email, writtenForm: requiredChoice(writtenForms), ...grant });
export type InvitationEntry = z.output<typeof invitationEntry>;

export const personEntry = z.strictObject({ name: requiredLine(120), email, writtenForm: requiredChoice(writtenForms), expiresOn: isoDay });
export type PersonEntry = z.output<typeof personEntry>;

export const grantEntry = z.strictObject({ ...grant, reason: optionalLine(500) });
export type GrantEntry = z.output<typeof grantEntry>;

/** One of one's own sessions, by the hash that the database keeps of it. */
export const endedSessionEntry = z.strictObject({ session: line(64) });

/** Why access or a role goes or comes back, where somebody says it. */
export const reasonEntry = z.strictObject({ reason: optionalLine(500) });

export const signInEntry = z.strictObject({ email: requiredLine(200), password: z.string().default(''), next: z.string().default('') });

/** Whoever signs in says of himself what he is called and how the workspace greets him. */
export const ownEntry = z.strictObject({ name: requiredLine(120), writtenForm: requiredChoice(writtenForms) });
export type OwnEntry = z.output<typeof ownEntry>;

const givenPassword = z.string().default('').superRefine((typed, at) => {
  if (typed === '') at.addIssue(issue('required'));
});
/** The address that one signs in with is changed by the password alone: who holds it can ask for another password. */
export const ownEmailEntry = z.strictObject({ email, password: givenPassword });
export type OwnEmailEntry = z.output<typeof ownEmailEntry>;

export const forgottenEntry = z.strictObject({ email });

/** Erasing a name asks why, and a tick that says that it is meant: nothing brings it back. */
export const anonymiseEntry = z.strictObject({
  reason: requiredLine(500),
  sure: tick.superRefine((ticked, at) => {
    if (!ticked) at.addIssue(issue('notConfirmed'));
  }),
});
export type AnonymiseEntry = z.output<typeof anonymiseEntry>;

/** Signing in over a form that waits: only the person `who`, by id, comes in. */
export const enterAgainEntry = z.strictObject({ email: requiredLine(200), password: z.string().default(''), who: requiredRecordId });

/** What no password may be; what it may not be for this very person, the verb asks (refuse-passphrase.ts). */
const newPassword = z.string().default('').superRefine((typed, at) => {
  const wrong = passphraseIssue(typed, { name: null, email: null, hasSecondFactor: true });
  if (wrong) at.addIssue(issue(wrong.rule, wrong.values));
});

const token = z.string().default('');
export const passwordEntry = z.strictObject({ token, newPassword });
/** Another password in the place of one's own: the one that holds is asked for. */
export const ownPasswordEntry = z.strictObject({ oldPassword: givenPassword, newPassword });
export type OwnPasswordEntry = z.output<typeof ownPasswordEntry>;
/** The very first person also says who they are. */
export const setUpEntry = z.strictObject({ token, name: requiredLine(120), email, newPassword });

/** Whether the morning's letter of reminders comes. */
export const lettersEntry = z.strictObject({ dailyLetter: tick });
export type LettersEntry = z.output<typeof lettersEntry>;
