import { belgradeToday } from '#messages/dates.ts';
import { unsigned } from './agreement.ts';
import type { AgreementRecord } from './read.ts';

/** *Sought*: an old agreement whose paper the office has not found. *Absent*: it was on record in the year in which it was signed, or was compared with its source, so nobody looks for it. */
export type NoCopy = 'unsigned' | 'absent' | 'sought';

type Known = Pick<AgreementRecord, 'verification' | 'createdAt'> & { readonly acts: readonly { readonly kind: string }[]; readonly standing: Pick<AgreementRecord['standing'], 'state' | 'signedOn'> };

/** Why readers of an agreement find no signed copy of it, as far as the register can tell. */
export function whyNoCopy({ acts, standing, verification, createdAt }: Known): NoCopy {
  if (unsigned.has(standing.state) && !acts.some(({ kind }) => kind === 'signature')) return 'unsigned';
  const signed = standing.signedOn?.latest?.slice(0, 4);
  return verification === 'checked' || (signed && signed >= belgradeToday(createdAt).slice(0, 4)) ? 'absent' : 'sought';
}
