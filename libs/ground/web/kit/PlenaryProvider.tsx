import { directionOf } from '@plenary/ground/kernel';
import { DirectionContext, localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { theme, variables } from './theme';

const colours = localStorageColorSchemeManager({ key: 'plenary.colours' });

/** Theme, colours and direction for everything below; the direction follows the language. */
export function PlenaryProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const direction = directionOf(i18n.language);
  return (
    <DirectionContext.Provider
      value={{ dir: direction, toggleDirection: () => undefined, setDirection: () => undefined }}
    >
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={colours}
        defaultColorScheme="auto"
      >
        {children}
      </MantineProvider>
    </DirectionContext.Provider>
  );
}
