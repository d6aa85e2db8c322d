import * as Y from 'yjs'; import { io } from 'socket.io-client'; import * as parser from 'socket.io-msgpack-parser';
import * as m from './targets/plenary.mjs'; import { longHistory } from './trace.mjs';
const server = await m.start(); const document = await m.newDocument(server);
const w = await m.connect({...server, document, writes:true, onUpdate(){}}); const h = longHistory(w.clientId, 2000);
for (const u of h.updates) await new Promise(r=>w.send(u,r));
const rows=[];
for (let i=0;i<15;i++){ const t0=performance.now(); const s=io(`http://127.0.0.1:${server.port}`,{auth:{protocol:1,token:server.access.token},parser,transports:['websocket'],forceNew:true}); await new Promise(r=>s.once('connect',r)); const t1=performance.now(); const a=await s.emitWithAck('document:join',{document,schema:1,epoch:null,stateVector:new Uint8Array([0]),clientIds:0}); const t2=performance.now(); const d=new Y.Doc(); Y.applyUpdate(d,a.update); const t3=performance.now(); rows.push([t1-t0,t2-t1,t3-t2].map(x=>x.toFixed(1)).join(' ')); s.disconnect(); await new Promise(r=>setTimeout(r,300)); }
console.log(rows.join('\n')); await server.stop(); process.exit();
