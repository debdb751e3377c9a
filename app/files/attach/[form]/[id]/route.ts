import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { bringIn } from '../../../bring-in.ts';

/** Takes the files of a form, as they stream in; the address says in which written form the answer is read. */
export async function POST(request: Request, { params }: { params: Promise<{ form: string; id: string }> }): Promise<Response> {
  const { form, id } = await params;
  return bringIn(request, isWrittenForm(form) ? form : defaultForm, id);
}
