import { deskAddress } from '#components/desk-address.ts';
import { LocalTextView } from '#components/local-text.tsx';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import type { Reference } from '#office/reference.ts';
import type { Referred } from '#office/referred.ts';
import { pageFolder } from '#office/register/register.ts';

/** Whose page it is: those of the public lead to public pages, those of staff to the desk, where drafts have a page too. */
export type ReadBy = 'public' | 'staff';

/** The page of another record for this reader; null where it has none. */
export function recordHref(to: { readonly noun: Referred; readonly id: string; readonly slug: string; readonly kind: string | null }, form: WrittenForm, readBy: ReadBy): string | null {
  if (readBy === 'staff') return deskAddress(form, to.noun, to.id);
  const folder = pageFolder(to);
  return folder ? `/${form}/${folder}/${to.slug}` : null;
}

type Props = { to: Reference; form: WrittenForm; words?: 'name' | 'code'; readBy?: ReadBy };

/** Another record by its name, as a link to its page where it has one; a membership goes by its network's. */
export function ReferenceLink({ to, form, words = 'name', readBy = 'public' }: Props) {
  const href = recordHref(to, form, readBy);
  const shown = words === 'code' ? <span className="code">{to.code}</span> : <LocalTextView text={to.name} form={form} say="elsewhere" />;
  return href ? <a href={href}>{shown}</a> : shown;
}

// As a query gives it that joined another record's organisations.
type LinkedOrganisation = { readonly id: string | null; readonly slug: string | null; readonly name: LocalText | null; readonly kind: string | null; readonly isSelf: boolean | null };

/** An organisation by its name, as a link to its page; on public pages the City itself is no partner and has none. */
export function OrganisationLink({ to, form, readBy }: { to: LinkedOrganisation; form: WrittenForm; readBy: ReadBy }) {
  const name = <LocalTextView text={to.name} form={form} say="elsewhere" />;
  const { id, slug, kind } = to;
  const href = id === null || slug === null || (to.isSelf && readBy === 'public') ? null : recordHref({ noun: 'organisation', id, slug, kind }, form, readBy);
  return href ? <a href={href}>{name}</a> : name;
}
