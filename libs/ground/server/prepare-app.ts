import type { Server } from 'node:http';
import { constants } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import compression, { type CompressionFilter } from 'compression';
import { AppConfig } from './config/app-config.js';
import { requestId } from './http/request-id.js';
import { noStore, secureHeaders } from './http/secure-headers.js';
import { requestLog } from './log/request-log.js';
import { webClient } from './web-client/web-client.js';

/** Largest body of a request over HTTP; texts travel over the socket. */
const bodyLimit = '256kb';
/** Logos; the room that keeps them says how large they may be. */
const pictureLimit = '1mb';

/** What is compressed while it is answered: at 4, the library's choice, Brotli makes it larger than gzip does. */
const brotliInTime = { [constants.BROTLI_PARAM_QUALITY]: 5 };

/** Milliseconds: a request's head, all of it (2 MB over a slow line take a minute), and how often that is looked at. */
const headersWithin = 15_000;
const requestWithin = 120_000;
const lookEvery = 5_000;

/** Everything around the rooms' handlers: ids, headers, bodies, the API's description, the web client. */
export function prepareApp(app: NestExpressApplication): void {
  const config = app.get(AppConfig);
  app.disable('x-powered-by');
  app.set('trust proxy', [...config.trustedProxies]);
  app.use(requestId);
  app.use(requestLog());
  const web = webClient(config.webDir);
  app.use(web.files);
  app.use(secureHeaders(config.secure));
  app.use(compression({ brotli: { params: brotliInTime }, filter: mayBeCompressed }));
  app.use('/api', noStore);
  app.useBodyParser('json', { limit: bodyLimit });
  app.useBodyParser('raw', { limit: pictureLimit, type: ['image/png', 'image/jpeg', 'image/webp'] });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  if (config.apiDocs === 'open') {
    SwaggerModule.setup('api/docs', app, () => describeApi(app), {
      jsonDocumentUrl: 'api/docs-json',
      customSiteTitle: 'Plenary API',
    });
  }
  endHalfOpen(app.getHttpServer() as Server);
  app.use(web.pages);
}

/** A part of what was compressed on the way would be a part of something else. */
const mayBeCompressed: CompressionFilter = (request, response) =>
  response.getHeader('Accept-Ranges') !== 'bytes' && compression.filter(request, response);

/** Whoever begins a request and does not go on holds a line that others need. */
function endHalfOpen(server: Server): void {
  server.headersTimeout = headersWithin;
  server.requestTimeout = requestWithin;
  // Read when the server begins to listen; the library's types leave it out.
  Object.assign(server, { connectionsCheckingInterval: lookEvery });
}

/** The OpenAPI document, from the rooms' handlers and shapes. */
export function describeApi(app: NestExpressApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Plenary')
    .setDescription(
      'Requests need the session cookie or a personal API token. Refusals have the body {"error":{"code","params","requestId"}}. Changes may carry an Idempotency-Key (a UUID): a second arrival gets the first answer. Texts travel over the socket: see docs/protocol.md.',
    )
    .setVersion('1')
    .addCookieAuth('plenary_session')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, description, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}
