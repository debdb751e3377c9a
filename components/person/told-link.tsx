'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';

type Props = { address: string; back: string; /** Where the next person is invited, if this was an invitation. */ another?: string };

/** The one-time link, shown once: the register keeps only its hash. It takes the focus of the form in whose place it stands. */
export function ToldLink({ address, back, another }: Props) {
  const t = useTranslations('form.link');
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} aria-label={t('heading')}>
      <Notice tone="live" icon="circle-check" weight="solid" heading={t('heading')}>
        <p>{t('what')}</p>
        <p><label>{t('label')}<br /><input className="in w-full" type="text" readOnly defaultValue={address} /></label></p>
        <div className="btns">
          <a className="btn btn-sm" href={back}>{t('back')}</a>
          {another ? <a className="btn btn-line btn-sm" href={another}>{t('another')}</a> : null}
        </div>
      </Notice>
    </section>
  );
}
