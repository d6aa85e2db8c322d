import { useLocalStorage } from '@mantine/hooks';
import { useCallback } from 'react';

/** Which panels stand open at the side of texts, on this device; by the keys of their fillings. */
export function useOpenPanels() {
  const [open, setOpen] = useLocalStorage<readonly string[]>({
    ...{ key: 'plenary.open-panels', defaultValue: [] },
    getInitialValueInEffect: false,
  });
  const turn = useCallback(
    (key: string, to: boolean) =>
      setOpen((before) => {
        const others = before.filter((each) => each !== key);
        return to ? [...others, key] : others;
      }),
    [setOpen],
  );
  return { isOpen: (key: string) => open.includes(key), turn };
}
