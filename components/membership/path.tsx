import { useTranslations } from 'next-intl';
import { Path } from '#components/path.tsx';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { accessionOf } from '#office/membership/membership.ts';
import type { MembershipRecord } from '#office/membership/read.ts';

/** The four steps to membership, filled as far as acts are on record; a step that must have been and was not found is a gap. */
export function AccessionPath({ acts, form }: { acts: MembershipRecord['acts']; form: WrittenForm }) {
  const t = useTranslations('networks.acts');
  const kinds = useTranslations('vocabulary.membershipAct');
  const dates = useTranslations('values');
  return (
    <Path steps={accessionOf(acts).map(({ kind, act, state }) => ({
      id: kind, state, label: kinds(kind),
      when: act ? (act.on ? writeDate(act.on.edtf, form, 'table') : dates('unknownDate')) : undefined,
      note: state === 'gap' ? t('notFound') : act?.number ?? undefined,
    }))} />
  );
}
