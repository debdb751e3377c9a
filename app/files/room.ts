import { statfs } from 'node:fs/promises';
import { bytesKept } from '#office/document/store.ts';

const [megabyte, gigabyte] = [1_048_576, 1_073_741_824];
/** How many files one form may bring. */
export const filesAtOnce = 20;

/** The most that one file may weigh, in megabytes. */
export function limitInMegabytes(): number {
  return Number(process.env.UPLOAD_LIMIT_MB) || 25;
}

/** Where clamd listens, if the office has one. */
export function scannerAddress(): string | undefined {
  return process.env.CLAMD || undefined;
}

export function limitInBytes(): number {
  return limitInMegabytes() * megabyte;
}

/**
 * Whether there is room for `coming` more bytes: within what all files together may take, and with a gigabyte or a
 * tenth of the disk left free, whichever is more (SAFETY, section 2), where the disk is ours to look at.
 */
export async function hasRoom(coming: number): Promise<boolean> {
  const quota = (Number(process.env.FILES_QUOTA_GB) || 50) * gigabyte;
  if ((await bytesKept()) + coming > quota) return false;
  const volume = process.env.FILES_VOLUME;
  if (!volume) return true;
  const { bavail, blocks, bsize } = await statfs(volume);
  return leavesEnough({ free: bavail * bsize, all: blocks * bsize }, coming);
}

/** All in bytes. */
export function leavesEnough({ free, all }: { free: number; all: number }, coming: number): boolean {
  return free - coming >= Math.max(gigabyte, all / 10);
}
