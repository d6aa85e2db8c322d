import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { Transform, Type, plainToInstance } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  validateSync,
  type ValidationOptions,
} from 'class-validator';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { StartupError } from './startup-error.js';

/** Every setting that an operator can make: name of the variable, default, unit and meaning. */
export const settings = [
  { field: 'port', variable: 'PORT', fallback: '3000', meaning: 'TCP port for pages, API and sockets.' },
  {
    field: 'host',
    variable: 'HOST',
    fallback: '0.0.0.0',
    meaning: 'Address to listen on; 127.0.0.1 when a proxy on the same machine stands in front.',
  },
  {
    field: 'dataDir',
    variable: 'PLENARY_DATA',
    fallback: './data',
    meaning:
      'Folder that holds the embedded database, the lock of a running Plenary, and files unless FILES_FOLDER says otherwise.',
  },
  {
    field: 'filesFolder',
    variable: 'FILES_FOLDER',
    fallback: '',
    meaning:
      'Folder for files that people put here: logos, attachments. Empty: `files` in PLENARY_DATA. Processes on one database share it, also when they run on several machines: mount the same folder on each. An installation keeps its files in a folder of its own below it. `npm run backup` holds them.',
  },
  {
    field: 'filesPersonDayMb',
    variable: 'FILES_PERSON_DAY_MB',
    fallback: '100',
    meaning: 'Megabytes of files that one person may put here on a day (of UTC), 1 to 1000000.',
  },
  {
    field: 'filesOwnerMb',
    variable: 'FILES_OWNER_MB',
    fallback: '500',
    meaning:
      'Megabytes of files that may belong to one thing at a time: an organisation, the coalition. 1 to 1000000.',
  },
  {
    field: 'filesTotalMb',
    variable: 'FILES_TOTAL_MB',
    fallback: '10000',
    meaning: 'Megabytes of files of all together, 1 to 1000000.',
  },
  {
    field: 'databaseUrl',
    variable: 'DATABASE_URL',
    fallback: '',
    meaning:
      'A PostgreSQL server (15 or newer) to use instead of the embedded one: postgres://user:password@host:5432/name.',
  },
  {
    field: 'databasePool',
    variable: 'DATABASE_POOL',
    fallback: '10',
    meaning: 'Connections to the database, 2 to 100.',
  },
  {
    field: 'redisUrl',
    variable: 'REDIS_URL',
    fallback: '',
    meaning:
      'A Redis (6 or newer) through which several processes on one database tell each other: redis://:password@host:6379. Empty: this process is the only one. Nothing is kept there; a Redis belongs to one installation.',
  },
  {
    field: 'peerUrl',
    variable: 'PEER_URL',
    fallback: '',
    meaning:
      'With REDIS_URL: the address under which the other processes reach this one, for people whose network allows no WebSocket. Empty: http://<host name>:<port>. Processes started by --processes need none.',
  },
  {
    field: 'publicUrl',
    variable: 'PUBLIC_URL',
    fallback: '',
    meaning:
      'Address under which people reach Plenary, for example https://plenary.example.org. Needed behind a proxy: requests and sockets from other origins are refused. Empty: the address that a request was sent to.',
  },
  {
    field: 'trustedProxies',
    variable: 'TRUSTED_PROXIES',
    fallback: '',
    meaning:
      'The proxies in front, whose word (`X-Forwarded-For`) is taken for where a request comes from: `loopback`, `uniquelocal` or `linklocal`, addresses, and ranges such as 10.1.0.0/16, with commas between them. Needed behind a proxy: without it everybody behind it counts as one for the limits of attempts. Name the proxies alone, since whoever is named can say anything. Empty: none.',
  },
  {
    field: 'begin',
    variable: 'BEGIN',
    fallback: 'demo',
    meaning:
      'What the first start on new data begins with: `demo`, the sample coalition, or `empty`, a page on which the coalition is set up (`npm start -- --empty` does the same). Later starts go on with what there is.',
  },
  {
    field: 'smtpUrl',
    variable: 'SMTP_URL',
    fallback: '',
    meaning:
      'The mail server that takes e-mails: smtps://user:password@mail.example.org:465. Needs PUBLIC_URL and MAIL_FROM. Empty: e-mails are kept and not sent.',
  },
  {
    field: 'mailFrom',
    variable: 'MAIL_FROM',
    fallback: '',
    meaning: 'The sender of e-mails: Plenary <plenary@example.org>.',
  },
  {
    field: 'mailbox',
    variable: 'MAILBOX',
    fallback: 'demo',
    meaning:
      'Without SMTP_URL: where e-mails can be read at /mailbox, by anybody who reaches Plenary. `demo`: on installations with the sample coalition; `open`: on this one, for development; `closed`: nowhere.',
  },
  {
    field: 'apiDocs',
    variable: 'API_DOCS',
    fallback: 'open',
    meaning:
      'The description of the API at /api/docs and /api/docs-json: `open` for everybody who reaches Plenary, `closed` for nobody. It says what can be asked, not what is there.',
  },
  {
    field: 'oidcIssuer',
    variable: 'OIDC_ISSUER',
    fallback: '',
    meaning:
      'A provider of OpenID Connect at which people may sign in, too: https://login.example.org/realms/coalition. Its return address is <PUBLIC_URL>/api/outside/return. It makes no accounts: whoever has one here is known by the address that the provider has confirmed. Empty: none.',
  },
  {
    field: 'oidcClientId',
    variable: 'OIDC_CLIENT_ID',
    fallback: '',
    meaning: 'With OIDC_ISSUER: the name under which the provider knows this installation.',
  },
  {
    field: 'oidcClientSecret',
    variable: 'OIDC_CLIENT_SECRET',
    fallback: '',
    meaning: 'With OIDC_ISSUER: the secret that the provider gave; empty for a public client.',
  },
  {
    field: 'oidcName',
    variable: 'OIDC_NAME',
    fallback: '',
    meaning: 'With OIDC_ISSUER: what the button says, for instance `Coalition login`. Empty: the host name.',
  },
  {
    field: 'sessionDays',
    variable: 'SESSION_DAYS',
    fallback: '30',
    meaning: 'Days after which a sign-in ends, 1 to 365.',
  },
  {
    field: 'clock',
    variable: 'CLOCK',
    fallback: 'machine',
    meaning:
      'Where time comes from. `machine`: as it passes. `settable`: the program that started Plenary may set it forward (a message `{ forward: milliseconds }`), for journeys and demonstrations. Refused in production: with NODE_ENV=production, an https address or SMTP_URL.',
  },
  {
    field: 'runtime',
    variable: 'NODE_ENV',
    fallback: '',
    meaning: 'How Node was told that it runs: `production` refuses what is for tests alone (CLOCK=settable).',
  },
  {
    field: 'logLevel',
    variable: 'LOG_LEVEL',
    fallback: 'info',
    meaning:
      'How much is logged: silent, error, warn, info or debug. Logs never hold names, addresses or texts.',
  },
  {
    field: 'metricsPort',
    variable: 'METRICS_PORT',
    fallback: '',
    meaning: 'TCP port on which Prometheus may read /metrics. Empty: none. Metrics hold numbers only.',
  },
  {
    field: 'metricsHost',
    variable: 'METRICS_HOST',
    fallback: '127.0.0.1',
    meaning: 'Address on which METRICS_PORT listens; never one that the public reaches.',
  },
  {
    field: 'webDir',
    variable: 'PLENARY_WEB',
    fallback: './dist/web',
    meaning: 'Folder of the built web client.',
  },
] as const;

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const proxyNames = ['loopback', 'linklocal', 'uniquelocal'];

const listOf = (value: string | null): string[] =>
  (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/** A name, an address or a range, as Express understands them. A range of everybody would let everybody lie. */
function isProxy(value: unknown): boolean {
  if (proxyNames.includes(String(value))) return true;
  const [address = '', bits, ...rest] = String(value).split('/');
  const kind = isIP(address);
  if (kind === 0 || rest.length > 0 || address.includes('%')) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128));
}

const IsProxy = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isProxy', validator: { validate: isProxy } }, options);

const IsMegabytes = (): PropertyDecorator =>
  applyDecorators(
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(1_000_000),
  );

/** The validated configuration; nothing else reads the environment. */
export class AppConfig {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  port!: number;

  @IsString()
  host!: string;

  @IsString()
  dataDir!: string;

  @IsString()
  filesFolder!: string;

  @IsMegabytes()
  filesPersonDayMb!: number;

  @IsMegabytes()
  filesOwnerMb!: number;

  @IsMegabytes()
  filesTotalMb!: number;

  @IsOptional()
  @ValidateIf((config: AppConfig) => config.databaseUrl !== null)
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true })
  databaseUrl!: string | null;

  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(100)
  databasePool!: number;

  @IsOptional()
  @ValidateIf((config: AppConfig) => config.redisUrl !== null)
  @IsUrl({ protocols: ['redis', 'rediss'], require_tld: false, require_protocol: true })
  redisUrl!: string | null;

  @IsOptional()
  @ValidateIf((config: AppConfig) => config.peerUrl !== null)
  @IsUrl({ protocols: ['http'], require_tld: false, require_protocol: true })
  peerUrl!: string | null;

  @IsOptional()
  @ValidateIf((config: AppConfig) => config.publicUrl !== null)
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  publicUrl!: string | null;

  @Transform(({ value }) => listOf(value as string | null))
  @IsProxy({ each: true })
  trustedProxies!: readonly string[];

  @IsIn(['demo', 'empty'])
  begin!: 'demo' | 'empty';

  @IsOptional()
  @ValidateIf((config: AppConfig) => config.smtpUrl !== null)
  @IsUrl({ protocols: ['smtp', 'smtps'], require_tld: false, require_protocol: true })
  smtpUrl!: string | null;

  @IsOptional()
  @ValidateIf((config: AppConfig) => config.mailFrom !== null)
  @Matches(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/)
  mailFrom!: string | null;

  @IsIn(['demo', 'open', 'closed'])
  mailbox!: 'demo' | 'open' | 'closed';

  @IsIn(['open', 'closed'])
  apiDocs!: 'open' | 'closed';

  @IsOptional()
  @ValidateIf((config: AppConfig) => config.oidcIssuer !== null)
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  oidcIssuer!: string | null;

  @IsOptional()
  @IsString()
  oidcClientId!: string | null;

  @IsOptional()
  @IsString()
  oidcClientSecret!: string | null;

  @IsOptional()
  @IsString()
  oidcName!: string | null;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(365)
  sessionDays!: number;

  @IsIn(['machine', 'settable'])
  clock!: 'machine' | 'settable';

  @IsOptional()
  @IsString()
  runtime!: string | null;

  @IsIn(logLevels)
  logLevel!: (typeof logLevels)[number];

  @IsOptional()
  @ValidateIf((config: AppConfig) => config.metricsPort !== null)
  @Transform(({ value }) => (value === null ? null : Number(value)))
  @IsInt()
  @Min(1)
  @Max(65_535)
  metricsPort!: number | null;

  @IsString()
  metricsHost!: string;

  @IsString()
  webDir!: string;

  /** Where people reach Plenary, for links in e-mails; without PUBLIC_URL, this machine. */
  get ownAddress(): string {
    return this.publicUrl ?? `http://localhost:${this.port}`;
  }

  /** True when a proxy has to stand in front and none is trusted: everybody counts as one. */
  get hidesPeople(): boolean {
    return this.secure && this.trustedProxies.length === 0;
  }

  /** True when people reach Plenary by https, so that cookies may be marked secure. */
  get secure(): boolean {
    return this.publicUrl?.startsWith('https:') ?? false;
  }
}

/** Reads and checks the configuration. Throws `config.invalid` that names the variable. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): AppConfig {
  const values = Object.fromEntries(
    settings.map(({ field, variable, fallback }) => {
      const given = environment[variable]?.trim();
      return [field, given === undefined || given === '' ? fallback || null : given];
    }),
  );
  values['filesFolder'] ??= join(String(values['dataDir']), 'files');
  const config = plainToInstance(AppConfig, values);
  const [wrong] = validateSync(config, { forbidUnknownValues: true });
  if (wrong) {
    const setting = settings.find(({ field }) => field === wrong.property)!;
    throw new StartupError('config.invalid', { variable: setting.variable, meaning: setting.meaning });
  }
  if (config.smtpUrl && !(config.publicUrl && config.mailFrom)) throw new StartupError('mail.needs-more');
  const forReal = config.runtime === 'production' || config.secure || config.smtpUrl !== null;
  if (config.clock === 'settable' && forReal) throw new StartupError('clock.for-tests');
  config.dataDir = resolve(config.dataDir);
  config.filesFolder = resolve(config.filesFolder);
  config.webDir = resolve(config.webDir);
  return config;
}

/** The configuration of this process. */
export const configFromEnvironment = (): AppConfig => loadConfig(process.env);

/** docs/config.md, made from the list above. */
export function configDocument(): string {
  const rows = settings.map(
    ({ variable, fallback, meaning }) =>
      `| \`${variable}\` | ${fallback ? `\`${fallback}\`` : '(none)'} | ${meaning} |`,
  );
  return [
    '# Configuration',
    '',
    'Made from `libs/ground/server/config/app-config.ts`; do not edit by hand. Every setting is an environment variable and has a default that works on a fresh machine.',
    '',
    '| variable | default | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
