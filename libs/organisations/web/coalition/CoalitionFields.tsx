import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useFormat } from '@plenary/ground/web';
import { nameOfTerm, usualConstituencies, usualRegions } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import classes from '../components/forms.module.css';

/** Deep enough for words on light paper; dark themes take a lighter shade of each. */
export const coalitionColours = [
  '#1f5c4d',
  '#1d4e79',
  '#7a1f3d',
  '#6b4a12',
  '#4b3b8f',
  '#a3341f',
  '#2f5d1e',
  '#343a40',
] as const;

/** One colour: out of a few that suit, or one's own. */
export function ColourField({ value, onChange }: { value: string; onChange: (colour: string) => void }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const isOwn = !coalitionColours.some((each) => each === value);
  return (
    <fieldset className={classes.colours}>
      <legend>{t('set-up.colour')}</legend>
      {coalitionColours.map((each, place) => (
        <label key={each} className={classes.colour} style={{ '--colour': each } as object}>
          <input
            type="radio"
            name="colour"
            value={each}
            checked={value === each}
            onChange={() => onChange(each)}
            aria-label={t('set-up.colour-named', { number: format.number(place + 1) })}
          />
        </label>
      ))}
      <label className={classes.ownColour} data-chosen={isOwn || undefined}>
        <input
          type="color"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value.toLowerCase())}
        />
        <span>{t('set-up.colour-own')}</span>
      </label>
    </fieldset>
  );
}

/** With which of the usual regions and constituencies a coalition begins, as fields of the form around it. */
export function UsesFields() {
  const { t, i18n } = useTranslation(managing);
  const kinds = [
    ['regions', 'region', usualRegions],
    ['constituencies', 'constituency', usualConstituencies],
  ] as const;
  return (
    <div className={classes.pair} style={{ alignItems: 'start' }}>
      {kinds.map(([name, word, all]) => (
        <Checkbox.Group key={name} label={t(word)}>
          <div className={classes.choices}>
            {all.map((term) => (
              <Checkbox key={term.key} name={name} value={term.key} label={nameOfTerm(term, i18n.language)} />
            ))}
          </div>
        </Checkbox.Group>
      ))}
    </div>
  );
}
