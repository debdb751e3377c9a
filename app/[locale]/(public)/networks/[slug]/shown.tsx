import { getTranslations } from 'next-intl/server';
import { recordPlace } from '#app/linked-place.ts';
import { RecordEnd } from '#app/record-end.tsx';
import { mostTied, tiedAgreements, tiedMilestones, tiedProjects } from '#app/tied.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { DocumentList } from '#components/document/list.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { FallbackNotice } from '#components/fallback-notice.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { organisationData } from '#components/linked-data/organisation.ts';
import { fallsBack, LocalTextView } from '#components/local-text.tsx';
import { MembershipActs } from '#components/membership/acts.tsx';
import { MembershipAnswer } from '#components/membership/answer.tsx';
import { Duties, Representatives } from '#components/membership/duties.tsx';
import { OtherNames } from '#components/membership/network-names.tsx';
import { NetworkSheet } from '#components/membership/network-sheet.tsx';
import { OtherMembers } from '#components/membership/other-members.tsx';
import { OwnMemberships } from '#components/membership/own-memberships.tsx';
import { Notice } from '#components/notice.tsx';
import { PageHead } from '#components/page-head.tsx';
import { More } from '#components/record/more.tsx';
import { TiedAgreements, TiedMilestones, TiedProjects } from '#components/record/tied.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { documentsOf } from '#office/document/read.ts';
import { stateOn } from '#office/membership/membership.ts';
import { membershipById, membershipsIn, withdrawnMembershipsIn } from '#office/membership/read.ts';
import type { OrganisationRecord } from '#office/organisation/read.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Visitor } from '#office/viewer.ts';

type Props = { form: WrittenForm; slug: string; network: OrganisationRecord; viewer: Visitor };

/** The public page of the record: for every reader, and as a preview for staff, whose `viewer` sees this one as if it were published. */
export async function NetworkShown({ form, slug, network, viewer }: Props) {
  const today = belgradeToday(new Date());
  const t = await getTranslations('networks');
  const nav = await getTranslations('nav');
  const memberships = await membershipsIn(viewer, network.id, today);
  const [own, ...earlier] = memberships.filter(({ member }) => member?.isSelf);
  const others = memberships.filter(({ member }) => member && !member.isSelf);
  const membership = own ? await membershipById(viewer, own.id) : null;
  const state = membership ? stateOn(membership.acts, today) : 'unknown';
  const withdrawnOnes = membership ? [] : await withdrawnMembershipsIn(network.id);
  const [projects, agreements, milestones] = await Promise.all([
    tiedProjects({ networkId: network.id }, form, viewer), tiedAgreements({ networkId: network.id }, form, today, viewer), tiedMilestones({ organisationId: network.id }, viewer),
  ]);
  const documents = [...await documentsOf(viewer, 'organisation', network.id), ...membership ? await documentsOf(viewer, 'membership', membership.id) : []];
  const { name, acronym, description, benefit } = network;
  return (
    <>
      <LinkedData things={organisationData(recordPlace(form, `/networks/${slug}`, { title: name, code: network.code, text: network.description }), network, own ? [own, ...others.slice(0, mostTied)] : others.slice(0, mostTied))} />
      <PageHead
        breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }, { href: `/${form}/networks`, label: nav('networks') }]} here={<LocalTextView text={acronym ?? name} form={form} say="elsewhere" />} />}
        over={<><span>{t(`levels.${network.level ?? 'none'}`)}</span><span className="code">{network.code}</span></>}
        title={<LocalTextView text={name} form={form} say="elsewhere" />}
        lead={<OtherNames network={network} form={form} />}
      />
      <div className="wrap body">
        <MembershipAnswer membership={membership} state={state} form={form} />
        {withdrawnOnes.map(({ code, reason }) => (
          <Notice key={code} tone="harm" icon="octagon-exclamation-point" weight="solid" heading={t('withdrawn.heading')}>
            <p><span className="code">{code}</span>. {t('withdrawn.why')} <LocalTextView text={reason} form={form} /></p>
          </Notice>
        ))}
        {fallsBack(form, name, description, benefit, membership?.benefit, membership?.joinedEvent) ? <FallbackNotice /> : null}
        <div className="two sec">
          <div>
            {description ? <section className="sec"><h2>{t('sections.purpose')}</h2><LocalTextView as="p" className="prose" text={description} form={form} say="elsewhere" /></section> : null}
            {benefit || membership?.benefit ? (
              <section className="sec">
                <h2>{t('sections.benefit')}</h2>
                {[benefit, membership?.benefit].map((text, place) => (text ? <LocalTextView key={place} as="p" className="prose" text={text} form={form} say="elsewhere" /> : null))}
              </section>
            ) : null}
            {membership?.acts.length ? <section className="sec"><h2>{t('sections.acts')}</h2><MembershipActs acts={membership.acts} form={form} /></section> : null}
            {earlier.length ? <section className="sec"><h2>{t('sections.own')}</h2><OwnMemberships memberships={earlier} form={form} /></section> : null}
            <TiedMilestones heading={t('sections.milestones')} of={milestones} form={form} today={today} record={membership?.id} />
            {membership ? <section className="sec"><h2>{t('sections.duties')}</h2><Duties duties={membership.obligations} state={state} form={form} today={today} /></section> : null}
            {membership?.representatives.length ? <section className="sec"><h2>{t('sections.representatives')}</h2><Representatives representatives={membership.representatives} form={form} /></section> : null}
            <TiedProjects heading={t('sections.projects')} of={projects} form={form} today={today} />
            <TiedAgreements heading={t('sections.agreements')} of={agreements} form={form} />
            <section className="sec">
              <h2>{t('sections.documents')}</h2>
              {documents.length
                ? <DocumentList documents={documents} form={form} />
                : <EmptyState icon="files" heading={t('noDocuments')}>{t('noDocumentsWhy')} <a href={`/${form}/contact`}>{t('tellOffice')}</a></EmptyState>}
            </section>
            {others.length ? <section className="sec"><h2>{t('sections.others')}</h2><OtherMembers memberships={others.slice(0, mostTied)} form={form} /><More shown={mostTied} total={others.length} form={form} /></section> : null}
            <RecordEnd form={form} today={today} path={`/networks/${slug}`} title={name} code={network.code} of={[{ noun: 'organisation', id: network.id }, ...(membership ? [{ noun: 'membership' as const, id: membership.id }] : [])]} />
          </div>
          <aside aria-label={t('sheet.label')}><NetworkSheet network={network} membership={membership} state={state} form={form} /></aside>
        </div>
      </div>
    </>
  );
}
