import { useTranslations } from 'next-intl';
import { Tick } from '#components/facets.tsx';
import type { AskedList } from '#components/list-address.ts';

/** When it was signed: a span of years, and a box of its own for the agreements whose day of signing nobody knows. */
export function SignedField({ asked, undated }: { asked: AskedList; undated: number }) {
  const t = useTranslations('agreements.signed');
  const spans = Boolean(asked.from?.length || asked.to?.length || asked.year?.length);
  return (
    <fieldset>
      <legend>{t('legend')}</legend>
      <div className="inline">
        {(['from', 'to'] as const).map((name) => (
          <label className="small" key={name}>
            {t(name)}<br />
            <input type="text" className="in w-4" name={name} defaultValue={asked[name]?.[0]} inputMode="numeric" pattern="[12][0-9]{3}" maxLength={4} />
          </label>
        ))}
      </div>
      <Tick name="undated" value="1" label={t(spans ? 'undatedToo' : 'undated')} count={undated} chosen={(asked.undated ?? []).length > 0} />
    </fieldset>
  );
}
