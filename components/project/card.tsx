import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { glyphFor, Row, shortTitle, type LineLook } from '#components/rows.tsx';
import { Standing } from '#components/standing.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { shortText } from '#messages/short-text.ts';
import { projectState } from '#office/project/project.ts';
import type { ProjectLine } from '#office/project/read.ts';

/** A project as one line of the register: its programme and our role; its state follows from its acts and `today`. */
export function ProjectCard({ project, form, today, level = 2, look = 'whole' }: { project: ProjectLine; form: WrittenForm; today: string; level?: 2 | 3; look?: LineLook }) {
  const t = useTranslations('projects');
  const roles = useTranslations('vocabulary.partnerRole');
  const { code, slug, title, summary, ourRole, programme, acts, verification } = project;
  return (
    <Row
      margin={<b className="code">{code}</b>} level={level} href={`/${form}/projects/${slug}`}
      title={<LocalTextView text={look === 'whole' ? title : shortText(title, shortTitle)} form={form} />}
      side={<><Standing of="project" standing={projectState(acts, today)} glyph={glyphFor[look]} /><VerificationMark state={verification} glyph={glyphFor[look]} /></>}
    >
      {summary && look === 'whole' ? <p><LocalTextView text={shortText(summary)} form={form} say="elsewhere" /></p> : null}
      {look === 'whole' && (ourRole || programme) ? (
        <p className="soft">
          {ourRole ? t('ourRoleIs', { role: roles(ourRole) }) : null}
          {programme ? <>{ourRole ? ' · ' : null}{t('under')} <LocalTextView text={shortText(programme.name, 80)} form={form} say="elsewhere" /></> : null}
        </p>
      ) : null}
    </Row>
  );
}
