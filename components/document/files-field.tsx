'use client';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslations } from 'next-intl';
import { Hint, Wrong } from '#components/fields/frame.tsx';
import { useField, useWrittenForm } from '#components/form-face.ts';
import { writeBytes } from '#messages/numbers.ts';
import { offeredFiles } from '#office/document/file-entry.ts';

/** Several files at once, chosen, or dropped anywhere on the field: what missed the narrow line of the browser's own would open in the place of the form. `limit` in megabytes. */
export function FilesField({ limit }: { limit: number }) {
  const { control, label, wrong } = useField('files');
  const t = useTranslations('form.files');
  const { input, chosen, over, drop, take } = useDropped();
  return (
    <div className={['field', wrong.length > 0 && 'field-bad', over && 'field-over'].filter(Boolean).join(' ')} {...drop}>
      <label htmlFor="files">{label}</label>
      <Hint name="files" words={t('hint', { limit })} />
      <Wrong name="files" words={wrong} />
      <input {...control} ref={input} className="in" type="file" multiple accept={offeredFiles} aria-describedby={wrong.length > 0 ? 'files-issue files-hint' : 'files-hint'} onChange={take} />
      {chosen.length > 0 ? <Chosen files={chosen} /> : null}
    </div>
  );
}

function Chosen({ files }: { files: readonly File[] }) {
  const t = useTranslations('form.files');
  const form = useWrittenForm();
  return <ul className="list small" aria-label={t('chosen')}>{files.map(({ name, size }, place) => <li key={place}>{name} <span className="soft">({writeBytes(size, form)})</span></li>)}</ul>;
}

/** What the field holds, and how files are dropped on it: in the place of those before, as the browser's own field takes them. */
function useDropped() {
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [over, setOver] = useState(false);
  const take = () => setChosen([...input.current?.files ?? []]);
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0 || !input.current) return;
    event.preventDefault();
    input.current.files = event.dataTransfer.files;
    take();
  };
  return { input, chosen, over, take, drop: { onDragOver, onDrop, onDragLeave: () => setOver(false) } };
}
