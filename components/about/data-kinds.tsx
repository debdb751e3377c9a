import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';

/** What programs can fetch of the register, and where. */
export function DataKinds({ form }: { form: WrittenForm }) {
  const t = useTranslations('open-data.kinds');
  const rows: readonly (readonly [name: 'feed' | 'calendar' | 'sitemap' | 'embedded', address: ReactNode])[] = [
    ['feed', <Address key="feed" path={`/${form}/feed.atom`} />],
    ['calendar', <Address key="calendar" path={`/${form}/milestones.ics`} />],
    ['sitemap', <Address key="sitemap" path="/sitemap.xml" />],
    ['embedded', t('inPages')],
  ];
  return (
    <table className="table fold">
      <caption className="hide">{t('text')}</caption>
      <thead><tr>{(['name', 'holds', 'address'] as const).map((head) => <th key={head} scope="col">{t(head)}</th>)}</tr></thead>
      <tbody>
        {rows.map(([name, address]) => (
          <tr key={name}>
            <th scope="row">{t(name)}</th>
            <td><span className="cell-label">{t('holds')}</span><span>{t(`${name}Holds`)}</span></td>
            <td><span className="cell-label">{t('address')}</span><span>{address}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Address({ path }: { path: string }) {
  return <a href={path}>{path}</a>;
}
