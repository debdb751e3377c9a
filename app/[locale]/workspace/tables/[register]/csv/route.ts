import { csvOfTable } from '#app/tables/csv.ts';

export async function GET(request: Request, { params }: { params: Promise<{ locale: string; register: string }> }): Promise<Response> {
  const { locale, register } = await params;
  return csvOfTable(request, locale, register);
}
