'use client';
import { useTranslations } from 'next-intl';
import { useField } from '#components/form-face.ts';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { GroupFrame, Wrong } from '#components/fields/frame.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';

/** „преко 1000 локалних власти“: how exact, how many, of what, and as of which day. */
export function CountField({ name }: { name: string }) {
  const t = useTranslations('form.count');
  const words = useTranslations('vocabulary.qualifier');
  const qualifier = useField(`${name}.qualifier`);
  const value = useField(`${name}.value`);
  return (
    <GroupFrame name={name}>
      <Wrong name={`${name}.value`} words={value.wrong} />
      <div className="inline">
        <label className="small">
          {t('qualifier')}
          <br />
          <select key={qualifier.drawnFrom} className="in" {...qualifier.control} defaultValue={qualifier.value || 'exact'}>
            {(['exact', 'over', 'about', 'under'] as const).map((one) => <option key={one} value={one}>{words(one)}</option>)}
          </select>
        </label>
        <label className="small">{t('value')}<br /><input key={value.drawnFrom} className="in w-8" type="text" inputMode="numeric" {...value.control} defaultValue={value.value} /></label>
      </div>
      <LocalTextField name={`${name}.unit`} />
      <FuzzyDateField name={`${name}.asOf`} />
    </GroupFrame>
  );
}
