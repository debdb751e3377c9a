import { LocalTextView } from '#components/local-text.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Reference } from '#office/reference.ts';
import { pageFolder } from '#office/register/register.ts';

/** Another record by its name, as a link to its public page where it has one; a membership goes by its network's. */
export function ReferenceLink({ to, form, words = 'name' }: { to: Reference; form: WrittenForm; words?: 'name' | 'code' }) {
  const folder = pageFolder(to);
  const shown = words === 'code' ? <span className="code">{to.code}</span> : <LocalTextView text={to.name} form={form} say="elsewhere" />;
  return folder ? <a href={`/${form}/${folder}/${to.slug}`}>{shown}</a> : shown;
}
