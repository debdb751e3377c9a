import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { ButtonLink } from '#components/button.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Contacts, NamesOverTime, OrganisationSheet } from '#components/organisation/sheet.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { historyOf } from '#office/audit/read.ts';
import { kinOf } from '#office/organisation/kin.ts';
import { organisationById } from '#office/organisation/read.ts';
import { publicFolder } from '#office/organisation/organisation.ts';
import { permits } from '#office/permission.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await recordOf('partners', params))?.title };
}

export default async function PartnerDeskPage({ params }: Props) {
  const page = await recordOf('partners', params);
  const organisation = page && await organisationById(page.viewer, page.record.id);
  if (!page || !organisation) return notThere(params);
  const { form, viewer, record } = page;
  const joins = organisation.kind === 'network' && permits(viewer, 'membership.draft', null);
  return (
    <RecordDesk texts={organisation} page={page} publicPath={`/${publicFolder(organisation.kind)}/${record.slug}`} past={await historyOf(viewer, 'organisation', record.id, 5)}
      ownActs={joins ? <ButtonLink href={`/${form}/workspace/networks/new?organisation=${record.id}`} kind="line" icon="plus">{(await getTranslations('networks.desk'))('new')}</ButtonLink> : null}
      sheet={<OrganisationSheet organisation={organisation} form={form} kin={await kinOf(page.viewer, organisation)} readBy="staff" />}>
      {organisation.description ? <LocalTextView as="p" className="prose" text={organisation.description} form={form} /> : null}
      <NamesOverTime organisation={organisation} form={form} />
      <Contacts organisation={organisation} form={form} />
      {organisation.note ? <LocalTextView as="p" className="prose" text={organisation.note} form={form} /> : null}
    </RecordDesk>
  );
}
