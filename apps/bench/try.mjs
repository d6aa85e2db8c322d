import { measureHall } from '/work/main/apps/bench/scenarios/hall.mjs';
const [name, clients, typing, seconds = 8] = process.argv.slice(2);
console.log(
  name,
  clients,
  typing,
  JSON.stringify(
    await measureHall(name, { clients: +clients, typing: +typing, seconds: +seconds }),
    (k, v) => (typeof v === 'number' ? Math.round(v * 1000) / 1000 : v),
  ),
);
process.exit();
