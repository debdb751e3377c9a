import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { MembershipEntryForm } from '#components/membership/entry-form.tsx';
import { membershipFields } from '#office/membership/fields.ts';
import { membershipById } from '#office/membership/read.ts';
import { reviseMembership } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record'))('edit'), 'networks', params);
}

export default async function EditMembershipPage({ params, searchParams }: Props) {
  const page = await recordOf('networks', params);
  const record = page && await membershipById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, path } = page;
  const { networks, organisations } = await entryChoices(viewer, form, record);
  const way = await wayTo(page, { verb: 'revise', values: membershipFields(record), version: record.version }, searchParams);
  return (
    <>
      <DeskHead title={`${way.heading}: ${page.title}`} />
      {way.told}
      {way.refusal ?? (
        <MembershipEntryForm
          action={reviseMembership} back={path} {...way.face} networks={networks} organisations={organisations}
        />
      )}
    </>
  );
}
