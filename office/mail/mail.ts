/**
 * What the office writes letters about, and for how many days each is of use to its reader: a letter that could not go by then is
 * not sent any more. One with a link goes no longer than its link opens. Those that are `firm` warn a person, or tell the auditor, of
 * what an administrator may have done: none can stop one on its way.
 */
export const kinds = {
  invitation: { days: 7, opens: true, firm: false },
  reset: { days: 1, opens: true, firm: false },
  passwordChanged: { days: 14, opens: false, firm: true },
  factorSet: { days: 14, opens: false, firm: true },
  factorOff: { days: 14, opens: false, firm: true },
  factorReset: { days: 14, opens: false, firm: true },
  addressChanged: { days: 14, opens: false, firm: true },
  rightsChanged: { days: 14, opens: false, firm: true },
  publicationMissed: { days: 14, opens: false, firm: false },
  publicationOff: { days: 14, opens: false, firm: false },
  noBackup: { days: 7, opens: false, firm: false },
  reminders: { days: 1, opens: false, firm: false },
  ledgerHead: { days: 14, opens: false, firm: true },
  trial: { days: 1, opens: false, firm: false },
} as const satisfies Record<string, { readonly days: number; readonly opens: boolean; readonly firm: boolean }>;

export type LetterKind = keyof typeof kinds;

/** The kinds that bring a one-time link, and those that nobody stops. */
export const opening = kindsThat('opens');
export const firm = kindsThat('firm');

export function isLetterKind(text: string): text is LetterKind {
  return Object.hasOwn(kinds, text);
}

/** Where a letter stands. `unclear`: it was handed over, and it is not known whether it was taken. */
export type LetterState = 'waits' | 'sent' | 'held' | 'failed' | 'lapsed';

/** Why a letter did not go, the last time. */
export const faults = ['away', 'silent', 'later', 'refused', 'unclear', 'unsafe', 'login', 'noAddress', 'lapsed', 'linkDead', 'restored', 'dropped', 'broken'] as const;
export type Fault = (typeof faults)[number];

/**
 * Whether a text is one e-mail address that may stand in an envelope as it is: no name before it, no second one behind it, no
 * comments, no quotes, nothing that a line of a header could end on. The local part may hold letters of any script (RFC 6532).
 */
export function isPlainAddress(text: string): boolean {
  return text.length <= 254 && /^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{N}])?$/u.test(text) && !text.includes('..');
}

function kindsThat(are: 'opens' | 'firm'): LetterKind[] {
  return (Object.keys(kinds) as LetterKind[]).filter((kind) => kinds[kind][are]);
}
