import { Button } from '@mantine/core';
import { Answer, Page, Section, useFormat, WaitingParts } from '@plenary/ground/web';
import type { OrganisationDetailView } from '@plenary/organisations/domain';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../api/use-organisation';
import { ChangeState } from './ChangeState';
import { EditOrganisation } from './EditOrganisation';
import { Facts } from '../components/Facts';
import invite from '../components/forms.module.css';
import classes from '../components/lists.module.css';
import { LogoField, pictureAddress } from './Logo';
import { Mandates } from '../mandates/Mandates';
import { Merge } from './Merge';
import { People } from '../members/People';
import { StateHistory } from './StateHistory';
import { managing } from '../managing';
import { Filled } from '../slots/Filled';
import { useTerms } from '../use-terms';

export function OrganisationPage() {
  const { t } = useTranslation(managing);
  const { id } = useParams({ strict: false });
  const organisation = useOrganisation(id!);
  return (
    <Page
      title={organisation.data?.name ?? t('one')}
      lead={organisation.data && <Marks organisation={organisation.data} />}
      width="reading"
      above={<Link to="/organisations">{t('common:back-to', { place: t('title') })}</Link>}
      actions={organisation.data && <Actions organisation={organisation.data} />}
    >
      <Answer query={organisation} waiting={<WaitingParts />}>
        {(found) => <Organisation organisation={found} />}
      </Answer>
    </Page>
  );
}

const mergeable = ['active', 'suspended', 'left'];

/** What is unusual about it, at first sight. */
function Marks({ organisation: { state, listing } }: { organisation: OrganisationDetailView }) {
  const { t } = useTranslation(managing);
  if (state === 'active' && listing === 'listed') return null;
  return (
    <span className={invite.marks}>
      {state !== 'active' && (
        <span className={invite.mark} data-tone="warning">
          {t(`state.${state}`)}
        </span>
      )}
      {listing === 'unlisted' && <span className={invite.mark}>{t('listing.unlisted')}</span>}
    </span>
  );
}

/** What the reader may do with it. */
function Actions({ organisation }: { organisation: OrganisationDetailView }) {
  const { t } = useTranslation(managing);
  const [editing, setEditing] = useState(false);
  const { decide } = organisation.may;
  // What goes on as another is changed there.
  const describe = organisation.may.describe && organisation.mergedInto === null;
  return (
    <>
      {describe && <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
      {decide && <ChangeState organisation={organisation} />}
      {decide && mergeable.includes(organisation.state) && <Merge organisation={organisation} />}
      {describe && (
        <EditOrganisation organisation={organisation} opened={editing} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

/** In the reader's language, else in the first that there is. */
function Description({ texts }: { texts: Readonly<Record<string, string>> }) {
  const { i18n } = useTranslation();
  const [language, text] = [i18n.language, ...Object.keys(texts)]
    .map((each) => [each, texts[each]] as const)
    .find(([, found]) => found) ?? ['', ''];
  if (!text) return null;
  return (
    <p className={classes.description} lang={language} dir="auto">
      {text}
    </p>
  );
}

function Organisation({ organisation }: { organisation: OrganisationDetailView }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const terms = useTerms();
  return (
    <>
      {organisation.mergedInto && (
        <p>
          {t('merged.into')}{' '}
          <Link to="/organisations/$id" params={{ id: organisation.mergedInto }}>
            <bdi>{organisation.mergedIntoName ?? t('merged.go')}</bdi>
          </Link>
        </p>
      )}
      {organisation.logoId && (
        <img
          src={pictureAddress(organisation.logoId)}
          alt={t('logo.of', { name: organisation.name })}
          className={invite.logo}
        />
      )}
      <Description texts={organisation.description} />
      <Facts
        facts={[
          [t('column.acronym'), organisation.acronym && <bdi>{organisation.acronym}</bdi>],
          [
            t('column.country'),
            [format.country(organisation.country), terms.region(organisation.region)]
              .filter(Boolean)
              .join(', '),
          ],
          [t('constituency'), terms.constituency(organisation.constituency)],
          [t('languages'), organisation.languages.map(format.language).join(', ')],
          [t('website'), organisation.website && <Website address={organisation.website} />],
          [t('contact'), organisation.email && <bdi dir="ltr">{organisation.email}</bdi>],
          [t('state'), organisation.state !== 'active' && t(`state.${organisation.state}`)],
          [t('listing'), organisation.listing === 'unlisted' && t('listing.unlisted')],
        ]}
      />
      {organisation.mergedInto === null && (
        <>
          <Section title={t('acts-for', { count: organisation.peopleCount })}>
            <People organisation={organisation} />
          </Section>
          <Mandates organisation={organisation} />
          {organisation.may.describe && (
            <Section title={t('logo.one')} note={t('logo.types')}>
              <div className={invite.roles}>
                <LogoField id={organisation.id} logoId={organisation.logoId} />
              </div>
            </Section>
          )}
          {organisation.may.namePeople && organisation.state === 'active' && (
            <Filled place="Invitations" at={{ organisationId: organisation.id }} />
          )}
        </>
      )}
      {organisation.may.namePeople && <StateHistory id={organisation.id} />}
      <More organisation={organisation} />
    </>
  );
}

/** Where more is told: what was done, and what its people may do. */
function More({ organisation: { id, may, mergedInto } }: { organisation: OrganisationDetailView }) {
  const { t } = useTranslation(managing);
  if (!may.namePeople && mergedInto) return null;
  return (
    <Section title={t('more')}>
      <ul className={classes.links}>
        {may.namePeople && (
          <li>
            <Link to="/activity" search={{ organisation: id } as never}>
              {t('more.activity')}
            </Link>
          </li>
        )}
        {!mergedInto && (
          <li>
            <Link to="/rights" search={{ about: 'organisations', id }}>
              {t('more.rights')}
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
}

/** Only plain web addresses become links: what an organisation wrote is not trusted to be harmless. */
function Website({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return <bdi>{address}</bdi>;
  return (
    <a href={address} target="_blank" rel="noreferrer noopener nofollow" dir="ltr">
      {address.replace(/^https?:\/\/|\/$/gi, '')}
    </a>
  );
}
