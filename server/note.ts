/**
 * One line on standard error for each refused or failed request: status, method, path without its
 * query (which may hold what a reader typed), and why. Never a header, a cookie or a body.
 */
export function note(status: number, request: { method?: string | undefined; url?: string | undefined }, reason: string): void {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const told = printable(path).replace(oneTimeLink, '$1…').slice(0, 200);
  process.stderr.write(`${status} ${request.method} ${told} ${printable(reason).slice(0, 300)}\n`);
}

/** What follows `link/` lets its finder in, so it is never written down. */
const oneTimeLink = /(\/sign-in\/link\/).+/;

// A path is the sender's text: without this it could forge lines or drive a terminal.
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
