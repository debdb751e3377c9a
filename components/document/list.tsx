import { useTranslations } from 'next-intl';
import { deskAddress } from '#components/desk-address.ts';
import { Documents } from '#components/documents.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { More } from '#components/record/more.tsx';
import type { ReadBy } from '#components/reference-link.tsx';
import { languageName } from '#messages/names.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { DocumentOf } from '#office/document/read.ts';
import { FileList } from './files.tsx';

type Props = { documents: readonly DocumentOf[]; form: WrittenForm; readBy?: ReadBy };

/** So many a page holds; the newest stand first. */
const most = 40;

/** The documents behind a record; only the workspace has a page for each. Of a withheld one the public learns its kind and why it is withheld. */
export function DocumentList({ documents, form, readBy = 'public' }: Props) {
  const kinds = useTranslations('vocabulary.documentKind');
  const t = useTranslations('documents');
  return (
    <>
      <Documents documents={documents.slice(0, most).map((one) => ({
        id: one.id,
        title: one.withheld ? (one.kind ? kinds(one.kind) : t('withheldOne')) : <LocalTextView text={one.title} form={form} />,
        ...(one.withheld || readBy === 'public' ? {} : { href: deskAddress(form, 'document', one.id) }),
        about: one.withheld ? <>{t('withheld')} <LocalTextView text={one.reason} form={form} /></> : <About document={one} form={form} />,
        files: one.files.length > 0 ? <FileList files={one.files} form={form} /> : null,
      }))} />
      <More shown={most} total={documents.length} form={form} />
    </>
  );
}

function About({ document, form }: { document: Extract<DocumentOf, { withheld: false }>; form: WrittenForm }) {
  const t = useTranslations('documents');
  const kinds = useTranslations('vocabulary.documentKind');
  const stages = useTranslations('states.document');
  const { kind, language, authentic, stage, dated, absentReason, files } = document;
  const facts = [kind ? kinds(kind) : null, language ? languageName(language, form) : null, t(authentic ? 'authentic' : 'notAuthentic'), stage === 'draft' ? null : stages(stage)];
  return (
    <>
        {facts.filter(Boolean).join(' · ')}
        {dated ? <>{' · '}<FuzzyDateView edtf={dated.edtf} form={form} look="table" /></> : null}
        {absentReason && files.length === 0 ? <>{' · '}{t('noFile')} <LocalTextView text={absentReason} form={form} /></> : null}
    </>
  );
}
