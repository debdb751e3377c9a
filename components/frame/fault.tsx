'use client';
import { useEffect, useRef } from 'react';
import { useLocale, useTranslations } from 'next-intl';

/** What stands where a page with scripts fell over: what it means for what was typed, and two ways on. The fault itself goes to the console and the server's log. */
export function Fault({ again, back, at }: { again: () => void; back: 'desk' | 'home'; at: '/workspace' | '' }) {
  const t = useTranslations('form.fault');
  const form = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="nf" role="alert">
      <div className="head">
        <h1 ref={heading} tabIndex={-1}>{t('title')}</h1>
        <p className="lead">{t('text')}</p>
      </div>
      <div className="btns">
        <button className="btn" type="button" onClick={again}>{t('again')}</button>
        <a className="btn btn-line" href={`/${form}${at}`}>{t(back)}</a>
      </div>
    </div>
  );
}
