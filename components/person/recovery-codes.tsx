'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { useScripted } from '#components/fields/scripted.ts';
import { Notice } from '#components/notice.tsx';

type Props = { codes: readonly string[]; /** Where to go on. */ then: string };

/** The recovery codes, shown once: the register keeps only their hashes. To be copied, printed or written down. */
export function RecoveryCodes({ codes, then }: Props) {
  const t = useTranslations('form.codes');
  const scripted = useScripted();
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <section ref={box} tabIndex={-1} aria-label={t('heading')}>
      <Notice tone="live" icon="circle-check" weight="solid" heading={t('heading')}>
        <p>{t('what')}</p>
        <ol className="codes num" lang="en">{codes.map((code) => <li key={code}>{code}</li>)}</ol>
        <div className="btns">
          {scripted ? <button className="btn btn-line btn-sm" type="button" onClick={() => void copy()}>{t(copied ? 'copied' : 'copy')}</button> : null}
          {scripted ? <button className="btn btn-line btn-sm" type="button" onClick={() => window.print()}>{t('print')}</button> : null}
          <a className="btn btn-sm" href={then}>{t('kept')}</a>
        </div>
        <output className="hide">{copied ? t('copied') : ''}</output>
      </Notice>
    </section>
  );
}
