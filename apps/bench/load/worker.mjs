/** One process of the load: opens clients, lets some of them type, measures what arrives. Told what to do by IPC. */
import * as Y from 'yjs';
import { target } from '../targets/index.mjs';
import { charactersIn } from './flat-text.mjs';
import { Typist } from './typist.mjs';

const now = () => performance.timeOrigin + performance.now();

let module;
let clients = [];
let counting = false;
let typed = 0;
let lost = 0;
const latencies = [];
const acknowledged = [];
let refused = {};
let bytes = 0;
let messages = 0;

/** Finds in an update what was typed in this process, and how long ago. */
function measure(update, typists) {
  const at = now();
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    const times = typists.get(id.client)?.times;
    if (times)
      for (let clock = id.clock; clock < id.clock + length; clock++) latencies.push(at - times[clock]);
  }
}

async function open({ name, server, documents, count, typists, probes }) {
  module = await target(name);
  const byId = new Map();
  for (let index = 0; index < count; index++) {
    const client = {
      typist: null,
      probe: index % Math.max(1, Math.floor(count / probes)) === 0,
      replica: null,
    };
    if (index === 0) client.replica = new Y.Doc();
    const line = await module.connect({
      ...server,
      document: documents[index % documents.length],
      writes: index < typists,
      onUpdate(update, first) {
        if (client.replica) Y.applyUpdate(client.replica, update);
        if (first || !counting) return;
        messages++;
        bytes += update.byteLength;
        if (client.probe) measure(update, byId);
      },
      onLost: () => lost++,
    });
    client.line = line;
    if (index < typists) {
      client.typist = new Typist(line.clientId);
      byId.set(client.typist.clientId, client.typist);
    }
    clients.push(client);
  }
}

/** Everybody types so many characters a second, not in step. */
async function type({ seconds, rate, warmUp }) {
  const end = now() + (warmUp + seconds) * 1000;
  const step = 1000 / rate;
  const due = clients
    .filter(({ typist }) => typist)
    .map((client) => ({ client, at: now() + Math.random() * step }));
  const begin = now() + warmUp * 1000;
  await new Promise((done) => {
    const timer = setInterval(() => {
      const at = now();
      if (at >= begin) counting = true;
      if (at >= end) {
        clearInterval(timer);
        return done();
      }
      for (const each of due) {
        while (each.at <= at) {
          each.at += step;
          typed++;
          const sent = now();
          each.client.line.send(each.client.typist.type(sent), (code) => {
            if (code) refused[code] = (refused[code] ?? 0) + 1;
            else if (counting) acknowledged.push(now() - sent);
          });
        }
      }
    }, 4);
  });
}

function report() {
  counting = false;
  const { replica } = clients[0] ?? {};
  return {
    typed,
    lost,
    refused,
    bytes,
    messages,
    latencies,
    acknowledged,
    replica: replica ? { text: charactersIn(replica) } : null,
  };
}

process.on('message', async ({ ask, ...rest }) => {
  try {
    const answer =
      ask === 'open'
        ? await open(rest)
        : ask === 'type'
          ? await type(rest)
          : ask === 'report'
            ? report()
            : null;
    if (ask === 'close') clients.forEach(({ line }) => line.close());
    process.send({ answer });
    if (ask === 'close') setTimeout(() => process.exit(0), 200);
  } catch (reason) {
    process.send({ failed: String(reason?.stack ?? reason) });
  }
});
