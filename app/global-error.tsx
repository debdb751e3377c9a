'use client';
import { useSyncExternalStore } from 'react';
import { defaultForm, htmlLang, isWrittenForm } from '#messages/routing.ts';
import words from '#messages/fault.json' with { type: 'json' };

/**
 * The last view of all, where a frame itself fell over in the browser: no frame, no catalogue, so its few words come
 * in a file of their own. The id is Next's mark of an error: sent by the server, the front door puts its own page there.
 */
export default function GlobalFault() {
  const form = useSyncExternalStore(never, formOfAddress, () => defaultForm);
  const { name, title, text, again, home } = words[form];
  return (
    <html lang={htmlLang(form)} id="__next_error__">
      <head><title>{`${title} – ${name}`}</title></head>
      <body>
        <main className="wrap body nf" id="main">
          <div className="head" role="alert">
            <h1>{title}</h1>
            <p className="lead">{text}</p>
          </div>
          <div className="btns">
            <button className="btn" type="button" onClick={() => location.reload()}>{again}</button>
            <a className="btn btn-line" href={`/${form}`}>{home}</a>
          </div>
        </main>
      </body>
    </html>
  );
}

/** The address does not change while this view stands. */
function never() {
  return () => {};
}

function formOfAddress() {
  const [, asked] = location.pathname.split('/');
  return isWrittenForm(asked) ? asked : defaultForm;
}
