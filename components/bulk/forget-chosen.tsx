'use client';
import { useEffect } from 'react';
import { forgetChosen } from '#components/table/chosen.ts';

/** What was chosen in the register has been done, so its boxes are empty again. */
export function ForgetChosen({ register }: { register: string }) {
  useEffect(() => forgetChosen(register), [register]);
  return null;
}
