'use client';
import { useTranslations } from 'next-intl';
import { ChoiceField, type Option } from '#components/fields/choice-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';

type Named = readonly { id: string; label: string }[];

/** The document behind an act: one of the record, a new one, or none. What a new one needs is asked once it is chosen. */
export function DocumentBehind({ noun, documents, languages, may }: { noun: string; documents: Named; languages: readonly Option[]; may: 'begin' | 'choose' }) {
  const t = useTranslations(`fields.${noun}`);
  const begin = may === 'begin' ? [{ value: 'new', label: t('document_new') }] : [];
  if (documents.length + begin.length === 0) return null;
  return (
    <>
      <ChoiceField name="document" none={t('document_none')} options={[...begin, ...documents.map(({ id, label }) => ({ value: id, label }))]} />
      {begin.length ? (
        <div className="when-new">
          <LocalTextField name="documentTitle" />
          <ChoiceField name="documentLanguage" options={languages} />
        </div>
      ) : null}
    </>
  );
}

/** The agreement that carries the act, tied to this one when it is entered. */
export function OtherAgreement({ noun, others, may, none }: { noun: string; others: Named; may: 'begin' | 'choose'; none?: string }) {
  const t = useTranslations(`fields.${noun}`);
  const begin = may === 'begin' ? [{ value: 'new', label: t('other_new') }] : [];
  if (others.length + begin.length === 0) return null;
  return (
    <>
      <ChoiceField name="other" none={none} options={[...begin, ...others.map(({ id, label }) => ({ value: id, label }))]} />
      {begin.length ? <div className="when-new"><LocalTextField name="otherTitle" /></div> : null}
    </>
  );
}
