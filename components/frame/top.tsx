import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { LanguageSwitch } from '#components/frame/language-switch.tsx';
import { Icon } from '#components/icon.tsx';

type TopProps = {
  form: WrittenForm;
  address: string;
  /** Name and roles of the one who is signed in, and the form that signs out. */
  who?: string;
  leave?: ReactNode;
  /** The way into the palette. */
  jump?: ReactNode;
};

/** The bar over a workspace page. */
export function Top({ form, address, who, leave, jump }: TopProps) {
  const frame = useTranslations('frame');
  const t = useTranslations('frame.workspace');
  return (
    <header className="top">
      <div className="btns">
        <button className="btn btn-line btn-sm menu-side" type="button" popoverTarget="workspace-side">
          <Icon name="menu" />
          {frame('menu')}
        </button>
        {jump}
        <a className="top-public" href={`/${form}`}>{t('publicSite')}</a>
      </div>
      <div className="me">
        <LanguageSwitch form={form} address={address} />
        {who ? <a href={`/${form}/workspace/me`} aria-label={t('mine', { who })}>{who}</a> : null}
        {leave}
      </div>
    </header>
  );
}
