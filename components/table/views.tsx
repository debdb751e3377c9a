import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeNumber } from '#messages/numbers.ts';

/** One view of a table as a tab; `count` null where the register is too large to count every view. */
export type TableView = { readonly id: string; readonly name: string; readonly href: string; readonly isShared: boolean; readonly isCurrent: boolean; readonly count: number | null };

/** The views of a register as links, and the way to keep what is asked now. */
export function Views({ views, keep }: { views: readonly TableView[]; keep: string }) {
  const t = useTranslations('record.views');
  const form = useLocale() as WrittenForm;
  return (
    <nav className="views" aria-label={t('label')}>
      {views.map(({ id, name, href, isShared, isCurrent, count }) => (
        <a key={id} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {name}{isShared ? <span className="hide"> ({t('shared')})</span> : null}
          {count === null ? null : <> <span className="soft num">{writeNumber(count, form)}</span></>}
        </a>
      ))}
      <a href={keep}><Icon name="layers" />{t('keep')}</a>
    </nav>
  );
}
