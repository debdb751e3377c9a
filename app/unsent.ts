import { isRegister, registers, type RegisterName } from '#app/registers.ts';
import type { LocalText } from '#messages/local-text.ts';
import { unsentForms } from '#office/draft/read.ts';
import { titlesOf } from '#office/titles.ts';
import type { Viewer } from '#office/viewer.ts';

/** One form that the viewer has filled in and not sent. */
export type Unsent = {
  /** Its address below the written form; opened, it offers to go on. */
  readonly path: string;
  /** What throws it away (`dropDraft`). */
  readonly place: string;
  readonly savedAt: Date;
  readonly register: RegisterName | null;
  /** The last part of the address: `edit`, `new`, `sign` … */
  readonly page: string;
  /** What the record is called; null for a new one. */
  readonly title: LocalText | null;
  /** The name or title as it was typed. */
  readonly called: string | null;
};

/** The forms that this person has not sent, the newest first; of records that the viewer may no longer see, none. */
export async function unsentOf(viewer: Viewer, limit = 50): Promise<Unsent[]> {
  const forms = (await unsentForms(viewer, limit)).map((form) => ({ ...form, ...partsOf(form.place) }));
  const titles = await titlesOf(viewer, forms.flatMap(({ register, id }) => (register && id ? [{ noun: registers[register].noun, id }] : [])));
  return forms.flatMap(({ place, savedAt, called, path, page, register, id }) =>
    (register && id && !titles.has(id) ? [] : [{ path, place, savedAt, register, page, title: (id && titles.get(id)) || null, called }]));
}

function partsOf(place: string): { path: string; page: string; register: RegisterName | null; id: string | null } {
  const path = place.split('#', 1)[0] ?? '';
  const [, , folder = '', ...rest] = (path.split('?', 1)[0] ?? '').split('/');
  const id = rest.find((part) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part)) ?? null;
  return { path, page: rest.at(-1) ?? '', register: isRegister(folder) ? folder : null, id: isRegister(folder) ? id : null };
}
