import { getTranslations } from 'next-intl/server';
import { recordPlace } from '#app/linked-place.ts';
import { RecordEnd } from '#app/record-end.tsx';
import { tiedAgreements, tiedMilestones } from '#app/tied.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { DocumentList } from '#components/document/list.tsx';
import { FallbackNotice } from '#components/fallback-notice.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { projectData } from '#components/linked-data/project.ts';
import { fallsBack, LocalTextView } from '#components/local-text.tsx';
import { MilestonePlan } from '#components/milestone/plan.tsx';
import { PageHead } from '#components/page-head.tsx';
import { ProjectActs, ProjectLists } from '#components/project/lists.tsx';
import { ProjectMoney } from '#components/project/money.tsx';
import { ProjectPartners } from '#components/project/partners.tsx';
import { ProjectSheet } from '#components/project/sheet.tsx';
import { TiedAgreements } from '#components/record/tied.tsx';
import { Standing } from '#components/standing.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { documentsOf } from '#office/document/read.ts';
import { projectState, shortTitle } from '#office/project/project.ts';
import type { ProjectRecord } from '#office/project/read.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Visitor } from '#office/viewer.ts';

type Props = { form: WrittenForm; slug: string; project: ProjectRecord; viewer: Visitor };

/** The public page of the record: for every reader, and as a preview for staff, whose `viewer` sees this one as if it were published. */
export async function ProjectShown({ form, slug, project, viewer }: Props) {
  const t = await getTranslations('projects');
  const nav = await getTranslations('nav');
  const today = belgradeToday(new Date());
  const { id, code, title, summary, objective, components, results, themes, places } = project;
  const [milestones, agreements, documents] = await Promise.all([
    tiedMilestones({ projectId: id }, viewer), tiedAgreements({ projectId: id }, form, today, viewer), documentsOf(viewer, 'project', id),
  ]);
  return (
    <>
      <LinkedData things={projectData(recordPlace(form, `/projects/${slug}`, { title, code, text: project.summary }), project, milestones.lines)} />
      <PageHead
        breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }, { href: `/${form}/projects`, label: nav('projects') }]} here={<LocalTextView text={shortTitle(project)} form={form} say="elsewhere" />} />}
        over={<><span>{t('one')}</span><span className="code">{code}</span><Standing of="project" standing={projectState(project.acts, today)} /></>}
        title={<LocalTextView text={title} form={form} say="elsewhere" />}
        lead={summary ? <LocalTextView text={summary} form={form} say="elsewhere" /> : null}
      />
      <div className="wrap body">
        <div className="two">
          <div>
            {fallsBack(form, title, summary, objective, ...components, ...results, ...themes, ...places) ? <FallbackNotice /> : null}
            {objective ? <section className="sec"><h2>{t('objective')}</h2><LocalTextView as="p" className="prose" text={objective} form={form} say="elsewhere" /></section> : null}
            <ProjectMoney project={project} form={form} />
            <ProjectActs project={project} form={form} />
            <MilestonePlan heading={t('milestones')} milestones={milestones} term={project} form={form} today={today} record={id} />
            <ProjectPartners project={project} form={form} readBy="public" />
            <ProjectLists project={project} form={form} />
            <TiedAgreements heading={t('agreements')} of={agreements} form={form} />
            {documents.length ? <section className="sec"><h2>{t('documents')}</h2><DocumentList documents={documents} form={form} /></section> : null}
            <RecordEnd form={form} today={today} path={`/projects/${slug}`} title={title} code={code} of={[{ noun: 'project', id }]} />
          </div>
          <aside aria-label={t('about')}><ProjectSheet project={project} form={form} readBy="public" /></aside>
        </div>
      </div>
    </>
  );
}
