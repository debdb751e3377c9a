import { useTranslations } from 'next-intl';
import { useColleagueWords } from '#components/person/colleague-words.ts';

type Props = { people: readonly { id: string; name: string | null }[]; who: string };

/** By whose hand: one of these people, the system, or anybody. */
export function WhoChoice({ people, who }: Props) {
  const t = useTranslations('record.pastPage');
  const record = useTranslations('record');
  const called = useColleagueWords();
  return (
    <label className="small">{t('who')}<br />
      <select className="in" name="who" key={who} defaultValue={who}>
        <option value="">{t('anybody')}</option>
        {people.map(({ id, name }) => <option key={id} value={id}>{called({ id, name })}</option>)}
        <option value="system">{record('system')}</option>
      </select>
    </label>
  );
}
