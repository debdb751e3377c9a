import { useTranslations } from 'next-intl';
import { ListSearch } from '#components/list-search.tsx';
import type { WrittenForm } from '#messages/local-text.ts';

const waysOn = ['agreements', 'networks', 'projects', 'partners'] as const;

/** The page of an address of the workspace at which there is nothing for this viewer; the ways on stay in the workspace. */
export function MissingAtDesk({ form }: { form: WrittenForm }) {
  const t = useTranslations('frame.missing');
  const place = useTranslations('frame.workspace');
  const find = useTranslations('palette')('label');
  const desk = `/${form}/workspace`;
  return (
    <>
      <div className="desk-head">
        <div>
          <p className="over">{t('status')}</p>
          <h1>{t('heading')}</h1>
          <p>{t('deskWhy')}</p>
        </div>
      </div>
      <div className="nf-find"><ListSearch action={`${desk}/palette`} label={find} /></div>
      <ul className="list sec">
        <li><a href={desk}>{place('myDesk')}</a></li>
        {waysOn.map((register) => <li key={register}><a href={`${desk}/${register}`}>{place(register)}</a></li>)}
      </ul>
    </>
  );
}
