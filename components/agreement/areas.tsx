import { useTranslations } from 'next-intl';
import { TickField } from '#components/fields/choice-field.tsx';
import { cooperationFields } from '#office/vocabulary.ts';

/** In which fields the assembly lets the City cooperate. */
export function Areas() {
  const t = useTranslations('vocabulary.field');
  return <TickField name="areas" options={cooperationFields.map((value) => ({ value, label: t(value) }))} />;
}
