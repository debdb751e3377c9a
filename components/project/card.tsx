import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { Row } from '#components/rows.tsx';
import { Standing } from '#components/standing.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { shortText } from '#messages/short-text.ts';
import { projectState } from '#office/project/project.ts';
import type { ProjectLine } from '#office/project/read.ts';

/** A project as one line of the register: its programme and our role; its state follows from its acts and `today`. */
export function ProjectCard({ project, form, today, level = 2 }: { project: ProjectLine; form: WrittenForm; today: string; level?: 2 | 3 }) {
  const t = useTranslations('projects');
  const roles = useTranslations('vocabulary.partnerRole');
  const { code, slug, title, summary, ourRole, programme, acts, verification } = project;
  return (
    <Row
      margin={<b className="code">{code}</b>} level={level} href={`/${form}/projects/${slug}`}
      title={<LocalTextView text={title} form={form} />}
      side={<><Standing of="project" standing={projectState(acts, today)} /><VerificationMark state={verification} /></>}
    >
      {summary ? <p><LocalTextView text={shortText(summary)} form={form} say="elsewhere" /></p> : null}
      <p className="soft">
        {ourRole ? t('ourRoleIs', { role: roles(ourRole) }) : null}
        {programme ? <>{ourRole ? ' · ' : null}{t('under')} <LocalTextView text={programme.name} form={form} say="elsewhere" /></> : null}
      </p>
    </Row>
  );
}
