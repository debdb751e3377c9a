import { lend, lendHead } from '../../lend.ts';

type Asked = { params: Promise<{ id: string; name: string }> };

export async function GET(request: Request, { params }: Asked): Promise<Response> {
  return lend(request, await params);
}

export async function HEAD(request: Request, { params }: Asked): Promise<Response> {
  return lendHead(request, await params);
}
