'use client';
import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';

/** The one-time link, shown once: the register keeps only its hash. */
export function ToldLink({ address, back }: { address: string; back: string }) {
  const t = useTranslations('form.link');
  return (
    <Notice tone="live" icon="circle-check" weight="solid" heading={t('heading')}>
      <p>{t('what')}</p>
      <p><label>{t('label')}<br /><input className="in w-full" type="text" readOnly defaultValue={address} /></label></p>
      <p><a href={back}>{t('back')}</a></p>
    </Notice>
  );
}
