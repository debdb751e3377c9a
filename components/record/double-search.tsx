import { useTranslations } from 'next-intl';
import { SubmitButton } from '#components/button.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';

type Props = {
  action: string; q: string; form: WrittenForm;
  found: readonly { id: string; code: string; name: LocalText | null }[];
  /** What the search takes along, by name. */
  carried: Readonly<Record<string, string>>;
  hrefOf: (id: string) => string;
};

/** Which record says the same as this one: near names first, or whatever is looked for. */
export function DoubleSearch({ action, q, form, found, carried, hrefOf }: Props) {
  const t = useTranslations('merge');
  return (
    <>
      <p className="prose">{t('which')}</p>
      <search>
        <form className="bar" action={action} method="get">
          {Object.entries(carried).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <div className="inline">
            <label className="small">{t('search')}<br /><input className="in w-12" type="search" name="q" defaultValue={q} maxLength={200} /></label>
            <SubmitButton kind="line">{t('find')}</SubmitButton>
          </div>
        </form>
      </search>
      {found.length === 0 ? <p className="unknown">{t('none')}</p> : (
        <ul className="rows doubles">
          {found.map(({ id, code, name }) => <li key={id}><a href={hrefOf(id)}><LocalTextView text={name} form={form} /></a> <span className="code soft">{code}</span></li>)}
        </ul>
      )}
    </>
  );
}
