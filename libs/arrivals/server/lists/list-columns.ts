import { failArrival, guessMapping, type ImportMapping } from '@plenary/arrivals/domain';
import type { ImportChoicesDto } from './import.dto.js';
import type { ListFile } from './list-file.js';

/** Lines that are looked at to tell which column is which. */
const looked = 200;

/** Which column is which: as it was said, or as it looks. */
export function mappingOf({ heads, lines }: ListFile, { mapping }: ImportChoicesDto): ImportMapping {
  const chosen =
    mapping ??
    guessMapping(
      heads,
      lines.slice(0, looked).map(({ cells }) => cells),
    );
  if (Object.values(chosen).some((place) => place >= heads.length)) failArrival('import.empty');
  return chosen;
}
