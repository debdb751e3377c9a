import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { ButtonLink, SubmitButton } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Pager } from '#components/pager.tsx';
import { permits, type Noun } from '#office/permission.ts';
import type { Staff } from '#office/viewer.ts';

export type Asked = Readonly<Record<string, string | undefined>>;

type Props = {
  heading: string; viewer: Staff; noun: Noun;
  /** Address of the table, without a query. */
  path: string;
  newLabel: string;
  list: { total: number; page: number; pages: number };
  asked: Asked;
  /** „Врста“ unless it has a label of its own. */
  filter?: { name: string; label?: string; options: readonly { value: string; label: string }[] };
  children: ReactNode;
};

/** A register in the workspace: search and filter as a GET form, the table, its pages. */
export function RegisterDesk({ heading, viewer, noun, path, newLabel, list, asked, filter, children }: Props) {
  const t = useTranslations('record.table');
  return (
    <>
      <DeskHead title={heading} lead={t('count', { count: list.total })}
        acts={permits(viewer, `${noun}.draft`, null) ? <ButtonLink href={`${path}/new`} icon="plus">{newLabel}</ButtonLink> : null} />
      <form className="bar" action={path} method="get">
        <div className="inline">
          <label className="small">{t('search')}<br /><input className="in w-12" type="search" name="q" defaultValue={asked.q} maxLength={200} /></label>
          {filter ? <Filter {...filter} chosen={asked[filter.name]} /> : null}
          <SubmitButton kind="line">{t('apply')}</SubmitButton>
        </div>
        {asked.sort ? <input type="hidden" name="sort" value={asked.sort} /> : null}
      </form>
      {list.total === 0 ? <EmptyState icon="search" heading={t('none')}><a href={path}>{t('all')}</a></EmptyState> : children}
      <Pager page={list.page} pages={list.pages} hrefOf={(page) => addressOf(path, { ...asked, page: String(page) })} />
    </>
  );
}

/** The address of the table with these choices; empty ones are left out. */
export function addressOf(path: string, asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size ? `${path}?${query}` : path;
}

function Filter({ name, label, options, chosen = '' }: NonNullable<Props['filter']> & { chosen?: string }) {
  const t = useTranslations('record.table');
  return (
    <label className="small">
      {label ?? t('filter')}<br />
      <select className="in" name={name} key={chosen} defaultValue={chosen}>
        <option value="">{t('everything')}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}
