import { Answer, useFormat } from '@plenary/ground/web';
import type { AuthorshipView, OrganisationShareView } from '@plenary/statements/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuthorName } from './author-names';
import classes from './AuthorsView.module.css';
import pageClasses from './HistoryPage.module.css';
import type { InHistory } from './HistoryPage';
import { Formatted, MomentText } from './MomentText';
import { useAuthorship, useStretches } from './use-history';
import { writingHistory } from './words';

/** Patterns and colours there are; further organisations begin anew, told apart by their letters. */
const looks = 8;

/** Whose words stand in the text: by organisation in letter, line and colour, by person where one points. */
export function AuthorsView({ statement, history, search }: InHistory) {
  const version = history.versions.find(({ id }) => id === search.version);
  const step = search.step ?? history.stretches;
  const isNow = !version && step >= history.stretches;
  const stretches = useStretches(statement.id, step, history.stretches);
  const stretch = stretches.data?.find(({ number }) => number === step);
  const at = version?.moment.seq ?? (isNow ? undefined : stretch?.lastSeq);
  const authorship = useAuthorship(statement.id, at);
  return (
    <Answer query={authorship}>{(found) => <Authors found={found} language={statement.language} />}</Answer>
  );
}

interface Chosen {
  readonly paragraph: string;
  readonly run: number;
}

function Authors({ found, language }: { found: AuthorshipView; language: string }) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const nameOf = useAuthorName();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const placeOf = new Map(found.shares.map(({ organisationId }, place) => [organisationId, place]));
  const letterOf = (organisationId: string | null) => letters(placeOf.get(organisationId) ?? 0);
  const nameOfShare = ({ organisation }: OrganisationShareView) =>
    organisation ?? t('history.no-organisation');
  const run = chosen && found.paragraphs.find(({ id }) => id === chosen.paragraph)?.runs[chosen.run];
  return (
    <>
      <p className={pageClasses.quiet}>{t('history.text-at', { moment: format.moment(found.moment.at) })}</p>
      <ul className={classes.legend} aria-label={t('history.shares')}>
        {found.shares.map((share, place) => (
          <li key={share.organisationId ?? 'none'}>
            <span className={classes.key} data-look={place % looks}>
              {letters(place)}
            </span>
            <bdi>{nameOfShare(share)}</bdi>
            <span className={`${pageClasses.quiet} ${classes.figures}`}>
              {t('history.share', { percent: percent(share), characters: format.number(share.characters) })}
            </span>
            <span className={classes.bar} aria-hidden>
              <span style={{ inlineSize: `${share.share * 100}%` }} data-look={place % looks} />
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.chosen} role="status">
        {run
          ? t('history.written-by', {
              author: nameOf(found.authors[run.author]!),
              moment: format.moment(run.at),
            })
          : t('history.point')}
      </p>
      <div className={pageClasses.sheet}>
        <MomentText
          label={t('history.view.authors')}
          language={language}
          paragraphs={found.paragraphs.map(({ runs, shares, ...paragraph }) => ({
            ...paragraph,
            isBlank: runs.every(({ text, note }) => note === null && text.trim() === ''),
            content: (
              <>
                {runs.map((each, place) => {
                  const author = found.authors[each.author]!;
                  const before = runs[place - 1];
                  const isNew =
                    !before || found.authors[before.author]!.organisationId !== author.organisationId;
                  const isChosen = chosen?.paragraph === paragraph.id && chosen.run === place;
                  const choose = () => setChosen({ paragraph: paragraph.id, run: place });
                  return (
                    <span
                      key={place}
                      role="button"
                      tabIndex={0}
                      className={classes.run}
                      data-look={(placeOf.get(author.organisationId) ?? 0) % looks}
                      aria-pressed={isChosen}
                      title={nameOf(author)}
                      onClick={choose}
                      onFocus={choose}
                      onKeyDown={(event) => {
                        if (event.key !== 'Enter' && event.key !== ' ') return;
                        event.preventDefault();
                        choose();
                      }}
                    >
                      {isNew && <sup className={classes.letter}>{letterOf(author.organisationId)}</sup>}
                      <Formatted span={each} />
                    </span>
                  );
                })}
                {shares.length > 1 && (
                  <span className={classes.shares}>
                    {shares
                      .map((share) => `${letterOf(share.organisationId)} ${percent(share)} %`)
                      .join(' · ')}
                  </span>
                )}
              </>
            ),
          }))}
        />
      </div>
    </>
  );
}

const percent = ({ share }: OrganisationShareView): number => Math.round(share * 100);

/** A, B … Z, AA … */
function letters(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (place % 26));
}
