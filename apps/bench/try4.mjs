import * as Y from 'yjs'; import { io } from 'socket.io-client'; import * as parser from 'socket.io-msgpack-parser';
import * as m from './targets/plenary.mjs'; import { longHistory } from './trace.mjs'; import {cpuOf} from './machine.mjs';
const server = await m.start(); const document = await m.newDocument(server);
const w = await m.connect({...server, document, writes:true, onUpdate(){}}); const h = longHistory(w.clientId, 2000);
for (const u of h.updates) await new Promise(r=>w.send(u,r));
await new Promise(r=>setTimeout(r,4000));
for (let i=0;i<20;i++){ const b=cpuOf(server.pid); const t=performance.now(); const cs=await Promise.all(Array.from({length:50},()=>m.connect({...server,document,writes:false,onUpdate(){}}))); await new Promise(r=>setTimeout(r,200)); console.log(((cpuOf(server.pid)-b)*1000).toFixed(0)); cs.forEach(c=>c.close()); await new Promise(r=>setTimeout(r,400)); }
await server.stop(); process.exit();
