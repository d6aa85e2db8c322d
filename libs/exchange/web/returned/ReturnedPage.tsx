import { Button, Checkbox, FileInput, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { Answer, Page, say, Section, useErrorSentence, useOnline } from '@plenary/ground/web';
import { covers } from '@plenary/ground/kernel';
import { mayEnterFor } from '@plenary/comments/domain';
import {
  importLimits,
  namesIn,
  returnLimits,
  type Against,
  type ReturnChoices,
  type ReturnedReading,
} from '@plenary/exchange/domain';
import { useMembership } from '@plenary/organisations/web';
import { useStatement } from '@plenary/statements/web/parts';
import { IconFileImport } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamedVersions, useReadReturned, useReturn } from '../api/use-returned';
import classes from '../components/FromFile.module.css';
import { choicesOf, NamesInFile, type NameSaid } from './NamesInFile';
import { Outcome } from './Outcome';
import { ReturnedFiles } from './ReturnedFiles';
import { Working } from './Working';

interface Statement {
  readonly id: string;
  readonly title: string;
  readonly right: Parameters<typeof covers>[0];
}

/** EXC-16 to EXC-23: a Word file that was made of this statement comes back, as suggestions and comments beside it. */
export function ReturnedPage() {
  const { t } = useTranslation('exchange-return');
  const { id } = useParams({ strict: false });
  const statement = useStatement(id!);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={
        <Link to="/statements/$id" params={{ id: id! }}>
          {t('common:back-to', { place: statement.data?.title ?? t('statement') })}
        </Link>
      }
    >
      <Answer query={statement}>
        {(found) => (
          <>
            {covers(found.right, 'comment') ? <Bring statement={found} /> : <p>{t('may-not')}</p>}
            <ReturnedFiles statementId={found.id} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Bring({ statement }: { statement: Statement }) {
  const { t } = useTranslation('exchange-return');
  const [file, setFile] = useState<File | null>(null);
  const field = useRef<HTMLButtonElement>(null);
  const read = useReadReturned();
  const { sentence } = useErrorSentence(read.error);
  const choose = (next: File | null) => {
    setFile(next);
    if (next) read.mutate(next);
    else read.reset();
  };
  return (
    <>
      <FileInput
        ref={field}
        className={classes.file}
        label={t('file')}
        description={t('file.hint', { most: importLimits.bytes / 1_000_000 })}
        placeholder={t('file.choose')}
        leftSection={<IconFileImport size={16} aria-hidden />}
        accept=".docx"
        value={file}
        clearable
        clearButtonProps={{ 'aria-label': t('file.clear'), className: classes.clear! }}
        onChange={choose}
      />
      {read.isPending && (
        <p role="status" className={classes.quiet}>
          {t('reading')}
        </p>
      )}
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
      {file && read.data && (
        <WithFile
          key={`${file.name} ${file.size} ${file.lastModified}`}
          statement={statement}
          fileName={file.name.slice(0, returnLimits.fileNameLength)}
          reading={read.data}
          onDone={() => {
            choose(null);
            // The button that was pressed is gone.
            field.current?.focus();
          }}
        />
      )}
    </>
  );
}

interface WithFileProps {
  statement: Statement;
  fileName: string;
  reading: ReturnedReading;
  onDone: () => void;
}

function WithFile({ statement, fileName, reading, onDone }: WithFileProps) {
  const { t } = useTranslation('exchange-return');
  const { file, notCarried } = reading;
  const isOfThis = file.of?.statement === statement.id;
  const membership = useMembership();
  const enters = mayEnterFor({
    standing: { coalitionRoles: membership.data?.coalitionRoles ?? [] },
    right: statement.right,
  });
  const found = useMemo(() => namesIn(file), [file]);
  const [said, setSaid] = useState<Readonly<Record<string, NameSaid>>>({});
  const [withErased, setWithErased] = useState(false);
  const [against, setAgainst] = useState<Against>(isOfThis ? 'file' : 'now');
  const online = useOnline();
  const look = useReturn(statement.id, 'look');
  const done = useCallback(() => {
    say(t('done'));
    onDone();
  }, [t, onDone]);
  const bring = useReturn(statement.id, 'bring', done);
  const { sentence } = useErrorSentence(bring.error ?? look.error);
  const unknownMoment = look.error && 'code' in look.error && look.error.code === 'exchange.moment-unknown';
  const named = [...found.map(({ name }) => name), ...(said[''] ? [''] : [])];
  const choices: ReturnChoices = {
    ...{ fileName, against, ...(withErased ? { withErased } : {}) },
    names: choicesOf([...new Set(named)], said, enters),
  };
  // What was found holds for what was said.
  const forget = () => {
    look.forget();
    bring.forget();
  };
  const isWorking = look.isPending || bring.isPending;
  return (
    <>
      <Compared
        statementId={statement.id}
        of={file.of}
        isOfThis={isOfThis}
        asks={!isOfThis || Boolean(unknownMoment)}
        against={against}
        onChange={(next) => {
          setAgainst(next);
          forget();
        }}
      />
      <NamesInFile
        names={found}
        said={said}
        enters={enters}
        hasUntracked
        onChange={(name, next) => {
          setSaid({ ...said, [name]: next });
          forget();
        }}
      />
      {look.outcome && <Outcome outcome={look.outcome} notCarried={notCarried} />}
      {(withErased || look.outcome?.atGaps) && (
        <Checkbox
          className={classes.file}
          label={t('gaps.with')}
          checked={withErased}
          onChange={({ currentTarget }) => {
            setWithErased(currentTarget.checked);
            forget();
          }}
        />
      )}
      <Working work={bring.work ?? look.work} isPending={isWorking} />
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
      <p className={classes.choices}>
        {look.outcome ? (
          <Button
            className={classes.submit}
            loading={isWorking}
            disabled={!online || look.outcome.suggestions + look.outcome.comments === 0}
            onClick={() => bring.begin({ file, choices })}
          >
            {t('bring')}
          </Button>
        ) : (
          <Button
            className={classes.submit}
            loading={isWorking}
            disabled={!online}
            onClick={() => look.begin({ file, choices })}
          >
            {t('look')}
          </Button>
        )}
        <span className={classes.quiet}>{t(online ? 'look.note' : 'offline')}</span>
      </p>
    </>
  );
}

interface ComparedProps {
  statementId: string;
  of: ReturnedReading['file']['of'];
  isOfThis: boolean;
  asks: boolean;
  against: Against;
  onChange: (against: Against) => void;
}

/** Of which text the file is; where it does not say, or that is not known, somebody does. */
function Compared({ statementId, of, isOfThis, asks, against, onChange }: ComparedProps) {
  const { t } = useTranslation('exchange-return');
  const { data: versions = [] } = useNamedVersions(statementId, asks);
  return (
    <Section title={t('compared')}>
      <p>{t(isOfThis ? 'of.this' : of ? 'of.other' : 'of.none')}</p>
      {asks && (
        <NativeSelect
          className={classes.file}
          label={t('against')}
          value={String(against)}
          onChange={({ currentTarget: { value } }) =>
            onChange(value === 'now' || value === 'file' ? value : Number(value))
          }
          data={[
            ...(isOfThis ? [{ value: 'file', label: t('against.file') }] : []),
            { value: 'now', label: t('against.now') },
            ...versions.map(({ name, moment }) => ({ value: String(moment.seq), label: name })),
          ]}
        />
      )}
    </Section>
  );
}
