import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { ReferenceLink } from '#components/reference-link.tsx';
import { SourceList } from '#components/source-list.tsx';
import { writeInstant } from '#messages/dates.ts';
import { languageName } from '#messages/names.ts';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import type { DocumentRecord } from '#office/document/read.ts';

/** The facts of a document, for staff. */
export function DocumentSheet({ document, form }: { document: DocumentRecord; form: WrittenForm }) {
  const t = useTranslations('fields.document');
  const any = useTranslations('fields.any');
  const words = useTranslations('vocabulary');
  const stages = useTranslations('states.document');
  const say = useTranslations('values');
  const changed = useTranslations('record.table')('changed');
  const { kind, iatiCategory, stage, dated, language, script, authentic, visibility, supersedes, retentionCategory, archiveBookNo, sources, changedAt } = document;
  const links = document.links.flatMap(({ record }) => (record ? [record] : []));
  const text = (held: LocalText | null) => (held ? <LocalTextView text={held} form={form} /> : null);
  return (
    <RecordSheet rows={[
      { term: t('kind'), value: kind ? words(`documentKind.${kind}`) : null, unknown: 'feminine' },
      { term: t('stage'), value: stages(stage) },
      { term: t('dated'), value: dated ? <FuzzyDateView edtf={dated.edtf} form={form} /> : null, unknown: 'date' },
      { term: t('language'), value: language ? languageName(language, form) : null, unknown: 'masculine', source: script ? words(`script.${script}`) : undefined },
      { term: t('authentic'), value: say(authentic ? 'yes' : 'no') },
      { term: t('visibility'), value: words(`visibility.${visibility}`), source: text(document.withheldReason) },
      ...(document.files.length === 0 ? [{ term: t('absentReason'), value: text(document.absentReason) }] : []),
      { term: t('links'), value: links.length ? <ul>{links.map((to) => <li key={to.id}><ReferenceLink to={to} form={form} readBy="staff" /></li>)}</ul> : null },
      ...(supersedes ? [{ term: t('supersedesId'), value: <>{text(supersedes.title)} <span className="code">{supersedes.code}</span></> }] : []),
      ...(iatiCategory ? [{ term: t('iatiCategory'), value: `${iatiCategory} ${words(`iatiCategory.${iatiCategory}`)}` }] : []),
      ...(retentionCategory ? [{ term: t('retentionCategory'), value: retentionCategory }] : []),
      ...(archiveBookNo ? [{ term: t('archiveBookNo'), value: archiveBookNo }] : []),
      { term: any('sources'), value: sources.length ? <SourceList sources={sources} form={form} /> : null, unknown: 'masculine' },
      { term: changed, value: writeInstant(changedAt, form) },
    ]} />
  );
}
