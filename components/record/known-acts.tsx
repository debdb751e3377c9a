'use client';
import { useTranslations } from 'next-intl';
import { useFormFace } from '#components/form-face.ts';

/**
 * Carries the acts that the form knows of, and, where another entered one meanwhile, leads to it. Sent once more, the form
 * says that it knows of that one too.
 */
export function KnownActs({ ids, recordPath }: { ids: readonly string[]; recordPath: string }) {
  const t = useTranslations('form.acts');
  const { issues } = useFormFace();
  const met = issues.find(({ rule }) => rule === 'actEntered' || rule === 'actMeanwhile');
  const act = met?.values?.act;
  return (
    <>
      {[...ids, ...(act ? [String(act)] : []), ''].map((id) => <input key={id} type="hidden" name="known" defaultValue={id} />)}
      {act ? (
        <p className="field"><a className="btn btn-line btn-sm" href={`${recordPath}#act-${act}`}>{t('see')}</a></p>
      ) : null}
    </>
  );
}
