import { useTranslations } from 'next-intl';
import { ListSearch } from '#components/list-search.tsx';
import { NotUnderstood } from '#components/not-understood.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { RegisterLinks } from './register-links.tsx';

const ways = ['scripts', 'cases', 'beginnings', 'phrase', 'country', 'code'] as const;

/** One name as it may be typed; the same in every written form, so no part of the messages. */
const spellings = { cyrillic: 'Ђердап', latin: 'Đerdap', plain: 'Djerdap' };

type Props = { form: WrittenForm; action: string; q: string | undefined; strange: Parameters<typeof NotUnderstood>[0]['strange'] };

/** Nothing was asked yet, or nothing that has a word in it: the box, and what may be typed there. */
export function HowToSearch({ form, action, q, strange }: Props) {
  const t = useTranslations('search.how');
  return (
    <>
      <NotUnderstood strange={strange} />
      {q ? <p>{t('signs', { q })}</p> : null}
      <ListSearch action={action} label={t('label')} />
      <section className="sec">
        <h2>{t('heading')}</h2>
        <ul className="list">{ways.map((way) => <li key={way}>{t(way, spellings)}</li>)}</ul>
      </section>
      <section className="sec">
        <h2>{t('lists')}</h2>
        <RegisterLinks form={form} />
      </section>
    </>
  );
}
