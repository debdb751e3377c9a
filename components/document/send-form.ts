import type { Issue } from '#office/outcome.ts';

/** Bytes. */
export type Sending = { readonly sent: number; readonly all: number };

/** Sends a form with files and goes where the answer says; answers with the issues where it was refused. `limit` in megabytes. */
export async function sendForm(form: HTMLFormElement, { limit, show, taken }: { limit: number; show: (sending: Sending | null) => void; taken: () => void }): Promise<readonly Issue[]> {
  const data = new FormData(form);
  const files = data.getAll('files').filter((one): one is File => one instanceof File && one.name !== '');
  const tooLarge = files.filter(({ size }) => size > limit * 1_048_576);
  if (files.length === 0) return [{ field: 'files', rule: 'fileMissing' }];
  if (tooLarge.length > 0) return tooLarge.map(({ name }) => ({ field: 'files', rule: 'fileTooLarge', values: { name, limit } }));
  show({ sent: 0, all: 1 });
  const answer = await post(form.action, data, show).catch(() => null);
  if (answer?.path) {
    taken();
    location.assign(answer.path);
    return [];
  }
  show(null);
  return answer?.issues ?? [{ field: 'files', rule: 'lostConnection' }];
}

type Answer = { readonly path?: string; readonly issues?: readonly Issue[] };

// `fetch` does not tell how much was sent.
function post(address: string, data: FormData, show: (sending: Sending) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => show({ sent: loaded, all: total });
    request.onload = () => resolve((request.response as Answer | null) ?? {});
    request.onerror = reject;
    request.onabort = reject;
    request.send(data);
  });
}
