import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { otherNames } from '#components/membership/network-names.tsx';
import { useMembershipRows } from '#components/membership/membership-sheet.tsx';
import { Goals } from '#components/record/classes.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { SourceList } from '#components/source-list.tsx';
import type { Count } from '#db/columns.ts';
import { writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import { writeCount } from '#office/count.ts';
import type { MembershipState } from '#office/membership/membership.ts';
import type { MembershipRecord } from '#office/membership/read.ts';
import type { OrganisationRecord } from '#office/organisation/read.ts';

type Props = { network: OrganisationRecord; membership: MembershipRecord | null; state: MembershipState; form: WrittenForm };

/** The facts of a network and of the City's membership beside their text. */
export function NetworkSheet({ network, membership, state, form }: Props) {
  const t = useTranslations('networks.sheet');
  return (
    <RecordSheet rows={[
      { term: t('names'), value: <Names network={network} form={form} /> },
      { term: t('acronym'), value: network.acronym ? <LocalTextView text={network.acronym} form={form} /> : null, unknown: 'feminine' },
      { term: t('kind'), value: <Kind network={network} form={form} /> },
      ...(network.scope ? [{ term: t('scope'), value: <LocalTextView text={network.scope} form={form} /> }] : []),
      { term: t('seat'), value: network.seatCountry ? countryName(network.seatCountry, form) : null },
      { term: t('founded'), value: network.founded ? <FuzzyDateView edtf={network.founded.edtf} form={form} /> : null },
      ...(network.reformed ? [{ term: t('reformed'), value: <FuzzyDateView edtf={network.reformed.edtf} form={form} /> }] : []),
      { term: t('members'), value: counted(network.memberCount, form) },
      { term: t('countries'), value: counted(network.countryCount, form) },
      ...useMembershipRows(membership, state, form),
      ...(network.website ? [{ term: t('website'), value: <a href={network.website} rel="noreferrer">{new URL(network.website).host}</a> }] : []),
      ...(network.sdgs.length ? [{ term: t('sdgs'), value: <Goals codes={network.sdgs} />, source: network.verification === 'checked' ? undefined : t('suggested') }] : []),
      { term: t('source'), value: network.sources.length ? <SourceList sources={network.sources} form={form} /> : null, unknown: 'masculine' as const },
      { term: t('changed'), value: writeInstant(latest(network.changedAt, membership?.changedAt), form) },
    ]} />
  );
}

function Names({ network, form }: { network: OrganisationRecord; form: WrittenForm }) {
  return (
    <>
      <LocalTextView text={network.name} form={form} />
      {otherNames(network.name, form).map(({ lang, text }) => <span key={lang}><br /><i lang={lang}>{text}</i></span>)}
      {network.names.map(({ id, name }) => <span key={id}><br /><LocalTextView text={name} form={form} /></span>)}
    </>
  );
}

function Kind({ network, form }: { network: OrganisationRecord; form: WrittenForm }) {
  const levels = useTranslations('vocabulary.networkLevel');
  const kinds = useTranslations('vocabulary.organisationKind');
  return <>{network.level ? levels(network.level) : kinds('network')}{network.legalForm ? <>, <LocalTextView text={network.legalForm} form={form} /></> : null}</>;
}

function counted(held: Count | null, form: WrittenForm): string | null {
  return held ? writeCount(held, form) : null;
}

function latest(one: Date, other: Date | undefined): Date {
  return other && other > one ? other : one;
}
