import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Backup } from '#server/config.ts';
import { Unmade } from './unmade.ts';

/** One that the job made; `madeAt` as its name says, in milliseconds. */
export type Archive = { readonly file: string; readonly madeAt: number };

/** `povelja-register.grad.example-20260301T101500Z.tar.gz`, with `.enc` where it is encrypted: only what bears this name is ever removed, and only by the same installation. */
export function scheduledName({ of, key }: Backup, madeAt: Date): string {
  return `povelja-${of}-${stamp(madeAt)}.tar.gz${ending(key)}`;
}

/** `povelja-register.grad.example-20260301T101500Z-by-hand.tar.gz`: stays until somebody removes it. */
export function nameByHand({ of, key }: Backup, madeAt: Date): string {
  return `povelja-${of}-${stamp(madeAt)}-by-hand.tar.gz${ending(key)}`;
}

/** Makes the folder beside the database. One that was named must be there: where its disk is not mounted, the archives would lie on the wrong one. */
export function openFolder({ folder, isNamed }: Backup): void {
  if (!isNamed) mkdirSync(folder, { recursive: true, mode: 0o700 });
  else if (!isFolder(folder)) throw new Unmade('noFolder', `BACKUP_DIR is ${folder}, and there is no such folder. Is its disk mounted? Where it is new, make it there once: mkdir ${folder}`);
}

export function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Whether both lie on one file system, so that one broken disk takes both. */
export function onOneDisk(folder: string, other: string): boolean {
  const [one, two] = [folder, other].map((place) => statSync(place, { throwIfNoEntry: false })?.dev);
  return one !== undefined && one === two;
}

/** Those that the job of this installation made, the oldest first. One that bears a later time than `now` was made while the clock was wrong: it neither stands in for new ones nor pushes them out. */
export function madeSoFar({ folder, of }: Backup, now: Date): Archive[] {
  const [before, behind] = [`povelja-${of}-`, /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz(?:\.enc)?$/];
  return namesIn(folder).flatMap((name) => {
    const [said, year, month, day, hour, minute, second] = (name.startsWith(before) ? behind.exec(name.slice(before.length)) : null) ?? [];
    return said ? [{ file: path.join(folder, name), madeAt: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) }] : [];
  }).filter(({ madeAt }) => madeAt < now.getTime() + 60_000).toSorted((a, b) => a.madeAt - b.madeAt);
}

/** What a killed backup of this installation left half written, a day after. */
export function halves({ folder, of }: Backup): string[] {
  return namesIn(folder).filter((name) => name.startsWith(`povelja-${of}-`) && name.endsWith('.part')).map((name) => path.join(folder, name))
    .filter((half) => Date.now() - statSync(half).mtimeMs > 86_400_000);
}

/** Those of `archives`, the oldest first, that need not be kept: neither among the newest nor the first of a day or a month that is kept. */
export function outlived(archives: readonly Archive[], { keep, keepDays, keepMonths }: Pick<Backup, 'keep' | 'keepDays' | 'keepMonths'>): Archive[] {
  const kept = new Set([...archives.slice(-keep), ...firstOfEach(archives, 'YYYY-MM-DD'.length, keepDays), ...firstOfEach(archives, 'YYYY-MM'.length, keepMonths)]);
  return archives.filter((archive) => !kept.has(archive));
}

/** Counted by what is there and not by age, so that a machine that stood still for a year loses nothing when it starts. Days in UTC, as in the names. */
function firstOfEach(archives: readonly Archive[], length: number, count: number): Archive[] {
  const firsts = new Map<string, Archive>();
  for (const archive of archives) {
    const time = new Date(archive.madeAt).toISOString().slice(0, length);
    if (!firsts.has(time)) firsts.set(time, archive);
  }
  return count === 0 ? [] : [...firsts.values()].slice(-count);
}

function stamp(madeAt: Date): string {
  return madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

function ending(key: string | undefined): string {
  return key === undefined ? '' : '.enc';
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
