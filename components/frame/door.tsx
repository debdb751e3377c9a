import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { Brand } from '#components/frame/brand.tsx';
import { Mark } from '#components/frame/mark.tsx';

/** The frame of sign-in and of the one-time link: the form on the left, the seal on the right. */
export function Door({ form, children }: { form: WrittenForm; children: ReactNode }) {
  const t = useTranslations('frame.door');
  const site = useTranslations('site');
  return (
    <div className="door">
      <main className="door-form" id="main">
        <div>
          <Brand href={`/${form}`} name={site('name')} under={t('under')} />
          {children}
        </div>
      </main>
      <aside className="door-side" aria-label={t('aside')}>
        <Mark className="seal" />
        <p>{t('motto')}</p>
      </aside>
    </div>
  );
}
