import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { OrganisationLink, type ReadBy } from '#components/reference-link.tsx';
import { SourceList } from '#components/source-list.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import type { FuzzyDate } from '#db/columns.ts';
import { writeDate, writeDay, writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import type { ProgrammeRecord } from '#office/programme/read.ts';

/** The facts of a programme beside its text. */
export function ProgrammeSheet({ programme, form, readBy }: { programme: ProgrammeRecord; form: WrittenForm; readBy: ReadBy }) {
  const t = useTranslations('programmes.sheet');
  const dates = useTranslations('values.date');
  const { acronym, instrument, periodFrom, periodTo, funder, funderNote, managingAuthority, nationalAuthority, jointSecretariat, countries, cci, verification, verifiedOn, sources, changedAt } = programme;
  return (
    <RecordSheet rows={[
      ...(acronym ? [{ term: t('acronym'), value: <LocalTextView text={acronym} form={form} /> }] : []),
      { term: t('period'), value: period(periodFrom, periodTo, form, dates), unknown: 'neuter' },
      {
        term: t('funder'), value: funder ? <OrganisationLink to={funder} form={form} readBy={readBy} /> : null, unknown: 'masculine',
        source: funderNote ? <LocalTextView text={funderNote} form={form} /> : null,
      },
      ...(instrument ? [{ term: t('instrument'), value: <LocalTextView text={instrument} form={form} /> }] : []),
      ...(managingAuthority ? [{ term: t('managing'), value: <OrganisationLink to={managingAuthority} form={form} readBy={readBy} /> }] : []),
      ...(nationalAuthority ? [{ term: t('national'), value: <OrganisationLink to={nationalAuthority} form={form} readBy={readBy} /> }] : []),
      ...(jointSecretariat ? [{ term: t('secretariat'), value: <LocalTextView text={jointSecretariat} form={form} /> }] : []),
      ...(countries.length ? [{ term: t('countries'), value: countries.map((code) => countryName(code, form)).join(', ') }] : []),
      ...(cci ? [{ term: t('cci'), value: <span className="code">{cci}</span> }] : []),
      { term: t('verification'), value: <VerificationMark state={verification} day={verifiedOn ? writeDay(verifiedOn, form, 'table') : undefined} /> },
      { term: t('source'), value: sources.length ? <SourceList sources={sources} form={form} /> : null, unknown: 'masculine' },
      { term: t('changed'), value: writeInstant(changedAt, form) },
    ]} />
  );
}

function period(from: FuzzyDate | null, to: FuzzyDate | null, form: WrittenForm, say: (key: string, values: Record<string, string>) => string): string | null {
  if (from && to) return say('range', { start: writeDate(from.edtf, form), end: writeDate(to.edtf, form) });
  if (from) return say('since', { date: writeDate(from.edtf, form, 'sentence') });
  return to ? say('until', { date: writeDate(to.edtf, form, 'sentence') }) : null;
}
