'use client';
import { useField } from '#components/form-face.ts';
import { FieldFrame } from '#components/fields/frame.tsx';

type Width = 'w-4' | 'w-8' | 'w-12' | 'w-full';

type TextFieldProps = {
  name: string;
  type?: 'text' | 'email' | 'password' | 'url' | 'search';
  autoComplete?: string;
  inputMode?: 'numeric' | 'decimal' | 'email' | 'url';
  width?: Width;
  lang?: string;
};

/** One line of text, or a password; what was typed comes back, a password never does. */
export function TextField({ name, type = 'text', width = 'w-full', ...more }: TextFieldProps) {
  const { control, value, drawnFrom } = useField(name);
  return (
    <FieldFrame name={name}>
      <input key={drawnFrom} className={`in ${width}`} type={type} {...control} {...more} defaultValue={type === 'password' ? undefined : value} />
    </FieldFrame>
  );
}

export function TextArea({ name, rows = 4, lang }: { name: string; rows?: number; lang?: string }) {
  const { control, value, drawnFrom } = useField(name);
  return (
    <FieldFrame name={name}>
      <textarea key={drawnFrom} className="in" rows={rows} lang={lang} {...control} defaultValue={value} />
    </FieldFrame>
  );
}

/** A calendar day, with the browser's own picker; it posts an ISO day. */
export function DayField({ name }: { name: string }) {
  const { control, value, drawnFrom } = useField(name);
  return (
    <FieldFrame name={name}>
      <input key={drawnFrom} className="in w-12" type="date" {...control} defaultValue={value} />
    </FieldFrame>
  );
}
