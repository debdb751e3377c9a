/**
 * What a verb of the office answers. A fault of the entry is data: field, rule and values; words are
 * found in `messages` when it is drawn. The unexpected throws.
 */
export type Outcome<T> = Done<T> | Refused;
export type Done<T> = { readonly done: true; readonly value: T };
export type Refused = {
  readonly done: false;
  /** 404 unknown or not to be known of, 403 known but not allowed, 409 version conflict, 422 wrong values. */
  readonly status: 403 | 404 | 409 | 422;
  readonly issues: readonly Issue[];
  readonly conflict?: Conflict;
  /** What the entry may be saved with all the same, once somebody says so (`anyway`). */
  readonly warnings?: readonly Warning[];
};

/** `field` is the dotted name of the form's field (`parties.0.role`), or '' for the whole entry. */
export type Issue = {
  readonly field: string;
  readonly rule: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** What is worth a second look, though it may be right: odd letters, a record that is much like this one. */
export type Warning = Issue & {
  /** Records that are near, which the viewer may see. */
  readonly near?: readonly { readonly noun: string; readonly id: string; readonly label: string }[];
  /** The page, below the written form, on which something unsent stands that would be lost. */
  readonly at?: string;
  /** It would be refused all the same, so nobody is asked whether to go on. */
  readonly isFinal?: true;
};

/** By what „сачувај ипак“ names a warning: another word, or another record, is another warning. */
export function warningKey({ field, rule, values, near }: Warning): string {
  return [field, rule, values?.word ?? '', ...(near ?? []).map(({ id }) => id)].join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** What stands now in a record that somebody else saved first, as the fields of the same form. */
export type Conflict = {
  readonly version: number;
  readonly stored: FormValues;
  readonly by?: SavedBy | null;
};

/** Who saved it, and when; `name` null for the system and for somebody erased. */
export type SavedBy = { readonly name: string | null; readonly at: Date; /** Oneself, in another window. */ readonly isOwn: boolean };

/** A posted form: every field name with its values in order, as typed. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** What a form is drawn from after it was posted; `values` null before the first post. */
export type FormState = {
  readonly status: number | null;
  readonly issues: readonly Issue[];
  readonly values: FormValues | null;
  readonly conflict: Conflict | null;
  /** Why the form came back though it could be saved: it is told once. */
  readonly warnings?: readonly Warning[];
  /** What is shown once and never again, so that no address may carry it: the secret of a link. */
  readonly told?: string;
  /** Nothing was done since the one whose form it is is not signed in: the session has ended, or somebody else is at the desk. */
  readonly ended?: 'session' | 'person';
  /** It is done, and the client goes to this path by itself, so that it can say so before the next page is there. */
  readonly went?: string;
};

export const untouched: FormState = { status: null, issues: [], values: null, conflict: null };

export function done<T>(value: T): Done<T> {
  return { done: true, value };
}

export function refused(status: Refused['status'], ...issues: Issue[]): Refused {
  return { done: false, status, issues };
}

/** The act may be done once the viewer gives his password or a code again: the form comes back with a field of this name. */
export const confirmPassword: Issue = { field: 'confirmPassword', rule: 'confirmPassword' };
