'use client';
import { useState, type SubmitEvent } from 'react';
import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/error-summary.tsx';
import { ChoiceField, type Option } from '#components/fields/choice-field.tsx';
import { TextArea } from '#components/fields/text-field.tsx';
import { FaceContext } from '#components/form-face.ts';
import { BackLink } from '#components/record/back-link.tsx';
import { fileRoles } from '#office/document/document.ts';
import type { FormState } from '#office/outcome.ts';
import { FilesField } from './files-field.tsx';
import { sendForm, type Sending } from './send-form.ts';

type Props = {
  /** Where the form is posted, whole and as multipart: a route that counts as it streams. */
  to: string;
  back: string;
  hidden: Readonly<Record<string, string | number>>;
  /** What came back to a browser without scripts. */
  state: FormState;
  languages: readonly Option[];
  /** Files that a new version may take the place of. */
  replaceable: readonly Option[];
  /** Whether the files are brought as a proposal, which may say why. */
  asks: 'proposal' | 'nothing';
  /** Megabytes. */
  limit: number;
};

const untouched = {};

/** Brings files to a document. The browser posts it by itself; with scripts it is sent in place, with its progress, and what was chosen stays. */
export function UploadForm({ to, back, hidden, state: first, languages, replaceable, limit, asks }: Props) {
  const t = useTranslations('form.files');
  const roles = useTranslations('vocabulary.fileRole');
  const [state, setState] = useState(first);
  const [sending, setSending] = useState<Sending | null>(null);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!sending) void sendForm(event.currentTarget, { limit, show: setSending }).then((issues) => setState({ ...first, issues }));
  };
  return (
    <FaceContext value={{ noun: 'document', issues: state.issues, theirs: null, values: state.values ?? untouched, cameBack: false, take() {} }}>
      <form action={to} method="post" encType="multipart/form-data" onSubmit={send} noValidate>
        {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} defaultValue={value} />)}
        <ErrorSummary state={state} />
        <ChoiceField name="role" as="radios" options={fileRoles.map((value) => ({ value, label: roles(value) }))} />
        <ChoiceField name="language" options={languages} none={t('asDocument')} />
        {replaceable.length > 0 ? <ChoiceField name="replacesId" options={replaceable} none={t('replacesNone')} /> : null}
        <FilesField limit={limit} />
        {asks === 'proposal' ? <TextArea name="proposalReason" rows={3} /> : null}
        <output>{sending ? <Progress sending={sending} /> : null}</output>
        <div className="stay"><div className="btns">
          <button className="btn" type="submit" aria-disabled={sending ? true : undefined}>{t(asks === 'proposal' ? 'propose' : 'submit')}</button>
          <BackLink href={back} />
        </div></div>
      </form>
    </FaceContext>
  );
}

function Progress({ sending }: { sending: Sending }) {
  const t = useTranslations('form.files');
  const percent = Math.floor((sending.sent / Math.max(sending.all, 1)) * 100);
  const words = percent < 100 ? t('sending', { percent }) : t('checking');
  return <>{words}<progress className="sending" aria-label={words} max={100} value={percent} /></>;
}
