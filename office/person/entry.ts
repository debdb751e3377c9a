import * as z from 'zod';
import type { Role } from '#db/schema/person.ts';
import { choice, isoDay, issue, optionalLine, recordId, requiredChoice, requiredLine, requiredRecordId } from '#office/entry/pieces.ts';
import { nouns } from '#office/permission.ts';
import { writtenForms } from '#messages/local-text.ts';
import { commonPasswords } from './common-passwords.ts';

export const roles = ['contributor', 'editor', 'publisher', 'admin'] as const satisfies readonly Role[];

export const email = requiredLine(200).superRefine((text, at) => {
  if (text && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) at.addIssue(issue('notAnEmail'));
});

const grant = {
  role: requiredChoice(roles),
  /** Empty for everything. */
  noun: choice(nouns),
  recordId,
  until: isoDay,
};

export const invitationEntry = z.strictObject({ name: requiredLine(120), email, writtenForm: requiredChoice(writtenForms), ...grant });
export type InvitationEntry = z.output<typeof invitationEntry>;

export const personEntry = z.strictObject({ name: requiredLine(120), email, writtenForm: requiredChoice(writtenForms), expiresOn: isoDay });
export type PersonEntry = z.output<typeof personEntry>;

export const grantEntry = z.strictObject({ ...grant, reason: optionalLine(500) });
export type GrantEntry = z.output<typeof grantEntry>;

export const signInEntry = z.strictObject({ email: requiredLine(200), password: z.string().default(''), next: z.string().default('') });

/** Signing in over a form that waits: only the person `who`, by id, comes in. */
export const enterAgainEntry = z.strictObject({ email: requiredLine(200), password: z.string().default(''), who: requiredRecordId });

/** At least 15 characters, since nobody has a second factor yet (SAFETY section 3); no rules of composition. */
const newPassword = z.string().default('').superRefine((typed, at) => {
  const length = [...typed.normalize('NFKC')].length;
  if (length < 15) at.addIssue(issue('tooShort', { min: 15 }));
  else if (length > 200) at.addIssue(issue('tooLong', { max: 200 }));
  else if (commonPasswords.has(typed.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))) at.addIssue(issue('commonPassword'));
});

const token = z.string().default('');
export const passwordEntry = z.strictObject({ token, newPassword });
/** The very first person also says who they are. */
export const setUpEntry = z.strictObject({ token, name: requiredLine(120), email, newPassword });
