import { getTranslations } from 'next-intl/server';
import { recordPlace } from '#app/linked-place.ts';
import { RecordEnd } from '#app/record-end.tsx';
import { tiedMilestones, tiedProjects } from '#app/tied.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { DocumentList } from '#components/document/list.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { FallbackNotice } from '#components/fallback-notice.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { programmeData } from '#components/linked-data/project.ts';
import { fallsBack, LocalTextView } from '#components/local-text.tsx';
import { MilestonePlan } from '#components/milestone/plan.tsx';
import { PageHead } from '#components/page-head.tsx';
import { ProgrammeMoney } from '#components/programme/money.tsx';
import { ProgrammePartners } from '#components/programme/partners.tsx';
import { ProgrammeSheet } from '#components/programme/sheet.tsx';
import { TiedProjects } from '#components/record/tied.tsx';
import { ProgrammeText } from '#components/programme/text.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { documentsOf } from '#office/document/read.ts';
import { shortName } from '#office/programme/programme.ts';
import type { ProgrammeRecord } from '#office/programme/read.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Visitor } from '#office/viewer.ts';

type Props = { form: WrittenForm; slug: string; programme: ProgrammeRecord; viewer: Visitor };

/** The public page of the record: for every reader, and as a preview for staff, whose `viewer` sees this one as if it were published. */
export async function ProgrammeShown({ form, slug, programme, viewer }: Props) {
  const t = await getTranslations('programmes');
  const nav = await getTranslations('nav');
  const today = belgradeToday(new Date());
  const owner = { programmeId: programme.id };
  const [projects, milestones, documents] = await Promise.all([tiedProjects(owner, form, viewer), tiedMilestones(owner, viewer), documentsOf(viewer, 'programme', programme.id)]);
  const { name, purpose, eligible, objectives, priorityAxes, instrument } = programme;
  const fell = fallsBack(form, name, purpose, eligible, instrument, ...objectives, ...priorityAxes);
  return (
    <>
      <LinkedData things={programmeData(recordPlace(form, `/programmes/${slug}`, { title: name, code: programme.code, text: programme.purpose }), programme, projects.lines)} />
      <PageHead
        breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }, { href: `/${form}/projects`, label: nav('projects') }]} here={<LocalTextView text={shortName(programme)} form={form} say="elsewhere" />} />}
        over={<><span>{t('kind')}</span><span className="code">{programme.code}</span></>}
        title={<LocalTextView text={name} form={form} say="elsewhere" />}
      />
      <div className="wrap body">
        {fell ? <FallbackNotice /> : null}
        <div className="two">
          <div>
            <ProgrammeText programme={programme} form={form} />
            <MilestonePlan heading={t('sections.milestones')} milestones={milestones} form={form} today={today} record={programme.id} />
            <section className="sec"><h2>{t('sections.money')}</h2><ProgrammeMoney amounts={programme.amounts} form={form} /></section>
            <section className="sec"><h2>{t('sections.partners')}</h2><ProgrammePartners partners={programme.partners} form={form} readBy="public" /></section>
            {projects.lines.length
              ? <TiedProjects heading={t('sections.projects')} of={projects} form={form} today={today} />
              : <section className="sec"><h2>{t('sections.projects')}</h2><EmptyState icon="folder-kanban" heading={t('projects.none')} /></section>}
            {documents.length ? <section className="sec"><h2>{t('sections.documents')}</h2><DocumentList documents={documents} form={form} /></section> : null}
            <RecordEnd form={form} today={today} path={`/programmes/${slug}`} title={name} code={programme.code} of={[{ noun: 'programme', id: programme.id }]} />
          </div>
          <aside aria-label={t('sheet.label')}><ProgrammeSheet programme={programme} form={form} readBy="public" /></aside>
        </div>
      </div>
    </>
  );
}
