import { useTranslations } from 'next-intl';
import { Path } from '#components/path.tsx';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { projectWay } from '#office/project/project.ts';
import type { ProjectRecord } from '#office/project/read.ts';

/** The way of a project from the idea to its closure, filled as far as acts are on record; a step that must have been and was not found is a gap. */
export function ProjectWay({ acts, form, today }: { acts: ProjectRecord['acts']; form: WrittenForm; today: string }) {
  const kinds = useTranslations('vocabulary.projectAct');
  const dates = useTranslations('values');
  const t = useTranslations('agreements.path');
  return (
    <Path steps={projectWay(acts, today).map(({ kind, act, state }) => ({
      id: kind, state, label: kinds(kind), when: act ? (act.on ? writeDate(act.on.edtf, form, 'table') : dates('unknownDate')) : undefined,
      note: state === 'gap' ? t('notFound') : state === 'now' ? t('nextHere') : act?.number ?? undefined,
    }))} />
  );
}
