import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Goals, Sectors } from '#components/record/classes.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { ReferenceLink, type ReadBy } from '#components/reference-link.tsx';
import { SourceList } from '#components/source-list.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDay, writeInstant } from '#messages/dates.ts';
import { writeNumber } from '#messages/numbers.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeCount } from '#office/count.ts';
import type { ProjectRecord } from '#office/project/read.ts';

/** The facts of a project beside its text; what is not known is said to be so. */
export function ProjectSheet({ project, form, readBy }: { project: ProjectRecord; form: WrittenForm; readBy: ReadBy }) {
  const t = useTranslations('projects.sheet');
  const roles = useTranslations('vocabulary.partnerRole');
  const length = useTranslations('values');
  const { programme, phase, ourRole, durationMonths, partnerCount, sdgs, website, verification, verifiedOn, sources, numbers, changedAt } = project;
  const ourNote = project.partners.find(({ organisation }) => organisation?.isSelf)?.note;
  const suggested = verification === 'checked' ? undefined : t('suggested');
  return (
    <RecordSheet rows={[
      { term: t('programme'), value: programme ? <ReferenceLink to={programme} form={form} readBy={readBy} /> : null, unknown: 'masculine' },
      ...(phase ? [{ term: t('phase'), value: phase }] : []),
      { term: t('ourRole'), value: ourRole ? roles(ourRole) : null, unknown: 'feminine', source: ourNote ? <LocalTextView text={ourNote} form={form} /> : undefined },
      { term: t('start'), ...dateRow(project.actualStart, project.plannedStart) },
      { term: t('end'), ...dateRow(project.actualEnd, project.plannedEnd) },
      { term: t('duration'), value: durationMonths ? (durationMonths % 12 ? length('months', { months: durationMonths }) : length('years', { years: durationMonths / 12 })) : null },
      ...(partnerCount ? [{ term: t('partnerCount'), value: writeCount(partnerCount, form) }] : []),
      ...(project.coFinancingPercent ? [{ term: t('coFinancing'), value: length('percent', { number: writeNumber(String(Number(project.coFinancingPercent)), form) }) }] : []),
      ...(project.sectors.length ? [{ term: t('sectors'), value: <Sectors codes={project.sectors} />, source: suggested }] : []),
      ...(sdgs.length ? [{ term: t('sdgs'), value: <Goals codes={sdgs} />, source: suggested }] : []),
      ...Object.entries(numbers).map(([name, held]) => ({ term: t(`numbers.${name}`), value: <span className="code">{held}</span> })),
      ...(website ? [{ term: t('website'), value: <a href={website} rel="noreferrer">{new URL(website).host}</a> }] : []),
      { term: t('verification'), value: <VerificationMark state={verification} day={verifiedOn ? writeDay(verifiedOn, form, 'table') : undefined} /> },
      { term: t('source'), value: sources.length ? <SourceList sources={sources} form={form} /> : null, unknown: 'masculine' },
      { term: t('changed'), value: writeInstant(changedAt, form) },
    ]} />
  );

  function dateRow(actual: ProjectRecord['actualStart'], planned: ProjectRecord['plannedStart']) {
    const date = actual ?? planned;
    return { value: date ? <FuzzyDateView edtf={date.edtf} form={form} /> : null, unknown: 'date' as const, source: date && !actual ? t('planned') : undefined };
  }
}
