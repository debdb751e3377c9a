import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';

type Props = {
  path: string;
  /** The acts that may follow now with the verb of each, the one that leads on first. */
  acts: readonly { kind: string; verb: string }[];
  /** What the viewer may do: enter what follows, and what an older source tells of. */
  may: readonly ('record' | 'recordOld')[];
};

/** What may be entered next of a membership or a project, each on a short page of its own. */
export function NextActs({ path, acts, may }: Props) {
  const t = useTranslations('record.acts');
  return (
    <>
      {acts.length === 0 ? <p className="soft">{t('none')}</p> : null}
      {may.includes('record') ? (
        <p className="btns">
          {acts.map(({ kind, verb }, place) => <ButtonLink key={kind} href={`${path}/acts/new/${kind.replaceAll('_', '-')}`} kind={place === 0 ? 'main' : 'line'}>{verb}</ButtonLink>)}
        </p>
      ) : <p className="small soft">{t('notYours')}</p>}
      {may.includes('recordOld') ? <p className="small"><a href={`${path}/old-act`}>{t('old')}</a></p> : null}
    </>
  );
}
