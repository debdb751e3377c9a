'use client';
import { useEffect, useRef, useState } from 'react';
import { useFormFace, useIssueWords, useWrittenForm } from '#components/form-face.ts';
import { Icon } from '#components/icon.tsx';
import { NearList } from '#components/second-look.tsx';
import type { Warning } from '#office/outcome.ts';

type Noun = 'organisation' | 'programme' | 'project' | 'agreement' | 'membership' | 'milestone';

/** By what a record is known to be another's double (office/near/read.ts); of all else the server need not be asked. */
const telling = /^(?:(?:name|acronym|title)\.(?:sr-Cyrl|sr-Latn|en)|type|kind|(?:network|member|agreement|membership|project|programme)Id|parties\.\d+\.organisationId|(?:planned|validFrom)\.(?:day|month|year|approximate))$/;

/** Tells, whenever a field is left, of records that are much like the one being entered. Without scripts the form itself comes back with them once. */
export function NearRecords({ noun }: { noun: Noun }) {
  const form = useWrittenForm();
  const { values } = useFormFace();
  const words = useIssueWords();
  const here = useRef<HTMLDivElement>(null);
  const asked = useRef(tellingOf(Object.entries(values).map(([name, [value = '']]) => [name, value])).toString());
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  useEffect(() => {
    const fields = here.current?.closest('form');
    if (!fields) return undefined;
    let stop = new AbortController();
    const look = () => {
      const data = new FormData(fields);
      const query = tellingOf([...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
      if (query.toString() === asked.current) return;
      asked.current = query.toString();
      stop.abort();
      stop = new AbortController();
      const id = data.get('id');
      query.append('of', noun);
      if (typeof id === 'string') query.append('but', id);
      fetch(`/${form}/workspace/near?${query.toString()}`, { signal: stop.signal })
        .then(async (response) => (response.ok ? (await response.json() as { warnings: Warning[] }).warnings : []))
        .then(setWarnings, () => undefined); // not to know of a double is no fault of the form: it is looked for again when the form is sent
    };
    fields.addEventListener('change', look);
    return () => {
      stop.abort();
      fields.removeEventListener('change', look);
    };
  }, [form, noun]);
  return (
    <div ref={here} aria-live="polite">
      {warnings.map((warning) => (
        <div className="note t-wait" key={warning.rule}><Icon name="triangle-exclamation-point" className="" /><div><p>{words(warning)}</p><NearList warning={warning} /></div></div>
      ))}
    </div>
  );
}

function tellingOf(fields: readonly (readonly [string, string])[]): URLSearchParams {
  const query = new URLSearchParams(fields.flatMap(([name, value]) => (value && telling.test(name) ? [[name, value]] : [])));
  query.sort();
  return query;
}
