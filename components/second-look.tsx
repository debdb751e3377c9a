'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'next-intl';
import { warningKey, type FormState, type Warning } from '#office/outcome.ts';
import { groupOf } from '#components/error-summary.tsx';
import { useFieldWords, useIssueWords, useWrittenForm } from '#components/form-face.ts';
import { Icon } from '#components/icon.tsx';
import { deskAddress } from '#components/desk-address.ts';

/** Why a form came back though it may be saved, and the one press that saves it all the same; none where it would be refused. */
export function SecondLook({ state }: { state: FormState }) {
  const t = useTranslations('form.look');
  const words = useIssueWords();
  const { label } = useFieldWords();
  const box = useRef<HTMLDivElement>(null);
  const { warnings = [] } = state;
  const form = useWrittenForm();
  const loses = warnings.some(({ at }) => at);
  const isFinal = warnings.some((warning) => warning.isFinal);
  useEffect(() => {
    if (state.warnings?.length) box.current?.focus();
  }, [state]);
  const answered = (state.values?.anyway ?? []).map((keys) => <input key={keys} type="hidden" name="anyway" defaultValue={keys} />);
  if (warnings.length === 0) return answered;
  return (
    <div className="note t-wait look" role="alert" tabIndex={-1} ref={box}>
      <Icon name="triangle-exclamation-point" className="" />
      <div>
        <h2>{t(isFinal ? 'final' : loses ? 'losing' : 'heading')}</h2>
        <ul>
          {warnings.map((warning) => (
            <li key={warningKey(warning)}>
              {warning.field ? <><a href={`#${warning.field}`}>{label(groupOf(warning.field))}</a>: </> : null}{words(warning)}
              {warning.at ? <> <a href={`/${form}${warning.at}`} target="_blank" rel="noopener">{t('unsent')}</a></> : null}
              <NearList warning={warning} />
            </li>
          ))}
        </ul>
        {answered}
        {isFinal ? null : <p><button className="btn btn-line" type="submit" name="anyway" value={warnings.map(warningKey).join('\n')}>{t(loses ? 'replace' : warnings.some(({ near }) => near) ? 'enter' : 'anyway')}</button></p>}
      </div>
    </div>
  );
}

/** The records that a warning names; each opens beside the form, so that nothing typed is left behind. */
export function NearList({ warning }: { warning: Warning }) {
  const form = useWrittenForm();
  if (!warning.near?.length) return null;
  return <ul>{warning.near.map(({ noun, id, label }) => <li key={id}><a href={deskAddress(form, noun, id)} target="_blank" rel="noopener">{label}</a></li>)}</ul>;
}
