import type { ReactNode } from 'react';
import { Icon } from '#components/icon.tsx';

export type ListedDocument = {
  id: string;
  title: ReactNode;
  /** The page or file of the document; none where it is withheld or not kept. */
  href?: string;
  /** Kind, language, authentic or not, pages, size; for a withheld one the reason. */
  about: ReactNode;
  side?: ReactNode;
  /** Its files, where they are listed below. */
  files?: ReactNode;
};

/** Documents behind a record; withheld ones are listed with the reason. */
export function Documents({ documents }: { documents: readonly ListedDocument[] }) {
  return (
    <ul className="docs">
      {documents.map(({ id, title, href, about, side, files }) => (
        <li key={id}>
          <Icon name="file-text" className="" />
          <div>{href ? <a href={href}>{title}</a> : title}</div>
          <span>{side}</span>
          <span className="src">{about}</span>
          {files}
        </li>
      ))}
    </ul>
  );
}
