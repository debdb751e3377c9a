'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import type { FormValues } from '#office/outcome.ts';
import type { Dispute } from '#components/drawn-form.ts';
import { useFieldWords, useFormFace, useWrittenForm } from '#components/form-face.ts';
import { Icon } from '#components/icon.tsx';
import { changedFields, differs, partsOf } from '#components/merge.ts';
import { shownTime } from '#components/shown-time.ts';
import { Told } from '#components/told-words.tsx';
import { useDesk } from '#components/unsent.ts';

/** Somebody else saved the record first: who and when, what has merged by itself, and one's own text to take away. Nothing typed is lost. */
export function ConflictNotice({ dispute }: { dispute: Dispute }) {
  const t = useTranslations('form.conflict');
  const { label } = useFieldWords();
  const form = useWrittenForm();
  const box = useRef<HTMLDivElement>(null);
  const path = `/${useLocale()}${useDesk()?.page ?? ''}`;
  const record = /^\/[\w-]+\/workspace\/[a-z]+\/[0-9a-f-]{36}/.exec(path)?.[0];
  const { by, merged, theirs, taken, lists } = dispute;
  useEffect(() => {
    if (dispute) box.current?.focus();
  }, [dispute]);
  const open = changedFields(merged, theirs).filter((field) => differs(field, merged, theirs)).map((field) => ({ field, name: label(field) }));
  // Of a text that is to be chosen whole nothing was taken over yet.
  const own = [...new Set(taken.map((name) => name.split('.', 1)[0] ?? name))].filter((field) => !/^(?:id|version|request|opened)$/.test(field) && !open.some((one) => one.field === field));
  const moved = Object.entries(lists).filter(([, { added, removed, lost }]) => added + removed + lost > 0);
  return (
    <div className="note t-wait note-solid" role="alert" tabIndex={-1} ref={box}>
      <Icon name="files" className="" />
      <div>
        <h2>{t('heading')}</h2>
        <p>{by ? t(by.isOwn ? 'whoOwn' : 'who', { name: by.name ?? t('somebody'), time: shownTime(new Date(by.at), form) }) : t('what')} {t('notLost')}</p>
        {open.length > 0 ? <p>{t('decide', { count: open.length })} {open.map(({ field, name }, at) => <span key={field}>{at > 0 ? ', ' : ''}<a href={`#${field}`}>{name}</a></span>)}.</p> : <p>{t('nothingToDecide')}</p>}
        {own.length > 0 ? <p>{t('taken', { fields: own.map(label).join(', ') })}</p> : null}
        {moved.map(([list, told]) => <p key={list}>{t('rows', { list: label(list), ...told })}</p>)}
        <p className="picks">
          <a className="btn btn-line btn-sm" href={asText(dispute.typed)} download={t('fileName')}>
            <Icon name="download" />
            {t('takeMine')}
          </a>
          {record ? <a className="btn btn-bare btn-sm" href={`${record}/history`}>{t('history')}</a> : null}
          <a className="btn btn-bare btn-sm" href={path}>{t('dropMine')}</a>
        </p>
      </div>
    </div>
  );
}

/**
 * Both texts of a field that was saved otherwise meanwhile; the field above holds the third. The radios fill the field where there are
 * scripts, and tell the server what stays where there are none.
 */
export function Theirs({ name, show }: { name: string; show?: (values: FormValues) => string }) {
  const t = useTranslations('form.conflict');
  const form = useWrittenForm();
  const { label } = useFieldWords();
  const { theirs, values, dispute, take, read } = useFormFace();
  const merged = dispute?.merged ?? values;
  const mine = useRef<FormValues | null>(null);
  const scripted = useSyncExternalStore(never, () => true, () => false);
  if (!theirs || `${name}.rows` in theirs || !differs(name, merged, theirs)) return null;
  const parts = partsOf(name, merged, theirs);
  const said = show ?? ((held: FormValues) => parts.flatMap((part) => held[part] ?? []).join(' '));
  const held = (from: FormValues) => Object.fromEntries(parts.map((part) => [part, from[part] ?? []]));
  const takeTheirs = () => {
    mine.current = read?.() ?? merged;
    take(held(theirs));
  };
  const who = dispute?.by?.name ?? t('theirs');
  return (
    <fieldset className="pick-of">
      <legend className="hide">{t('which', { field: label(name) })}</legend>
      <div className="pick">
        <label className="pick-one">
          <span className="pick-head"><input className="box" type="radio" name={`pick.${name}`} value="mine" defaultChecked onChange={() => scripted && take(held(mine.current ?? merged))} />{t('mine')}</span>
          <Told words={said(merged)} against={said(theirs)} />
        </label>
        <label className="pick-one">
          <span className="pick-head">
            <input className="box" type="radio" name={`pick.${name}`} value="theirs" onChange={() => scripted && takeTheirs()} />
            {who}{dispute?.by ? <small className="soft">{t('savedAt', { time: shownTime(new Date(dispute.by.at), form) })}</small> : null}
          </span>
          <Told words={said(theirs)} against={said(merged)} />
        </label>
      </div>
      <p className="hint">{t('third')}</p>
    </fieldset>
  );
}

function never(): () => void {
  return () => undefined;
}

/** What was typed as a text file of its own, without a script and without asking the server. */
function asText(typed: FormValues): string {
  const unseen = new Set(['id', 'version', 'request', 'opened', 'draft', 'holder']);
  const lines = Object.entries(typed).filter(([name, held]) => !unseen.has(name) && held.some(Boolean)).map(([name, held]) => `${name}: ${held.join(', ')}`);
  return `data:text/plain;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`;
}
