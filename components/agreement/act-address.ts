import type { ActKind } from '#office/agreement/agreement.ts';

/** Where an act of the agreement at `path` is entered: each on a short page of its own. */
export function actAddress(path: string, kind: ActKind | 'annex'): string {
  if (kind === 'signature') return `${path}/sign`;
  return kind === 'annex' ? `${path}/annex` : `${path}/acts/new/${kind.replaceAll('_', '-')}`;
}
