'use client';
import { useField } from '#components/form-face.ts';
import { Wrong } from '#components/fields/frame.tsx';

/** What stands in the way of merging the double at all. */
export function DoubleWrong() {
  const { wrong } = useField('doubleId');
  return wrong.length > 0 ? <div className="field field-bad" id="doubleId" tabIndex={-1}><Wrong name="doubleId" words={wrong} /></div> : null;
}
