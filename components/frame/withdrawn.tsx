import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { Notice } from '#components/notice.tsx';

type Withdrawal = {
  form: WrittenForm;
  /** The record's title as it may still be said. */
  title: ReactNode;
  code?: string | null;
  /** The day of the withdrawal, already written out. */
  day: ReactNode;
  reason: ReactNode;
  /** Where the reader goes on: the register that the record belonged to. */
  register: 'agreements' | 'memoranda' | 'networks' | 'projects' | 'partners' | 'milestones';
};

/** What stays at the address of a withdrawn record; the door sets its status 410. */
export function Withdrawn({ form, title, code, day, reason, register }: Withdrawal) {
  const t = useTranslations('frame.withdrawn');
  const nav = useTranslations('nav');
  return (
    <div className="wrap body">
      <div className="head">
        {code ? <p className="over"><span className="code">{code}</span></p> : null}
        <h1>{title}</h1>
      </div>
      <Notice tone="harm" icon="octagon-exclamation-point" weight="solid" heading={t('heading')}>
        <p>{t.rich('when', { day: () => day })}</p>
        <p>{t.rich('why', { reason: () => reason })}</p>
      </Notice>
      <p><a href={`/${form}/${register}`}>{t('goOn', { register: nav(register) })}</a></p>
    </div>
  );
}
