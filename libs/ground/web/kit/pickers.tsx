import { lazy, Suspense, type ComponentProps } from 'react';

export type { PickerOption } from './Picker';

const PickerLater = lazy(() => import('./Picker').then(({ Picker: found }) => ({ default: found })));
const LanguagesLater = lazy(() =>
  import('./LanguagePicker').then(({ LanguagePicker: found }) => ({ default: found })),
);

/** A field with search and choice, for lists that are too long to look through. Loaded with the page that has one. */
export function Picker(props: ComponentProps<typeof PickerLater>) {
  return (
    <Suspense>
      <PickerLater {...props} />
    </Suspense>
  );
}

/** Languages by their names; what is handed on are BCP 47 tags. */
export function LanguagePicker(props: ComponentProps<typeof LanguagesLater>) {
  return (
    <Suspense>
      <LanguagesLater {...props} />
    </Suspense>
  );
}
