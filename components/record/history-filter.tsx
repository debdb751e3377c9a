import { useTranslations } from 'next-intl';
import { SubmitButton } from '#components/button.tsx';
import type { Noun } from '#office/permission.ts';
import { useFieldLabel } from './field-label.ts';
import { WhoChoice } from './who-choice.tsx';

type Props = {
  action: string; noun: Noun;
  people: readonly { id: string; name: string | null }[];
  /** As `table.field`. */
  fields: readonly string[];
  who?: string; field?: string; on?: string;
};

/** Narrows a history to a field or a person, or asks how the record stood on a day. */
export function HistoryFilter({ action, noun, people, fields, who = '', field = '', on = '' }: Props) {
  const t = useTranslations('record.pastPage');
  const label = useFieldLabel(noun);
  const labels = fields.map((one) => ({ value: one, label: label(...one.split('.', 2) as [string, string]) }));
  return (
    <form className="bar" action={action} method="get">
      <div className="inline">
        <label className="small">{t('field')}<br />
          <select className="in" name="field" key={field} defaultValue={field}>
            <option value="">{t('allFields')}</option>
            {labels.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
          </select>
        </label>
        <WhoChoice people={people} who={who} />
        <label className="small">{t('on')}<br /><input className="in" type="date" name="on" defaultValue={on} /></label>
        <SubmitButton kind="line">{t('show')}</SubmitButton>
      </div>
    </form>
  );
}
