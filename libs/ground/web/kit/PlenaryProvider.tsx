import { directionOf } from '@plenary/ground/kernel';
import { DirectionContext, localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { speakOfFields } from './speak-of-fields';
import { theme, variables } from './theme';

const colours = localStorageColorSchemeManager({ key: 'plenary.colours' });

/** Theme, colours and direction for everything below; the direction follows the language. */
export function PlenaryProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const direction = directionOf(i18n.language);
  useEffect(() => speakOfFields(i18n), [i18n]);
  return (
    <DirectionContext.Provider
      value={{ dir: direction, toggleDirection: () => undefined, setDirection: () => undefined }}
    >
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={colours}
        defaultColorScheme="auto"
        // Written here whole, rather than loaded as a file of four kilobytes that they would replace in part.
        deduplicateCssVariables={false}
      >
        {children}
      </MantineProvider>
    </DirectionContext.Provider>
  );
}
