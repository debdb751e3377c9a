import { useTranslations } from 'next-intl';
import { SubmitButton } from '#components/button.tsx';
import { nouns } from '#office/permission.ts';
import { WhoChoice } from './who-choice.tsx';

type Props = { action: string; people: readonly { id: string; name: string | null }[]; who?: string; noun?: string; from?: string; to?: string };

/** Narrows the office's history to a person, a register and a span of days. */
export function OfficeHistoryFilter({ action, people, who = '', noun = '', from = '', to = '' }: Props) {
  const t = useTranslations('officeHistory');
  const past = useTranslations('record.pastPage');
  const words = useTranslations('vocabulary.noun');
  return (
    <form className="bar" action={action} method="get">
      <div className="inline">
        <WhoChoice people={people} who={who} />
        <label className="small">{t('noun')}<br />
          <select className="in" name="noun" key={noun} defaultValue={noun}>
            <option value="">{t('everyNoun')}</option>
            {nouns.map((one) => <option key={one} value={one}>{words(one)}</option>)}
          </select>
        </label>
        <label className="small">{t('from')}<br /><input className="in" type="date" name="from" defaultValue={from} /></label>
        <label className="small">{t('to')}<br /><input className="in" type="date" name="to" defaultValue={to} /></label>
        <SubmitButton kind="line">{past('show')}</SubmitButton>
      </div>
    </form>
  );
}
