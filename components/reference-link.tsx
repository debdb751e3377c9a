import { LocalTextView } from '#components/local-text.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { publicFolder } from '#office/organisation/organisation.ts';
import type { Reference } from '#office/reference.ts';

/** Another record by its name, as a link to its public page where it has one; a membership goes by its network's. */
export function ReferenceLink({ to, form, words = 'name' }: { to: Reference; form: WrittenForm; words?: 'name' | 'code' }) {
  const folder = folderOf(to);
  const shown = words === 'code' ? <span className="code">{to.code}</span> : <LocalTextView text={to.name} form={form} say="elsewhere" />;
  return folder ? <a href={`/${form}/${folder}/${to.slug}`}>{shown}</a> : shown;
}

function folderOf({ noun, kind }: Reference): string | null {
  switch (noun) {
    case 'agreement': return 'agreements';
    case 'membership': return 'networks';
    case 'programme': return 'programmes';
    case 'project': return 'projects';
    case 'organisation': return publicFolder(kind);
    case 'milestone': return null;
  }
}
