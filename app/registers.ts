import type { Reader } from '#db/client.ts';
import type { Noun } from '#office/permission.ts';
import type { Entered } from '#office/change.ts';
import type { LocalText } from '#messages/local-text.ts';
import type { Issue, Outcome } from '#office/outcome.ts';
import type { RecordTable } from '#office/pen.ts';
import type { verifyRecord, Which } from '#office/publishing.ts';
import type { Demands } from '#office/publishing-steps.ts';
import { recordCounts } from '#office/desk/counts.ts';
import type { Viewer } from '#office/viewer.ts';
import * as agreements from '#office/agreement/write.ts';
import * as documents from '#office/document/write.ts';
import * as memberships from '#office/membership/write.ts';
import * as milestones from '#office/milestone/write.ts';
import * as organisations from '#office/organisation/write.ts';
import * as programmes from '#office/programme/write.ts';
import * as projects from '#office/project/write.ts';

/** The verbs that every register has. */
type Verbs = {
  publish(viewer: Viewer, which: Which): Promise<Outcome<Entered>>;
  withdraw(viewer: Viewer, which: Which & { reason: LocalText }): Promise<Outcome<Entered>>;
  verify(viewer: Viewer, which: Parameters<typeof verifyRecord>[2]): Promise<Outcome<Entered>>;
  /** What publishing demands of a row of its own. */
  demands(row: never, db: Reader): Promise<Issue[]>;
};

/** The registers of the workspace by the folder that they stand under. */
export const registers = {
  partners: { noun: 'organisation', verbs: organisations },
  networks: { noun: 'membership', verbs: memberships },
  programmes: { noun: 'programme', verbs: programmes },
  projects: { noun: 'project', verbs: projects },
  agreements: { noun: 'agreement', verbs: agreements },
  milestones: { noun: 'milestone', verbs: milestones },
  documents: { noun: 'document', verbs: documents },
} as const satisfies Record<string, { noun: Noun; verbs: Verbs }>;

export type RegisterName = keyof typeof registers;
export const registerNames = Object.keys(registers) as RegisterName[];

export function isRegister(name: string): name is RegisterName {
  return Object.hasOwn(registers, name);
}

/** The registers whose records have a public page of their own, and so an address that may change. */
const withAddress = ['partners', 'programmes', 'projects', 'agreements'] as const satisfies readonly RegisterName[];

export function hasAddress(name: RegisterName): name is (typeof withAddress)[number] {
  return withAddress.some((one) => one === name);
}

/** What publishing demands of a record of this register. */
export function demandsOf(name: RegisterName): Demands<RecordTable> {
  return registers[name].verbs.demands as Demands<RecordTable>;
}

/** The folder under which the workspace keeps records of this noun. */
export function folderOf(noun: Noun): RegisterName {
  const found = registerNames.find((name) => registers[name].noun === noun);
  if (!found) throw new Error(`no register keeps ${noun}`);
  return found;
}

/** How many records each register holds that the viewer may see. */
export async function registerCounts(viewer: Viewer): Promise<Record<RegisterName, number>> {
  const counted = await recordCounts(viewer);
  return Object.fromEntries(registerNames.map((name) => [name, counted[registers[name].noun]])) as Record<RegisterName, number>;
}
