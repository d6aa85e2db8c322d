import type { Constituency, Listing, Region } from '@plenary/organisations/domain';

/** An invented organisation. None of them exists; addresses end in `.example`, which belongs to nobody. */
export interface SeedOrganisation {
  /** Short and stable: ids and addresses are made from it. */
  readonly key: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly country: string;
  readonly region: Region;
  readonly constituency: Constituency;
  readonly languages: readonly string[];
  readonly listing?: Listing;
}

type Row = readonly [
  key: string,
  name: string,
  acronym: string | null,
  country: string,
  constituency: Constituency,
  languages: string,
  listing?: Listing,
];

const rows: Record<Region, readonly Row[]> = {
  africa: [
    ['harmattan', 'Harmattan Crossings Network', 'HCN', 'SN', 'migrant-led', 'fr en'],
    ['baobab-return', 'Baobab Circle of Returnees', 'BCR', 'ML', 'migrant-led', 'fr'],
    ['savanna-sisters', 'Savanna Sisters on the Move', 'SSM', 'GH', 'women', 'en'],
    ['jua-kali', 'Jua Kali Workers Without Borders', null, 'KE', 'trade-union', 'en'],
    ['rift-youth', 'Rift Valley Youth Passage', 'RVYP', 'ET', 'youth', 'en'],
    ['cape-lantern', 'Cape Lantern Legal Clinic', 'CLLC', 'ZA', 'service-provider', 'en'],
    ['lagoon', 'Lagoon Cities Migration Studies', 'LCMS', 'NG', 'academia', 'en'],
  ],
  'arab-states': [
    ['jasmine-road', 'Jasmine Road Collective', 'JRC', 'TN', 'women', 'ar fr'],
    ['qasab', 'Qasab Reed Boat Society', null, 'EG', 'advocacy-network', 'ar'],
    ['cedar-threshold', 'Cedar Threshold for Domestic Workers', 'CTDW', 'LB', 'trade-union', 'ar fr en'],
    ['atlas-doors', 'Atlas Open Doors', 'AOD', 'MA', 'service-provider', 'ar fr', 'unlisted'],
    ['dhow', 'Dhow Harbour Solidarity', 'DHS', 'JO', 'faith-based', 'ar en'],
  ],
  asia: [
    ['monsoon-bridge', 'Monsoon Bridge Migrants’ Forum', 'MBMF', 'BD', 'migrant-led', 'en'],
    ['himal-kin', 'Himal Kin of Workers Abroad', 'HKWA', 'NP', 'diaspora', 'en'],
    ['sampaguita', 'Sampaguita Seafarers’ House', 'SSH', 'PH', 'trade-union', 'en'],
    ['banyan', 'Banyan Tree Women’s Union', 'BTWU', 'IN', 'women', 'en'],
    ['mekong-loom', 'Mekong Loom Labour Rights', 'MLLR', 'KH', 'advocacy-network', 'en'],
    ['lantern-road', 'Lantern Road Returnee Families', 'LRRF', 'ID', 'migrant-led', 'en'],
    ['steppe-call', 'Steppe Call Centre for Migrants', null, 'KG', 'service-provider', 'en'],
    ['paper-crane', 'Paper Crane Youth Exchange', 'PCYE', 'JP', 'youth', 'en'],
  ],
  europe: [
    ['open-quay', 'Open Quay Alliance', 'OQA', 'IT', 'advocacy-network', 'en fr'],
    ['northern-light', 'Northern Light Sanctuary Churches', 'NLSC', 'SE', 'faith-based', 'en'],
    ['harbour-law', 'Harbour Law Observatory', 'HLO', 'NL', 'academia', 'en'],
    ['undocumented-voices', 'Voices Without Papers', 'VWP', 'BE', 'migrant-led', 'fr en'],
    ['azulejo', 'Azulejo House of Diasporas', 'AHD', 'PT', 'diaspora', 'en'],
    ['danube-hands', 'Danube Hands Seasonal Workers', 'DHSW', 'AT', 'trade-union', 'en'],
    ['salt-and-sea', 'Salt and Sea Rescue Friends', 'SSRF', 'ES', 'service-provider', 'es en'],
  ],
  'latin-america-caribbean': [
    ['selva-abierta', 'Red Selva Abierta', 'RSA', 'CO', 'advocacy-network', 'es'],
    ['mujeres-del-paso', 'Mujeres del Paso Andino', 'MPA', 'EC', 'women', 'es'],
    ['tres-caminos', 'Casa Tres Caminos', 'C3C', 'MX', 'faith-based', 'es'],
    ['quetzal', 'Jóvenes Quetzal Sin Fronteras', 'JQSF', 'GT', 'youth', 'es'],
    ['caribe-raices', 'Raíces del Caribe', null, 'DO', 'diaspora', 'es fr'],
    ['pampa-trabajo', 'Pampa Trabajo Digno', 'PTD', 'AR', 'trade-union', 'es'],
    ['vecinas-del-faro', 'Vecinas del Faro', null, 'CO', 'migrant-led', 'es'],
  ],
  'north-america': [
    ['desert-water', 'Desert Water Neighbours', 'DWN', 'US', 'faith-based', 'en es'],
    ['maple-farm', 'Maple Row Farmworkers', 'MRF', 'CA', 'trade-union', 'en es fr'],
    ['river-clinic', 'Two Rivers Migrant Clinic', 'TRMC', 'US', 'service-provider', 'en es'],
  ],
  pacific: [
    ['coral-tide', 'Coral Tide Climate Mobility', 'CTCM', 'FJ', 'advocacy-network', 'en'],
    ['pandanus', 'Pandanus Weavers of the Atolls', 'PWA', 'TV', 'women', 'en'],
    ['southern-cross', 'Southern Cross Pickers’ Assembly', 'SCPA', 'NZ', 'migrant-led', 'en'],
  ],
};

/** Forty organisations over all regions. */
export const seedOrganisations: readonly SeedOrganisation[] = (
  Object.entries(rows) as [Region, readonly Row[]][]
).flatMap(([region, list]) =>
  list.map(([key, name, acronym, country, constituency, languages, listing]) => ({
    key,
    name,
    acronym,
    country,
    region,
    constituency,
    languages: languages.split(' '),
    listing,
  })),
);
