import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { bringTable } from '../../bring-table.ts';

/** Takes the table of a form, as it streams in; the address says in which written form the answer is read. */
export async function POST(request: Request, { params }: { params: Promise<{ form: string }> }): Promise<Response> {
  const { form } = await params;
  return bringTable(request, isWrittenForm(form) ? form : defaultForm);
}
