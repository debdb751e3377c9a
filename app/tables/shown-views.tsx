import { getTranslations } from 'next-intl/server';
import { registers, type RegisterName } from '#app/registers.ts';
import { dropView, keepView, renameView } from '#app/[locale]/workspace/tables/[register]/actions.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { listAddress } from '#components/list-address.ts';
import { BackLink } from '#components/record/back-link.tsx';
import { DropViewForm, ViewForm } from '#components/saved-view/view-forms.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { holds } from '#office/permission.ts';
import { mayShare, viewsOf } from '#office/saved-view/read.ts';
import type { SavedView } from '#office/saved-view/saved-view.ts';
import type { Staff } from '#office/viewer.ts';
import { askedInText, queryOf, type AskedTable } from './asked.ts';
import { settingFor } from './setting.ts';
import { tables } from './tables.ts';

/** What is to be kept now, or which kept view is in hand, and all that are kept. */
export async function shownViews(viewer: Staff, form: WrittenForm, register: RegisterName, { of = '', edit }: { of?: string; edit?: string }) {
  const { noun } = registers[register];
  const t = await getTranslations('record.views');
  const [table, setting] = [tables[register], await settingFor(viewer, form)];
  const path = `/${form}/workspace/${register}`;
  const [views, asked] = await Promise.all([viewsOf(viewer, register), askedInText(table, setting, of)]);
  const own = views.find(({ id }) => id === edit);
  const shares = mayShare(viewer, noun);
  const mayDrop = (view: SavedView) => view.isOwn || holds(viewer, 'publisher', noun, null);
  const here = `/${form}/workspace/tables/${register}/views`;
  return (
    <>
      <DeskHead title={own ? t('edit', { name: own.name }) : t('heading')} lead={<a href={path}>{table.words(setting).heading}</a>} />
      {own ? (
        <>
          {own.isOwn ? (
            <ViewForm
              action={renameView} mayShare={shares} hidden={{ register, id: own.id }} submit={t('save')} beside={<BackLink href={here} />}
              values={{ name: [own.name], isShared: own.isShared ? ['1'] : [] }}
            />
          ) : null}
          {mayDrop(own) ? <DropViewForm action={dropView} hidden={{ register, id: own.id }} name={own.name} /> : null}
        </>
      ) : (
        <>
          <p className="prose">{t('lead')}</p>
          <p className="prose">{t('holds')} {told(asked).length ? told(asked).join(' · ') : t('everything')}</p>
          <ViewForm action={keepView} mayShare={shares} hidden={{ register, query: queryOf(asked.kept) }} submit={t('keep')} beside={<BackLink href={listAddress(path, asked.kept)} />} />
        </>
      )}
      {views.length ? (
        <section className="sec">
          <h2>{t('kept')}</h2>
          <ul className="view-list">
            {views.map((view) => (
              <li key={view.id}>
                <a href={`${path}${view.query ? `?${view.query}` : ''}`}>{view.name}</a>
                {view.isShared ? <span className="soft">{t('shared')}</span> : null}
                {mayDrop(view) ? <a href={`${here}?edit=${view.id}`}>{t('change')}<span className="hide">: {view.name}</span></a> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** What an address asks of the table, in words. */
function told({ kept, filters, chosen, columns, shown, asked }: AskedTable): string[] {
  const [sorted] = columns.filter(({ key, sort }) => sort && asked.sort?.replace('-', '') === key && kept.sort);
  return [
    ...(asked.q ? [`„${asked.q}“`] : []),
    ...filters.flatMap((filter) => {
      const value = chosen[filter.name];
      if (value === undefined) return [];
      if (filter.as === 'tick') return [filter.label];
      return [`${filter.label}: ${filter.as === 'choice' ? filter.options.find((option) => option.value === value)?.label ?? value : value}`];
    }),
    ...(sorted ? [sorted.label] : []),
    ...(kept.columns ? [shown.map(({ label }) => label).join(', ')] : []),
  ];
}
