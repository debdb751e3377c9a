import type { Role } from '#db/schema/person.ts';
import type { WrittenForm } from '#messages/local-text.ts';

/** Who is asking. Never null: the visitor is an object of its own. */
export type Viewer = Visitor | Staff | System;
export type Visitor = {
  readonly kind: 'visitor';
  /** The one record that is shown as if it were published already: what a member of staff sees in a preview, and nobody else. */
  readonly asIfPublished?: { readonly noun: string; readonly id: string };
};
export type System = {
  readonly kind: 'system';
  /** Who asked for what the clock does now; the ledger keeps both. */
  readonly onBehalfOf?: string;
};
export type Staff = {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly writtenForm: WrittenForm;
  /** Only grants that hold on the day they were read. */
  readonly grants: readonly Grant[];
  readonly sessionHash: string | null;
  /** Of somebody for whom work goes on without a session: the version that his account had when his grants were read. */
  readonly accountVersion?: number;
  /** He gave his password or a code within the last ten minutes (decision 0021); absent is no. */
  readonly confirmed?: boolean;
};

/** A role with its scope: `noun` null for everything, `recordId` null for the whole noun. */
export type Grant = { readonly role: Role; readonly noun: string | null; readonly recordId: string | null };

export const visitor: Visitor = { kind: 'visitor' };
/** Lays down the starting records and runs the clock's acts. */
export const systemViewer: System = { kind: 'system' };
