import { getTranslations } from 'next-intl/server';
import { recordPlace } from '#app/linked-place.ts';
import { RecordEnd } from '#app/record-end.tsx';
import { tiesOf } from '#app/tied.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { DocumentList } from '#components/document/list.tsx';
import { FallbackNotice } from '#components/fallback-notice.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { organisationData } from '#components/linked-data/organisation.ts';
import { fallsBack, LocalTextView } from '#components/local-text.tsx';
import { Successors } from '#components/organisation/kin.tsx';
import { Contacts, NamesOverTime, OrganisationSheet } from '#components/organisation/sheet.tsx';
import { Ties } from '#components/organisation/ties.tsx';
import { OtherNames } from '#components/membership/network-names.tsx';
import { PageHead } from '#components/page-head.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { documentsOf } from '#office/document/read.ts';
import { kinOf } from '#office/organisation/kin.ts';
import type { OrganisationRecord } from '#office/organisation/read.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Visitor } from '#office/viewer.ts';

type Props = { form: WrittenForm; slug: string; organisation: OrganisationRecord; viewer: Visitor };

/** The public page of the record: for every reader, and as a preview for staff, whose `viewer` sees this one as if it were published. */
export async function PartnerShown({ form, slug, organisation, viewer }: Props) {
  const t = await getTranslations('partners');
  const nav = await getTranslations('nav');
  const kinds = await getTranslations('vocabulary.organisationKind');
  const today = belgradeToday(new Date());
  const [ties, kin, documents] = await Promise.all([tiesOf(organisation, form, today, viewer), kinOf(viewer, organisation), documentsOf(viewer, 'organisation', organisation.id)]);
  const { name, acronym, kind, code, description, note } = organisation;
  return (
    <>
      <LinkedData things={organisationData(recordPlace(form, `/partners/${slug}`, { title: name, code, text: description }), organisation)} />
      <PageHead
        breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }, { href: `/${form}/partners`, label: nav('partners') }]} here={<LocalTextView text={acronym ?? name} form={form} say="elsewhere" />} />}
        over={<>{kind ? <span>{kinds(kind)}</span> : null}<span className="code">{code}</span></>}
        title={<LocalTextView text={name} form={form} say="elsewhere" />}
        lead={<OtherNames network={organisation} form={form} />}
      />
      <div className="wrap body two">
        <div>
          <Successors kin={kin} form={form} />
          {fallsBack(form, name, description, note) ? <FallbackNotice /> : null}
          {description ? <section className="sec"><LocalTextView as="p" className="prose" text={description} form={form} say="elsewhere" /></section> : null}
          <Ties ties={ties} form={form} today={today} />
          {documents.length ? <section className="sec"><h2>{t('documents')}</h2><DocumentList documents={documents} form={form} /></section> : null}
          <NamesOverTime organisation={organisation} form={form} />
          <Contacts organisation={organisation} form={form} />
          {note ? <section className="sec"><h2>{t('note')}</h2><LocalTextView as="p" className="prose" text={note} form={form} say="elsewhere" /></section> : null}
          <RecordEnd form={form} today={today} path={`/partners/${slug}`} title={name} code={code} of={[{ noun: 'organisation', id: organisation.id }]} />
        </div>
        <aside aria-label={t('about')}><OrganisationSheet organisation={organisation} form={form} kin={kin} readBy="public" /></aside>
      </div>
    </>
  );
}
