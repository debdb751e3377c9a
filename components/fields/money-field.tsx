'use client';
import { useTranslations } from 'next-intl';
import { useField } from '#components/form-face.ts';
import { Radios } from '#components/fields/choice-field.tsx';
import { GroupFrame, Wrong } from '#components/fields/frame.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';

/** The currencies that the office meets; one of another record is added where it stands. */
const usual = ['EUR', 'RSD', 'USD', 'CHF', 'GBP'];

/** An amount with its currency and whose amount it is; a scope is obligatory, since a programme's money is never the City's. */
export function MoneyField({ name }: { name: string }) {
  const t = useTranslations('form.money');
  const words = useTranslations('vocabulary');
  const amount = useField(`${name}.amount`);
  const currency = useField(`${name}.currency`);
  const scope = useField(`${name}.scope`);
  const certainty = useField(`${name}.certainty`);
  const day = useField(`${name}.valueDate`);
  const currencies = [...new Set([...usual, currency.value].filter(Boolean))];
  return (
    <GroupFrame name={name}>
      {[amount, currency, scope].map((field) => <Wrong key={field.control.name} name={field.control.name} words={field.wrong} />)}
      <div className="inline">
        <label className="small">{t('amount')}<br /><input key={amount.drawnFrom} className="in w-12" inputMode="decimal" {...amount.control} defaultValue={amount.value} /></label>
        <label className="small">
          {t('currency')}
          <br />
          <select key={currency.drawnFrom} className="in" {...currency.control} defaultValue={currency.value}>
            <option value="">–</option>
            {currencies.map((code) => <option key={code}>{code}</option>)}
          </select>
        </label>
        <label className="small">
          {t('certainty')}
          <br />
          <select key={certainty.drawnFrom} className="in" {...certainty.control} defaultValue={certainty.value || 'stated'}>
            {(['stated', 'estimated'] as const).map((one) => <option key={one} value={one}>{words(`certainty.${one}`)}</option>)}
          </select>
        </label>
        <label className="small">{t('valueDate')}<br /><input key={day.drawnFrom} className="in w-12" type="date" {...day.control} defaultValue={day.value} /></label>
      </div>
      <fieldset id={`${name}.scope`} tabIndex={-1}>
        <legend className="small">{t('scope')}</legend>
        <Radios name={`${name}.scope`} value={scope.value}
          options={(['city_share', 'project_total', 'programme_total'] as const).map((one) => ({ value: one, label: words(`scope.${one}`) }))} />
      </fieldset>
      <LocalTextField name={`${name}.note`} />
    </GroupFrame>
  );
}
