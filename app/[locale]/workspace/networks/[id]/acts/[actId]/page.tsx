import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { StrikeForm } from '#components/record/strike-form.tsx';
import { membershipById } from '#office/membership/read.ts';
import { strikeMembershipAct } from '../../../actions.ts';

type Props = PageProps<{ id: string; actId: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record.acts'))('strikeHeading') };
}

export default async function StrikeMembershipActPage({ params }: Props) {
  const page = await recordOf('networks', params);
  const held = page && await membershipById(page.viewer, page.record.id);
  const { actId } = await params;
  const act = held?.acts.find(({ id }) => id === actId);
  if (!page || !act) return notThere(params);
  const { viewer, record, title, path } = page;
  const t = await getTranslations('record.acts');
  const kinds = await getTranslations('vocabulary.membershipAct');
  return (
    <>
      <DeskHead title={`${t('strikeHeading')}: ${kinds(act.kind)}`} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'revise', record) ?? (
        <StrikeForm
          action={strikeMembershipAct} submit={t('strikeSubmit')} back={path} words={t('strikeWhat')}
          hidden={{ id: record.id, version: record.version, request: randomUUID(), actId }}
        />
      )}
    </>
  );
}
