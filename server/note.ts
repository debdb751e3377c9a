/**
 * One line on standard error for each refused or failed request: status, method, path without its
 * query (which may hold what a reader typed), and why. Never a header, a cookie or a body.
 */
export function note(status: number, request: { method?: string | undefined; url?: string | undefined }, reason: string): void {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  process.stderr.write(`${status} ${request.method} ${printable(path).slice(0, 200)} ${printable(reason).slice(0, 300)}\n`);
}

// A path is the sender's text: without this it could forge lines or drive a terminal.
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
