import { useTranslations } from 'next-intl';
import { languageName } from '#messages/names.ts';
import { writeBytes } from '#messages/numbers.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { FileLine } from '#office/document/file-read.ts';

type Props = {
  files: readonly FileLine[];
  form: WrittenForm;
  /** The page of the document's files in the workspace, where the viewer may take one off; else they are only listed. */
  desk?: string;
};

/** Files to open or save, each with what it is, its kind, size and checksum. */
export function FileList({ files, form, desk }: Props) {
  const t = useTranslations('documents.files');
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          {file.width && file.height ? <img className="page" src={`/files/${file.id}/first-page`} alt="" width={Math.round(file.width / 4)} height={Math.round(file.height / 4)} loading="lazy" decoding="async" /> : null}
          <a href={file.address}><bdi lang={/\p{Script=Cyrillic}/u.test(file.name) ? 'sr-Cyrl' : undefined}>{file.name}</bdi></a>
          <span className="src"><FileFacts file={file} form={form} />{desk ? ` · ${t(file.open ? 'open' : 'closed')}` : null}</span>
          <details>
            <summary>{t('checksum')}</summary>
            <span className="src">SHA-256: <span className="sum">{file.sha256}</span></span>
          </details>
          {desk ? <a className="off" href={`${desk}/${file.id}/detach`} aria-label={t('detachWhich', { name: file.name })}>{t('detach')}</a> : null}
        </li>
      ))}
    </ul>
  );
}

function FileFacts({ file, form }: { file: FileLine; form: WrittenForm }) {
  const t = useTranslations('documents.files');
  const roles = useTranslations('vocabulary.fileRole');
  const { role, name, size, language, pages, version } = file;
  const facts = [
    roles(role), name.split('.').at(-1)?.toUpperCase(), writeBytes(size, form), language ? languageName(language, form) : null,
    pages ? t('pages', { count: pages }) : null, version > 1 ? t('version', { version }) : null,
  ];
  return facts.filter(Boolean).join(' · ');
}
