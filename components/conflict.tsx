'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'next-intl';
import type { FormState, FormValues } from '#office/outcome.ts';
import { Icon } from '#components/icon.tsx';
import { differs, partsOf } from '#components/merge.ts';
import { useFormFace } from '#components/form-face.ts';

/** Somebody else saved the record first: nothing typed is lost, and the form now starts from their version. */
export function ConflictNotice({ state, typed }: { state: FormState; typed: FormValues }) {
  const t = useTranslations('form.conflict');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.conflict) box.current?.focus();
  }, [state]);
  return (
    <div className="note t-wait note-solid" role="alert" tabIndex={-1} ref={box}>
      <Icon name="files" className="" />
      <div>
        <h2>{t('heading')}</h2>
        <p>{t('what')}</p>
        <p>
          <a className="btn btn-line btn-sm" href={asText(typed)} download={t('fileName')}>
            <Icon name="download" />
            {t('takeMine')}
          </a>
        </p>
      </div>
    </div>
  );
}

/** Both texts of a field that was saved otherwise meanwhile; the field itself holds the third. */
export function Theirs({ name, show }: { name: string; show?: (values: FormValues) => string }) {
  const t = useTranslations('form.conflict');
  const { theirs, values, take } = useFormFace();
  const scripted = useSyncExternalStore(never, () => true, () => false);
  if (!theirs || !differs(name, values, theirs)) return null;
  const parts = partsOf(name, values, theirs);
  const said = show ?? ((form: FormValues) => parts.flatMap((part) => form[part] ?? []).join(' '));
  return (
    <div className="pick">
      <div className="pick-one"><span className="pick-head">{t('mine')}</span>{said(values) || <span className="unknown">{t('empty')}</span>}</div>
      <div className="pick-one">
        <span className="pick-head">{t('theirs')}</span>
        {said(theirs) || <span className="unknown">{t('empty')}</span>}
        {scripted ? <p><button className="btn btn-line btn-sm" type="button" onClick={() => take(Object.fromEntries(parts.map((part) => [part, theirs[part] ?? []])))}>{t('takeTheirs')}</button></p> : null}
      </div>
    </div>
  );
}

function never(): () => void {
  return () => undefined;
}

/** What was typed as a text file of its own, without a script and without asking the server. */
function asText(typed: FormValues): string {
  const unseen = new Set(['id', 'version', 'request', 'opened']);
  const lines = Object.entries(typed).filter(([name, held]) => !unseen.has(name) && held.some(Boolean)).map(([name, held]) => `${name}: ${held.join(', ')}`);
  return `data:text/plain;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`;
}
