'use client';
import { useTranslations } from 'next-intl';
import type { FormValues } from '#office/outcome.ts';
import { useField } from '#components/form-face.ts';
import { FieldFrame, GroupFrame, Hint, Wrong } from '#components/fields/frame.tsx';

export type Option = { value: string; label: string };

type ChoiceFieldProps = {
  name: string;
  options: readonly Option[];
  as?: 'select' | 'radios';
  /** What stands where nothing is chosen; „изаберите“ if not given. */
  none?: string;
};

/** One of a closed list. A blank choice always stands first, so that nothing is chosen by accident. */
export function ChoiceField({ name, options, as = 'select', none }: ChoiceFieldProps) {
  const t = useTranslations('form');
  const { control, value, drawnFrom } = useField(name);
  const show = shownBy(name, options);
  if (as === 'radios') {
    return (
      <GroupFrame name={name} show={show}>
        <Radios name={name} options={none ? [{ value: '', label: none }, ...options] : options} value={value} />
      </GroupFrame>
    );
  }
  return (
    <FieldFrame name={name} show={show}>
      <select key={drawnFrom} className="in" {...control} defaultValue={value}>
        <option value="">{none ?? t('choose')}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </FieldFrame>
  );
}

/** Another record by its name; the same list that the reader may see. */
export function RecordField({ name, records, none }: { name: string; records: readonly { id: string; label: string }[]; none?: string }) {
  return <ChoiceField name={name} options={records.map(({ id, label }) => ({ value: id, label }))} none={none} />;
}

type RadiosProps = { name: string; options: readonly Option[]; value: string };

export function Radios({ name, options, value }: RadiosProps) {
  return (
    <div className="radios" key={value}>
      {options.map((option, place) => (
        <label className="radio" key={option.value}>
          <input type="radio" id={place === 0 ? `${name}-first` : undefined} name={name} value={option.value} defaultChecked={option.value === value} />
          {option.label}
        </label>
      ))}
    </div>
  );
}

/** Any number of a closed list. */
export function TickField({ name, options }: { name: string; options: readonly Option[] }) {
  const { held, drawnFrom } = useField(name);
  return (
    <GroupFrame name={name} show={shownBy(name, options)}>
      <div className="radios" key={drawnFrom}>
        {options.map((option) => (
          <label className="radio" key={option.value}>
            <input type="checkbox" name={name} value={option.value} defaultChecked={held.includes(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}

/** One yes or no; unticked it posts nothing, which is no. */
export function CheckField({ name }: { name: string }) {
  const { control, value, label, hint, wrong, drawnFrom } = useField(name);
  return (
    <div className={wrong.length > 0 ? 'field field-bad' : 'field'}>
      <label className="radio">
        <input key={drawnFrom} type="checkbox" {...control} value="on" defaultChecked={value !== ''} />
        {label}
      </label>
      <Hint name={name} words={hint} />
      <Wrong name={name} words={wrong} />
    </div>
  );
}

/** A posted choice in the words that the reader chose it by. */
function shownBy(name: string, options: readonly Option[]): (values: FormValues) => string {
  return (values) => (values[name] ?? []).map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ');
}
