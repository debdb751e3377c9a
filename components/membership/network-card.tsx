import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { otherNames, OtherNames } from '#components/membership/network-names.tsx';
import { Row } from '#components/rows.tsx';
import { Standing } from '#components/standing.tsx';
import { Unknown } from '#components/unknown.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import type { NetworkLine } from '#office/membership/networks.ts';

/** A network as one line of the register, with the City's membership in it. */
export function NetworkCard({ network, form }: { network: NetworkLine; form: WrittenForm }) {
  const t = useTranslations('networks');
  const { slug, name, acronym, description, founded, reformed, seatCountry, membership } = network;
  const facts = [
    founded ? t('founded', { date: writeDate(founded.edtf, form, 'sentence') }) : null,
    reformed ? t('reformed', { date: writeDate(reformed.edtf, form, 'sentence') }) : null,
    seatCountry ? t('seat', { country: countryName(seatCountry, form) }) : null,
  ].filter(Boolean).join(' · ');
  const named = otherNames(name, form).length > 0 || acronym;
  return (
    <Row
      margin={membership
        ? <>{t('memberSince')}<b>{membership.joined ? writeDate(membership.joined.edtf, form) : <Unknown />}</b></>
        : <>{t('notMember')}<b>{t('noMembership')}</b></>}
      href={`/${form}/networks/${slug}`}
      title={<LocalTextView text={name} form={form} />}
      side={membership ? <><Standing of="membership" standing={membership.state} gender="neuter" /><VerificationMark state={membership.verification} /></> : null}
    >
      <p className="soft"><OtherNames network={{ name, acronym }} form={form} />{named && facts ? ' · ' : null}{facts}</p>
      {description ? <p><LocalTextView text={description} form={form} /></p> : null}
    </Row>
  );
}
