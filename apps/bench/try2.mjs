import { measureOpen } from './scenarios/open.mjs';
for (const name of process.argv.slice(2)) console.log(name, JSON.stringify(await measureOpen(name), (k,v)=> typeof v==='number'? Math.round(v*100)/100 : v));
process.exit();
