'use client';
import { useTranslations } from 'next-intl';
import { ChoiceField, type Option } from '#components/fields/choice-field.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
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

/** Agreements that may carry an act: those of the same parties, and those that a picker of all others is drawn with. */
export type Carriers = { readonly near: Named; readonly found: Named };

/** The agreement that carries the act, tied to this one when it is entered: a new one, one of the same parties, or any other by its name. */
export function OtherAgreement({ noun, others, may, none }: { noun: string; others: Carriers; may: 'begin' | 'choose'; none?: string }) {
  const t = useTranslations(`fields.${noun}`);
  const begin = may === 'begin' ? [{ value: 'new', label: t('other_new') }] : [];
  return (
    <>
      <ChoiceField name="other" none={none} options={[...begin, ...others.near.map(({ id, label }) => ({ value: id, label })), { value: 'found', label: t('other_found') }]} />
      {begin.length ? <div className="when-new"><LocalTextField name="otherTitle" /></div> : null}
      <div className="when-new when-found"><PickField name="otherFound" what="agreement" records={others.found} /></div>
    </>
  );
}
