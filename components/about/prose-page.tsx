import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { PageHead } from '#components/page-head.tsx';
import { Passage } from '#components/passage.tsx';
import type { WrittenForm } from '#messages/local-text.ts';

/** One part of a page: `id` is ASCII and permanent, since links name it. */
export type Part = { id: string; heading: string; body: ReactNode };

/** A page of the office's own words, in parts; three and more are listed beside them. `here` is its name in the breadcrumb. */
export function ProsePage({ form, here, title, lead, parts }: { form: WrittenForm; here: string; title: string; lead: string; parts: readonly Part[] }) {
  const nav = useTranslations('nav');
  const t = useTranslations('frame');
  return (
    <>
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={here} />} title={title} lead={lead} />
      <div className={parts.length < 3 ? 'wrap body' : 'wrap body two'}>
        <div>{parts.map(({ id, heading, body }) => <Passage key={id} id={id} heading={heading}>{body}</Passage>)}</div>
        {parts.length < 3 ? null : (
          <nav className="on-page" aria-labelledby="h-contents">
            <h2 id="h-contents">{t('contents')}</h2>
            <ul>{parts.map(({ id, heading }) => <li key={id}><a href={`#${id}`}>{heading}</a></li>)}</ul>
          </nav>
        )}
      </div>
    </>
  );
}
