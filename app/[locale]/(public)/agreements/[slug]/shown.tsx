import { getTranslations } from 'next-intl/server';
import { recordPlace } from '#app/linked-place.ts';
import { RecordEnd } from '#app/record-end.tsx';
import { recordHistory } from '#app/record-history.ts';
import { tiedMilestones } from '#app/tied.ts';
import { ActList } from '#components/agreement/act-list.tsx';
import { ActsByParty } from '#components/agreement/acts-by-party.tsx';
import { AgreementAnswer } from '#components/agreement/answer.tsx';
import { AgreementNotices } from '#components/agreement/notices.tsx';
import { PartyName } from '#components/agreement/party-name.tsx';
import { StatutoryPath } from '#components/agreement/path.tsx';
import { Obligations, RelatedRecords } from '#components/agreement/related.tsx';
import { AgreementSheet } from '#components/agreement/sheet.tsx';
import { AgreementTerm } from '#components/agreement/term.tsx';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { DocumentList } from '#components/document/list.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { FallbackNotice } from '#components/fallback-notice.tsx';
import { agreementData } from '#components/linked-data/agreement.ts';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { fallsBack, LocalTextView } from '#components/local-text.tsx';
import { PageHead } from '#components/page-head.tsx';
import { TiedMilestones } from '#components/record/tied.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { documentsOf } from '#office/document/read.ts';
import { whyNoCopy } from '#office/agreement/no-copy.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Visitor } from '#office/viewer.ts';

type Props = { form: WrittenForm; slug: string; agreement: AgreementRecord; viewer: Visitor };

/** The public page of the record: for every reader, and as a preview for staff, whose `viewer` sees this one as if it were published. */
export async function AgreementShown({ form, slug, agreement, viewer }: Props) {
  const today = belgradeToday(new Date());
  const t = await getTranslations('agreements');
  const nav = await getTranslations('nav');
  const types = await getTranslations('vocabulary.agreementType');
  const { id, code, title, summary, type, procedure, parties, acts } = agreement;
  const noCopy = whyNoCopy(agreement);
  const [milestones, documents, { facts }] = await Promise.all([
    tiedMilestones({ agreementId: id }, viewer), documentsOf(viewer, 'agreement', id), recordHistory('agreement', id),
  ]);
  return (
    <>
      <LinkedData things={agreementData(recordPlace(form, `/agreements/${slug}`, { title, code, text: summary }), agreement, { milestones: milestones.lines, documents })} />
      <PageHead
        breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }, { href: `/${form}/agreements`, label: nav('agreements') }]} here={<span className="code">{code}</span>} />}
        over={<>{type ? <span>{types(type)}</span> : null}<span className="code">{code}</span></>}
        title={<LocalTextView text={title} form={form} say="elsewhere" />}
        parties={parties.slice(0, 20).map((party) => <PartyName key={party.id} party={party} form={form} as="link" />)}
      />
      <div className="wrap body">
        <AgreementAnswer agreement={agreement} form={form} />
        <AgreementNotices agreement={agreement} form={form} today={today} correctedOn={facts.find(({ act }) => act === 'corrected')?.day ?? null} />
        {fallsBack(form, title, summary, ...parties.map(({ organisation }) => organisation?.name)) ? <FallbackNotice /> : null}
        <AgreementTerm agreement={agreement} form={form} today={today} />
        <div className="two sec">
          <div>
            {summary ? <section className="sec"><h2>{t('agreed')}</h2><LocalTextView as="p" className="prose" text={summary} form={form} say="elsewhere" /></section> : null}
            {procedure === 'foreign_city' ? <section className="sec"><h2>{t('path.heading')}</h2><StatutoryPath agreement={agreement} form={form} /></section> : null}
            <section className="sec">
              <h2>{t('acts.heading')}</h2>
              <ActsByParty agreement={agreement} form={form} most={40} readBy="public" />
              {procedure === 'domestic_intermunicipal' ? <p className="small soft">{t('acts.domestic')}</p> : null}
            </section>
            {acts.length > 1 ? <section className="sec"><h2>{t('acts.inOrder')}</h2><ActList agreement={agreement} form={form} most={40} /></section> : null}
            <Obligations agreement={agreement} form={form} today={today} />
            <TiedMilestones heading={t('milestones')} of={milestones} form={form} today={today} record={id} />
            <RelatedRecords agreement={agreement} form={form} readBy="public" />
            <section className="sec">
              <h2>{t('documents')}</h2>
              {documents.length ? <DocumentList documents={documents} form={form} /> : <EmptyState icon="file-text" heading={t(`noCopy.${noCopy}.heading`)}>{t(`noCopy.${noCopy}.why`)}</EmptyState>}
            </section>
            <RecordEnd form={form} today={today} path={`/agreements/${slug}`} title={title} code={code} of={[{ noun: 'agreement', id }]} />
          </div>
          <aside aria-label={t('about')}><AgreementSheet agreement={agreement} form={form} /></aside>
        </div>
      </div>
    </>
  );
}
