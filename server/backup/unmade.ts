import type { BackupFault } from '#office/audit/backups.ts';

/** A backup that could not be made, in a plain sentence, for a reason that whoever is not at the machine is told too. */
export class Unmade extends Error {
  readonly why: BackupFault;
  constructor(why: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.why = why;
  }
}

/** The reason of any failure, for those who read no log. */
export function whyUnmade(error: unknown): BackupFault {
  if (error instanceof Unmade) return error.why;
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? 'other' : byCode[code] ?? 'other';
}

const byCode: Record<string, BackupFault> = {
  ENOENT: 'noFolder', ENOTDIR: 'noFolder', ENOSPC: 'noRoom', EDQUOT: 'noRoom', EFBIG: 'noRoom', EACCES: 'notAllowed', EPERM: 'notAllowed', EROFS: 'notAllowed',
};
