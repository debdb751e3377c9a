'use client';
import { Fragment, useRef, useState, type SubmitEvent } from 'react';
import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/error-summary.tsx';
import { ChoiceField, type Option } from '#components/fields/choice-field.tsx';
import { TextArea } from '#components/fields/text-field.tsx';
import { FaceContext } from '#components/form-face.ts';
import { KeptLine } from '#components/kept-line.tsx';
import { startedAnew } from '#components/place.ts';
import { BackLink } from '#components/record/back-link.tsx';
import { DiscardForm, UnsentNotice } from '#components/unsent-notice.tsx';
import { useKeeping, useUnsent } from '#components/use-unsent.ts';
import { fileRoles } from '#office/document/document.ts';
import type { FormState, FormValues } from '#office/outcome.ts';
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

/**
 * Brings files to a document. The browser posts it by itself; with scripts it is sent in place, with its progress, and what was chosen stays. What is
 * typed beside the files is kept while it is not sent, as in every form; the files themselves are not.
 */
export function UploadForm({ to, back, hidden, state: first, languages, replaceable, limit, asks }: Props) {
  const t = useTranslations('form.files');
  const roles = useTranslations('vocabulary.fileRole');
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState(first);
  const [sending, setSending] = useState<Sending | null>(null);
  const unsent = useUnsent(asks === 'proposal' ? 'files' : 'nothing', goOn);
  const [drawn, setDrawn] = useState(() => ({ values: unsent.resumed ?? first.values ?? untouched, round: 0 }));
  const keeping = useKeeping(unsent, { form, untouched: true });
  function goOn(typed: FormValues): void {
    setDrawn((before) => ({ values: typed, round: before.round + 1 }));
  }
  const startAnew = () => {
    if (!unsent.going) return;
    keeping?.end();
    location.replace(startedAnew(location.pathname));
  };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!sending) void sendForm(event.currentTarget, { limit, show: setSending, taken: () => keeping?.end() }).then((issues) => setState({ ...first, issues }));
  };
  return (
    <FaceContext value={{ noun: 'document', issues: state.issues, theirs: null, values: drawn.values, cameBack: false, take() {} }}>
      <form ref={form} action={to} method="post" encType="multipart/form-data" onSubmit={send} noValidate>
        {Object.entries({ ...hidden, ...unsent.carried }).map(([name, value]) => (value === undefined ? null : <input key={`${name}=${value}`} type="hidden" name={name} defaultValue={value} />))}
        <ErrorSummary state={state} />
        <UnsentNotice unsent={unsent} now={{ values: untouched, version: undefined }} carried={Object.keys(hidden)} goOn={goOn} thrownAway={startAnew} />
        {/* Drawn anew where it is gone on with the text; the files that were chosen stay. */}
        <Fragment key={drawn.round}>
          <ChoiceField name="role" as="radios" options={fileRoles.map((value) => ({ value, label: roles(value) }))} />
          <ChoiceField name="language" options={languages} none={t('asDocument')} />
          {replaceable.length > 0 ? <ChoiceField name="replacesId" options={replaceable} none={t('replacesNone')} /> : null}
        </Fragment>
        <FilesField limit={limit} />
        {asks === 'proposal' ? <TextArea key={drawn.round} name="proposalReason" rows={3} /> : null}
        <output>{sending ? <Progress sending={sending} /> : null}</output>
        <div className="stay"><div className="btns">
          <button className="btn" type="submit" aria-disabled={sending ? true : undefined}>{t(asks === 'proposal' ? 'propose' : 'submit')}</button>
          <BackLink href={back} />
        </div>{keeping ? <KeptLine keeping={keeping} /> : null}</div>
      </form>
      <DiscardForm unsent={unsent} />
    </FaceContext>
  );
}

function Progress({ sending }: { sending: Sending }) {
  const t = useTranslations('form.files');
  const percent = Math.floor((sending.sent / Math.max(sending.all, 1)) * 100);
  const words = percent < 100 ? t('sending', { percent }) : t('checking');
  return <>{words}<progress className="sending" aria-label={words} max={100} value={percent} /></>;
}
