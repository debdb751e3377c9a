'use client';
import { useTranslations } from 'next-intl';
import { Hint, Wrong } from '#components/fields/frame.tsx';
import { useField } from '#components/form-face.ts';
import { offeredFiles } from '#office/document/file-entry.ts';

/** Several files at once, chosen or dropped on the field. `limit` in megabytes. */
export function FilesField({ limit }: { limit: number }) {
  const { control, label, wrong } = useField('files');
  const t = useTranslations('form.files');
  return (
    <div className={wrong.length > 0 ? 'field field-bad' : 'field'}>
      <label htmlFor="files">{label}</label>
      <Hint name="files" words={t('hint', { limit })} />
      <Wrong name="files" words={wrong} />
      <input {...control} className="in" type="file" multiple accept={offeredFiles} aria-describedby={wrong.length > 0 ? 'files-issue files-hint' : 'files-hint'} />
    </div>
  );
}
