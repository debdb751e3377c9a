import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { OrganisationEntryForm } from '#components/organisation/entry-form.tsx';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById } from '#office/organisation/read.ts';
import { reviseOrganisation } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record'))('edit'), 'partners', params);
}

export default async function EditPartnerPage({ params, searchParams }: Props) {
  const page = await recordOf('partners', params);
  const record = page && await organisationById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const way = await wayTo(page, { verb: 'revise', values: organisationFields(record), version: record.version }, searchParams);
  return (
    <>
      <DeskHead title={`${way.heading}: ${title}`} />
      {way.told}
      {way.refusal ?? (
        <OrganisationEntryForm
          action={reviseOrganisation} back={path} {...way.face} contacts={way.persons ? 'shown' : 'left'} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
