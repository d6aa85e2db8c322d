/** What a line of an imported list can say: an organisation, and perhaps one person who acts for it. */
export const importFields = [
  'organisation',
  'acronym',
  'country',
  'region',
  'constituency',
  'languages',
  'website',
  'contact',
  'person',
  'givenName',
  'familyName',
  'email',
  'role',
  'language',
] as const;
export type ImportField = (typeof importFields)[number];

/** As an export writes them: the whole name stands in one column. */
export const exportFields = importFields.filter((field) => field !== 'givenName' && field !== 'familyName');

/** Column of each field, counted from 0; a field without a column is not in the list. */
export type ImportMapping = Readonly<Partial<Record<ImportField, number>>>;

export const importLimits = {
  bytes: 2_000_000,
  rows: 20_000,
  columns: 200,
  /** Signs of one cell that is read; columns that are left out may hold books. */
  cell: 2_000,
  errorsShown: 200,
  /** Lines in which the heads are looked for: titles, dates and notes may stand above them. */
  linesAbove: 12,
} as const;

const words = (said: string): string[] => said.split(',').map((each) => each.trim());

/** Heads of columns as people write them, in the languages of the interface, and in Portuguese, German and Italian. */
const known: Readonly<Record<ImportField, string>> = {
  organisation: `organisation, organization, name of organisation, name of organization, name of the organisation,
    name of the organization, organisation name, organization name, member organisation, member organization, member,
    member name, name of member, institution, ngo, cso, association, collective, network, entity, legal name, group name,
    organizacion, nombre de la organizacion, nombre organizacion, organizacion miembro, organizacion integrante, colectivo,
    colectiva, asociacion, entidad, nombre de la entidad, institucion, fundacion, organismo, miembro, red,
    nom de l organisation, nom de l association, nom de la structure, organisation membre, association membre, structure,
    collectif, ong, organisme, membre, reseau,
    organizacao, nome da organizacao, entidade, associacao, instituicao, coletivo, membro,
    organisationsname, name der organisation, mitgliedsorganisation, mitglied, verein, verband, einrichtung, trager,
    name des vereins, vereinsname, initiative,
    organizzazione, nome organizzazione, nome dell organizzazione, associazione, ente, collettivo, membro,
    المنظمة, اسم المنظمة, المنظمة العضو, الجمعية, اسم الجمعية, المؤسسة, اسم المؤسسة, الهيئة, الشبكة, العضو`,
  acronym: `acronym, abbreviation, short name, acronimo, siglas, sigla, abreviatura, acronyme, sigle, abkurzung, kurzel, kurzname,
    akronym, abbreviazione, الاختصار`,
  country: `country, country code, country territory, country of registration, country name, nation, hq country, based in,
    pais, pais sede, pays, land, staat, paese, nazione, stato, البلد, الدولة, بلد, دولة`,
  region: `region, world region, region of the world, subregion, region del mundo, region du monde, weltregion, regiao, regione,
    المنطقة, الإقليم`,
  constituency: `constituency, speaks for, stakeholder group, major group, sector, category, type of organisation, organisation type,
    type of organization, organization type, habla por, constituencia, grupo, publico, tipo de organizacion, categoria,
    parle pour, secteur, public, college, categorie, type d organisation, type de structure, setor, segmento,
    tipo de organizacao, zielgruppe, bereich, kategorie, art der organisation, settore, tipo di organizzazione,
    تتحدث باسم, الفئة, القطاع, التصنيف, نوع المنظمة`,
  languages: `languages, working languages, idiomas, idiomas de trabajo, langues, langues de travail, linguas, sprachen,
    arbeitssprachen, lingue, اللغات`,
  website: `website, web site, web, url, homepage, webpage, web page, website url, sitio web, pagina web, sitio, site, site web,
    site internet, page web, webseite, internetseite, internet, sito, sito web, الموقع, الموقع الإلكتروني`,
  contact: `contact, contact email, contact e mail, organisation email, organization email, general email, contacto,
    correo de contacto, correo de la organizacion, mail de contact, contact mail, contato, email de contato, kontakt,
    kontakt e mail, contatto, correo electronico de la organizacion, adresse electronique de l organisation, جهة الاتصال, بريد المنظمة,
    البريد الإلكتروني للمنظمة`,
  person: `person, name, full name, display name, contact person, contact name, name of contact, representative name, delegate,
    nombre, persona, nombre completo, nombre y apellidos, nombre y apellido, persona de contacto, persona responsable,
    responsable, nom, personne, nom complet, nom et prenom, prenom et nom, personne de contact, nom du contact, referent,
    referente, interlocuteur, pessoa, nome, nome completo, pessoa de contato, pessoa de contacto, responsavel,
    ansprechperson, ansprechpartner, ansprechpartnerin, kontaktperson, vor und nachname, vollstandiger name,
    nome e cognome, persona di contatto, الاسم, الاسم الكامل, الشخص, اسم الشخص, المسؤول`,
  givenName: `given name, given names, first name, firstname, forename, nombre de pila, nombres, primer nombre, prenom, prenoms,
    primeiro nome, nome proprio, vorname, vornamen, nome di battesimo, الاسم الأول, الاسم الشخصي`,
  familyName: `family name, last name, lastname, surname, apellido, apellidos, nom de famille, sobrenome, apelido, nachname,
    familienname, zuname, cognome, اسم العائلة, اللقب, الكنية, الاسم العائلي`,
  email: `email, e mail, mail, email address, e mail address, e mails, emails, correo, correo electronico, correo e,
    direccion de correo, courriel, adresse e mail, adresse mail, adresse electronique, adresse email, correio eletronico,
    correio electronico, endereco de e mail, e mail adresse, mailadresse, email adresse, posta elettronica,
    indirizzo e mail, indirizzo email, person s e mail, correo electronico de la persona,
    adresse electronique de la personne, البريد, البريد الإلكتروني, البريد الإلكتروني للشخص, الإيميل`,
  role: `role, function, rol, papel, funcion, cargo, fonction, poste, funcao, rolle, funktion, ruolo, funzione,
    person s role, funcion de la persona, role de la personne, الدور, دور الشخص, المنصب, الصفة`,
  language: `language, preferred language, idioma, langue, lingua, sprache, person s language, idioma de la persona,
    langue de la personne, اللغة, لغة الشخص`,
};

const plain = (head: string): string =>
  head
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

let plainHeads: ReadonlyMap<ImportField, ReadonlySet<string>> | null = null;

/** Made when the first list is read: the first page has no use for it. */
const headsOf = (field: ImportField): ReadonlySet<string> =>
  (plainHeads ??= new Map(importFields.map((each) => [each, new Set(words(known[each]).map(plain))]))).get(
    field,
  )!;

/** A head as it stands, and each of its parts where it says the same thing in several languages. */
const readings = (head: string): string[] =>
  [head, ...head.split(/[/|()·–*:]+/)].map(plain).filter((each) => each !== '');

/** Heads that name whatever the line is of: a person, or an organisation where nothing else names one. */
const anybody: readonly string[] = ['name', 'nombre', 'nom', 'nome', 'الاسم'];
/** Of those, the ones that are the given name where a family name stands beside them; the others are the family's. */
const givenBeside: readonly string[] = ['nombre', 'nome', 'الاسم', 'name'];
/** Heads that speak of an organisation without being known word by word, and those that only describe one. */
const ofOrganisations =
  /(^| )(organi[sz]ations?|organizac(ion|iones|ao|oes)|organizzazion[ei]|colectiv[oa]s?|collectifs?|associations?|asociacion(es)?|associac(ao|oes)|verein[es]?|المنظمه|المنظمة)( |$)/u;
const describing =
  /(^| )(type|tipo|art|kind|size|tamano|taille|id|code|codigo|number|no|nr|email|e mail|mail|correo|courriel|web|website|sitio|site|phone|telefono|telephone|year|date|address|adresse|direccion)( |$)/u;
/** Heads that only lists of people have. */
const ofPeople =
  /(^| )(gender|sex|sexo|sexe|genero|genre|geschlecht|genere|birth|nacimiento|naissance|pronouns?|passport|الجنس)( |$)/u;

/**
 * Which column is which, by their heads, and by some lines where the heads leave it open. What is not recognised has to
 * be said.
 */
export function guessMapping(
  heads: readonly string[],
  lines: readonly (readonly string[])[] = [],
): ImportMapping {
  const taken = new Set<number>();
  const mapping: Partial<Record<ImportField, number>> = {};
  const take = (field: ImportField, fits: (reading: string) => boolean) => {
    const place = heads.findIndex((head, column) => !taken.has(column) && readings(head).some(fits));
    if (place < 0) return;
    taken.add(place);
    mapping[field] = place;
  };
  for (const field of importFields) take(field, (reading) => headsOf(field).has(reading));
  if (mapping.organisation === undefined) {
    take('organisation', (reading) => ofOrganisations.test(reading) && !describing.test(reading));
  }
  if (mapping.email === undefined) takeAddresses(mapping, taken, heads, lines);
  const named = withPartsOfNames(heads, mapping);
  return named.organisation === undefined ? namedByAnybody(heads, lines, named) : named;
}

/** A column of addresses under a head that nobody knows. */
function takeAddresses(
  mapping: Partial<Record<ImportField, number>>,
  taken: Set<number>,
  heads: readonly string[],
  lines: readonly (readonly string[])[],
): void {
  const place = heads.findIndex((_, column) => {
    if (taken.has(column)) return false;
    const filled = lines.map((cells) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter((cell) => cell.includes('@')).length > filled.length / 2;
  });
  if (place < 0) return;
  const isOfPeople = [mapping.person, mapping.givenName, mapping.familyName].some(
    (each) => each !== undefined,
  );
  const field = isOfPeople || mapping.contact !== undefined ? 'email' : 'contact';
  taken.add(place);
  mapping[field] = place;
}

/** "Nom" beside "Prénom" is the family's name, "Nombre" beside "Apellidos" the person's own. */
function withPartsOfNames(
  heads: readonly string[],
  mapping: Partial<Record<ImportField, number>>,
): Partial<Record<ImportField, number>> {
  const { person, ...others } = mapping;
  if (person === undefined) return mapping;
  const said = readings(heads[person]!);
  if (!said.some((each) => anybody.includes(each))) return mapping;
  if (others.givenName !== undefined && others.familyName === undefined)
    return { ...others, familyName: person };
  if (others.familyName !== undefined && others.givenName === undefined) {
    return said.some((each) => givenBeside.includes(each)) ? { ...others, givenName: person } : mapping;
  }
  return mapping;
}

/** A list with a name and no organisation is a list of organisations; an address in it is theirs. */
function namedByAnybody(
  heads: readonly string[],
  lines: readonly (readonly string[])[],
  mapping: Partial<Record<ImportField, number>>,
): ImportMapping {
  const { person, email, ...others } = mapping;
  const isName = person !== undefined && readings(heads[person]!).some((each) => anybody.includes(each));
  if (!isName || isListOfPeople(heads, lines, mapping)) return mapping;
  return {
    ...others,
    organisation: person,
    ...(email === undefined ? {} : { contact: others.contact ?? email }),
  };
}

function isListOfPeople(
  heads: readonly string[],
  lines: readonly (readonly string[])[],
  { person, email, givenName, familyName, role, language }: Partial<Record<ImportField, number>>,
): boolean {
  if ([givenName, familyName, role, language].some((each) => each !== undefined)) return true;
  if (heads.some((head) => readings(head).some((each) => ofPeople.test(each)))) return true;
  if (email === undefined) return false;
  // A person's name stands before the sign in their address, an organisation's behind it.
  let people = 0;
  for (const cells of lines) {
    const [own, place] = (cells[email] ?? '').split('@').map((part) => plain(part ?? '').replaceAll(' ', ''));
    const parts = plain(cells[person!] ?? '')
      .split(' ')
      .filter((part) => part.length > 2);
    const isIn = (where = '') => parts.filter((part) => where.includes(part)).length;
    people += Math.sign(isIn(own) - isIn(place));
  }
  return people > 0;
}

/** How many fields the heads name: what tells a line of heads from titles above it. */
export const recognisedIn = (heads: readonly string[]): number =>
  heads.some((head) => head.trim() !== '') ? Object.keys(guessMapping(heads)).length : 0;
