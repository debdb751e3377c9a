import { viewerNow } from '#app/viewer.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { isImportNoun } from '#office/import/import.ts';
import { importable } from '#office/import/read.ts';
import { templateNamed, templateOf } from '#office/import/template.ts';
import { asFile, csvOf, notAFile, workbookOf } from '../../sheet.ts';

/** A table to be filled in, with headings in the language of the address. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; name: string }> }): Promise<Response> {
  const { locale, name } = await params;
  const form = isWrittenForm(locale) ? locale : defaultForm;
  const asked = templateNamed(name);
  if (!asked || !isImportNoun(asked.noun) || !importable(await viewerNow()).includes(asked.noun)) return notAFile();
  const template = templateOf(asked.noun, form);
  return asFile(asked.kind === 'csv' ? csvOf([template.headings, template.example]) : await workbookOf(template, form), `povelja-${asked.noun}.${asked.kind}`);
}
