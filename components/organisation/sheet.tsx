import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { useKinRows } from '#components/organisation/kin.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import type { ReadBy } from '#components/reference-link.tsx';
import { SourceList } from '#components/source-list.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDay, writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import type { Kin } from '#office/organisation/kin.ts';
import type { OrganisationRecord } from '#office/organisation/read.ts';

/** The facts of an organisation beside its text. */
export function OrganisationSheet({ organisation, form, kin, readBy }: { organisation: OrganisationRecord; form: WrittenForm; kin: Kin; readBy: ReadBy }) {
  const t = useTranslations('partners.sheet');
  const kinds = useTranslations('vocabulary.organisationKind');
  const { kind, country, place, website, verification, verifiedOn, sources, externalIds, changedAt } = organisation;
  const numbers = Object.entries(externalIds);
  return (
    <RecordSheet rows={[
      { term: t('kind'), value: kind ? kinds(kind) : null },
      { term: t('country'), value: country ? countryName(country, form) : null, unknown: 'neuter' },
      ...(place ? [{ term: t('place'), value: <LocalTextView text={place} form={form} /> }] : []),
      ...useKinRows(kin, form, readBy),
      ...(website ? [{ term: t('website'), value: <a href={website} rel="noreferrer">{new URL(website).host}</a> }] : []),
      ...numbers.map(([name, held]) => ({ term: t(`numbers.${name}`), value: <span className="code">{held}</span> })),
      { term: t('verification'), value: <VerificationMark state={verification} day={verifiedOn ? writeDay(verifiedOn, form, 'table') : undefined} /> },
      { term: t('source'), value: sources.length ? <SourceList sources={sources} form={form} /> : null, unknown: 'masculine' },
      { term: t('changed'), value: writeInstant(changedAt, form) },
    ]} />
  );
}

/** Names that it had before or has had since, each with its dates as far as they are known. */
export function NamesOverTime({ organisation, form }: { organisation: OrganisationRecord; form: WrittenForm }) {
  const t = useTranslations('partners');
  if (organisation.names.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t('names')}</h2>
      <dl className="sheet">
        {organisation.names.map((held) => (
          <div key={held.id}>
            <dt>
              {held.validFrom || held.validTo
                ? <><FuzzyDateView edtf={held.validFrom?.edtf} form={form} look="table" /> – {held.validTo ? <FuzzyDateView edtf={held.validTo.edtf} form={form} look="table" /> : null}</>
                : <FuzzyDateView edtf={null} form={form} />}
            </dt>
            <dd>
              <LocalTextView text={held.name} form={form} />
              {held.acronym ? <> (<LocalTextView text={held.acronym} form={form} />)</> : null}
              {held.note ? <LocalTextView as="span" className="src" text={held.note} form={form} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** People to write to; the caller's record holds only those whom its reader may know. */
export function Contacts({ organisation, form }: { organisation: OrganisationRecord; form: WrittenForm }) {
  const t = useTranslations('partners');
  if (organisation.contacts.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t('contacts')}</h2>
      <dl className="sheet">
        {organisation.contacts.map(({ id, name, office, email, phone, isPublic }) => (
          <div key={id}>
            <dt>{name}{isPublic ? null : <span className="src">{t('contactInternal')}</span>}</dt>
            <dd>
              {office ? <LocalTextView text={office} form={form} as="span" className="src" /> : null}
              {email ? <a href={`mailto:${email}`}>{email}</a> : null} {phone}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
