import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import { listAddress } from '#components/list-address.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Offers } from '#office/search/nearest.ts';
import { RegisterLinks } from './register-links.tsx';

type Props = {
  q: string; offers: Offers; form: WrittenForm; action: string;
  /** The same search without what narrows it, where something does. */
  narrowed: string | null;
};

/** Nothing was found: what may have been meant, the words one by one, all that narrowed it taken away, the registers. */
export function NothingFound({ q, offers: { meant, fewer }, form, action, narrowed }: Props) {
  const t = useTranslations('search.none');
  const hrefOf = (words: string) => listAddress(action, { q: [words] });
  return (
    <>
      <div className="empty">
        <Icon name="search" />
        <div>
          <p><b>{t('heading', { q })}</b></p>
          {narrowed ? <p>{t('narrowed')} <a href={narrowed}>{t('widen')}</a></p> : null}
          {meant ? <p>{t('meant')} <a href={hrefOf(meant)}>{meant}</a>?</p> : null}
          {fewer.length ? <p>{t('fewer')} {fewer.map((word, place) => <span key={word}>{place > 0 ? ', ' : null}<a href={hrefOf(word)}>{word}</a></span>)}.</p> : null}
        </div>
      </div>
      <section className="sec">
        <h2>{t('lists')}</h2>
        <RegisterLinks form={form} />
      </section>
    </>
  );
}
