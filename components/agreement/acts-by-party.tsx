import { useTranslations } from 'next-intl';
import { ActTable, type ActCell } from '#components/act-table.tsx';
import { More } from '#components/record/more.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import type { ReadBy } from '#components/reference-link.tsx';
import { writeDate, type DateStyle } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { signs, type ActKind, type PartyRole } from '#office/agreement/agreement.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { actWord } from './act-word.ts';
import { PartyName } from './party-name.tsx';

type Party = AgreementRecord['parties'][number];
type Act = AgreementRecord['acts'][number];
type Words = ReturnType<typeof useTranslations>;
type Row = { agreement: AgreementRecord; party: Party; form: WrittenForm; look: DateStyle; t: Words };

/** Parties down, acts across. An act that must have been and was not found is a gap; one to come is awaited. */
export function ActsByParty({ agreement, form, most = Infinity, readBy }: { agreement: AgreementRecord; form: WrittenForm; /** So many parties a page holds. */ most?: number; readBy: ReadBy }) {
  const t = useTranslations('agreements.acts');
  const columns = columnsOf(agreement);
  const look = columns.length > always.length ? 'table' : 'long';
  return (
    <>
      <ActTable caption={t('caption')} party={t('party')} columns={columns.map((kind) => t(actWord(kind, agreement)))} rows={agreement.parties.slice(0, most).map((party) => ({
        id: party.id, party: <PartyName party={party} form={form} as={readBy === 'staff' ? 'link' : 'text'} readBy={readBy} />, cells: columns.map((kind) => cellOf(kind, { agreement, party, form, look, t })),
      }))} />
      <More shown={most} total={agreement.parties.length} form={form} />
    </>
  );
}

const always = ['council_decision', 'signature', 'entry_into_force'] as const;
const whereTheyAre = ['amendment', 'notice', 'termination'] as const;
type Column = (typeof always)[number] | (typeof whereTheyAre)[number] | 'party_withdrawal';

function columnsOf({ acts, parties }: AgreementRecord): Column[] {
  const held = (kind: ActKind) => acts.some((act) => act.kind === kind);
  const mayLeave = held('party_withdrawal') || (parties.length > 2 && !held('termination'));
  return [...always, ...whereTheyAre.filter(held), ...(mayLeave ? ['party_withdrawal' as const] : [])];
}

function cellOf(kind: Column, row: Row): ActCell {
  const { agreement: { actsInTurn: acts, standing }, party, form, look, t } = row;
  const act = acts.findLast((one) => one.kind === kind && (one.partyId === party.id || (one.partyId === null && standsFor(kind, party))));
  if (act) return { state: kind === 'termination' || kind === 'party_withdrawal' ? 'harm' : 'done', ...told(act, row) };
  if (kind === 'entry_into_force' && standing.inForceFrom) return { state: 'done', words: writeDate(standing.inForceFrom.edtf, form, look) };
  return without(kind, row) ?? { state: 'none', words: t('none') };
}

/** An act that names no party is of all of them; but a decision is of our assembly, and a notice or withdrawal of whoever gave it. */
function standsFor(kind: Column, party: Party): boolean {
  if (kind === 'council_decision') return party.side === 'us';
  return kind !== 'notice' && kind !== 'party_withdrawal';
}

function told(act: Act, { party, form, look, t }: Row): Pick<ActCell, 'words' | 'note'> {
  const office = act.kind === 'signature' && act.partyId ? party.signatoryOffice : act.body;
  const note = office ? <LocalTextView text={office} form={form} say="elsewhere" /> : act.number;
  if (act.on) return { words: writeDate(act.on.edtf, form, look), note };
  return { words: t(act.kind === 'signature' ? 'signed' : 'found'), note: t('noDate') };
}

function without(kind: Column, { agreement: { standing, procedure }, party, t }: Row): ActCell | null {
  const before = notYetSigned.has(standing.state);
  if (kind === 'signature') {
    if (!signs({ role: party.role as PartyRole })) return { state: 'none', words: t('notNeeded') };
    return before ? { state: 'wait', words: t('awaited') } : { state: 'gap', words: t('notFound') };
  }
  if (kind === 'council_decision') {
    // Of a foreign or other party the register need not know which body of its own decided, or whether any had to.
    if (party.side === 'them' && procedure !== 'domestic_intermunicipal') return { state: 'none', words: t('unknown') };
    return before && !standing.gaps.includes('council_decision') ? { state: 'wait', words: t('awaited') } : { state: 'gap', words: t('notFound') };
  }
  if (kind === 'entry_into_force') return before ? { state: 'wait', words: t('awaited') } : { state: 'gap', words: t('unknown') };
  return null;
}

const notYetSigned = new Set([
  'initiative', 'drafting', 'agreed_text', 'council_decided', 'consent_requested', 'consent_refused', 'consent_given', 'ready_to_sign',
]);
