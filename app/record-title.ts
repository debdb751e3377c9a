import type { Metadata } from 'next';
import { isRegister, registers } from '#app/registers.ts';
import { formOfPage } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { textIn } from '#messages/local-text.ts';
import { recordHead } from '#office/record.ts';

type Params = Promise<{ locale: string; id: string }>;

/** The title of a page about one record: what is done there, and to which record. */
export async function titled(words: string, register: string, params: Params): Promise<Metadata> {
  const name = await nameOf(register, params);
  return { title: name ? `${words}: ${name}` : words };
}

/** What a record is called in the form of the page; null where it is not there for this viewer. */
export async function nameOf(register: string, params: Params): Promise<string | null> {
  const form = await formOfPage(params);
  const viewer = await staff();
  const { id } = await params;
  const record = isRegister(register) ? await recordHead(viewer, registers[register].noun, id) : null;
  return record && (textIn(record.title, form) || record.code);
}
