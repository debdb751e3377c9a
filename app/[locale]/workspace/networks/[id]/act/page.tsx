import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { MembershipActForm } from '#components/membership/act-form.tsx';
import { AccessionPath } from '#components/membership/path.tsx';
import { Standing } from '#components/standing.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { textIn } from '#messages/local-text.ts';
import { possibleActs, stateOn } from '#office/membership/membership.ts';
import { membershipById } from '#office/membership/read.ts';
import { recordMembershipAct } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('networks.desk'))('recordAct') };
}

export default async function RecordActPage({ params }: Props) {
  const page = await recordOf('networks', params);
  const record = page && await membershipById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, path } = page;
  const t = await getTranslations('networks.desk');
  const today = belgradeToday(new Date());
  const possible = possibleActs(record.acts, today);
  return (
    <>
      <DeskHead
        title={`${t('recordAct')}: ${textIn(record.network?.name, form) || page.title}`} lead={t('recordActLead')}
        states={<Standing of="membership" standing={stateOn(record.acts, today)} gender="neuter" />}
      />
      <div className="sec"><AccessionPath acts={record.acts} form={form} /></div>
      {await notAllowed(viewer, 'recordAct', page.record) ?? (possible.length === 0 ? <EmptyState icon="file-text" heading={t('noMore')} /> : (
        <MembershipActForm action={recordMembershipAct} submit={t('recordAct')} back={path} possible={possible} hidden={{ id: record.id, request: randomUUID() }} />
      ))}
    </>
  );
}
