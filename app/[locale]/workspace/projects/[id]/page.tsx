import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DocumentList } from '#components/document/list.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneTimeline } from '#components/milestone/timeline.tsx';
import { ProjectActs, ProjectLists } from '#components/project/lists.tsx';
import { ProjectMoney } from '#components/project/money.tsx';
import { ProjectPartners } from '#components/project/partners.tsx';
import { ProjectSheet } from '#components/project/sheet.tsx';
import { ProjectWay } from '#components/project/way.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { NextActs } from '#components/record/next-acts.tsx';
import { Standing } from '#components/standing.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { historyOf } from '#office/audit/read.ts';
import { documentsOf } from '#office/document/read.ts';
import { milestonesOf } from '#office/milestone/read.ts';
import { wayOf } from '#office/permission.ts';
import { nextActs, projectState } from '#office/project/project.ts';
import { projectById } from '#office/project/read.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await recordOf('projects', params))?.title };
}

export default async function ProjectDeskPage({ params }: Props) {
  const page = await recordOf('projects', params);
  const project = page && await projectById(page.viewer, page.record.id);
  if (!page || !project) return notThere(params);
  const { form, viewer, record, path } = page;
  const t = await getTranslations('projects');
  const verbs = await getTranslations('projects.do');
  const today = belgradeToday(new Date());
  const [past, milestones, documents] = await Promise.all([
    historyOf(viewer, 'project', record.id, 5), milestonesOf(viewer, { projectId: record.id }), documentsOf(viewer, 'project', record.id),
  ]);
  return (
    <RecordDesk
      texts={project} page={page} publicPath={`/projects/${record.slug}`} past={past} states={<Standing of="project" standing={projectState(project.acts, today)} />}
      sheet={<ProjectSheet project={project} form={form} readBy="staff" />}
      above={(
        <section className="way" id="next" aria-labelledby="h-way">
          <h2 id="h-way">{t('way')}</h2>
          <ProjectWay acts={project.acts} form={form} today={today} />
          <NextActs
            path={path} acts={nextActs(projectState(project.acts, today)).map((kind) => ({ kind, verb: verbs(kind) }))}
            may={wayOf(viewer, 'project.recordAct', 'project', record, page.office) ? ['record', ...(record.verification === 'unverified' ? ['recordOld' as const] : [])] : []}
          />
        </section>
      )}
    >
      {project.summary ? <LocalTextView as="p" className="prose" text={project.summary} form={form} /> : null}
      {project.objective ? <LocalTextView as="p" className="prose" text={project.objective} form={form} /> : null}
      <ProjectMoney project={project} form={form} />
      <ProjectActs project={project} form={form} strikeAt={wayOf(viewer, 'project.revise', 'project', record, page.office) ? (actId) => `${path}/acts/${actId}` : undefined} />
      {milestones.length ? <section className="sec"><h2>{t('milestones')}</h2><MilestoneTimeline milestones={milestones} form={form} today={today} of={record.id} readBy="staff" /></section> : null}
      <ProjectPartners project={project} form={form} readBy="staff" />
      <ProjectLists project={project} form={form} />
      {documents.length ? <section className="sec"><h2>{t('documents')}</h2><DocumentList documents={documents} form={form} readBy="staff" /></section> : null}
    </RecordDesk>
  );
}
