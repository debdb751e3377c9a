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
import { isRunning } from '#office/membership/membership.ts';
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
      margin={<Membership membership={membership} form={form} />}
      href={`/${form}/networks/${slug}`}
      title={<LocalTextView text={name} form={form} />}
      side={membership ? <><Standing of="membership" standing={membership.state} gender="neuter" /><VerificationMark state={membership.verification} /></> : null}
    >
      <p className="soft"><OtherNames network={{ name, acronym }} form={form} />{named && facts ? ' · ' : null}{facts}</p>
      {description ? <p><LocalTextView text={description} form={form} /></p> : null}
    </Row>
  );
}

/** Since when the City is a member; of a membership that does not run, what it is instead. */
function Membership({ membership, form }: { membership: NetworkLine['membership']; form: WrittenForm }) {
  const t = useTranslations('networks');
  if (!membership) return <>{t('notMember')}<b>{t('noMembership')}</b></>;
  const { state, joined, acts } = membership;
  if (isRunning(state)) return <>{t('memberSince')}<b>{joined ? writeDate(joined.edtf, form) : <Unknown />}</b></>;
  if (state !== 'ended') return <>{t('notMember')}<b>{t(`notRunning.${state}` as 'notRunning.applied')}</b></>;
  const left = acts.findLast(({ kind }) => kind === 'ended')?.on;
  return <>{t('memberUntil')}<b>{left ? writeDate(left.edtf, form) : <Unknown />}</b></>;
}
