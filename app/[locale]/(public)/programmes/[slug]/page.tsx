import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { absent } from '#app/absent.tsx';
import { recordPlace } from '#app/linked-place.ts';
import { RecordEnd } from '#app/record-end.tsx';
import { missingFace, recordFace } from '#app/record-face.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
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
import { programmeBySlug, withdrawnProgramme } from '#office/programme/read.ts';
import { visitor } from '#office/viewer.ts';

type Props = PageProps<{ slug: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await formOfPage(params);
  const { slug } = await params;
  const programme = await programmeBySlug(visitor, slug);
  if (!programme) return missingFace();
  return recordFace(form, { path: `/programmes/${slug}`, title: programme.name, code: programme.code, texts: [programme.purpose, programme.eligible] });
}

export default async function ProgrammePage({ params }: Props) {
  const form = await formOfPage(params);
  const { slug } = await params;
  const programme = await programmeBySlug(visitor, slug);
  // Programmes have no list of their own: the way on leads to the projects.
  if (!programme) return absent({ form, noun: 'programme', register: 'projects', slug, withdrawn: await withdrawnProgramme(slug) });
  const t = await getTranslations('programmes');
  const nav = await getTranslations('nav');
  const today = belgradeToday(new Date());
  const owner = { programmeId: programme.id };
  const [projects, milestones, documents] = await Promise.all([tiedProjects(owner, form), tiedMilestones(owner), documentsOf(visitor, 'programme', programme.id)]);
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
            <section className="sec"><h2>{t('sections.partners')}</h2><ProgrammePartners partners={programme.partners} form={form} /></section>
            {projects.lines.length
              ? <TiedProjects heading={t('sections.projects')} of={projects} form={form} today={today} />
              : <section className="sec"><h2>{t('sections.projects')}</h2><EmptyState icon="folder-kanban" heading={t('projects.none')} /></section>}
            {documents.length ? <section className="sec"><h2>{t('sections.documents')}</h2><DocumentList documents={documents} form={form} /></section> : null}
            <RecordEnd form={form} today={today} path={`/programmes/${slug}`} title={name} code={programme.code} of={[{ noun: 'programme', id: programme.id }]} />
          </div>
          <aside aria-label={t('sheet.label')}><ProgrammeSheet programme={programme} form={form} /></aside>
        </div>
      </div>
    </>
  );
}
