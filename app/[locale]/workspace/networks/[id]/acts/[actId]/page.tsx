import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { MembershipLead } from '#components/membership/lead.tsx';
import { StrikeForm } from '#components/record/strike-form.tsx';
import { membershipById } from '#office/membership/read.ts';
import { strikeMembershipAct } from '../../../actions.ts';

type Props = PageProps<{ id: string; actId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record.acts'))('strikeHeading'), 'networks', params);
}

export default async function StrikeMembershipActPage({ params, searchParams }: Props) {
  const page = await recordOf('networks', params);
  const held = page && await membershipById(page.viewer, page.record.id);
  const { actId } = await params;
  const act = held?.acts.find(({ id }) => id === actId);
  if (!page || !act) return notThere(params);
  const { record, title, path } = page;
  const t = await getTranslations('record.acts');
  const kinds = await getTranslations('vocabulary.membershipAct');
  const way = await wayTo(page, { verb: 'revise', deed: 'membership.strikeAct', version: record.version, submit: t('strikeSubmit') }, searchParams);
  return (
    <>
      <DeskHead title={`${t('strikeHeading')}: ${kinds(act.kind)}`} lead={<MembershipLead path={path} name={title} code={record.code} />} />
      {way.told}
      {way.refusal ?? (
        <StrikeForm
          action={strikeMembershipAct} submit={way.face.submit} values={way.face.values} back={path} words={t('strikeWhat')}
          hidden={{ ...way.face.hidden, actId }}
        />
      )}
    </>
  );
}
