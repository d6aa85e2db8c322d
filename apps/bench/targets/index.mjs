/** What is measured, in the order of the tables. */
export const names = ['plenary', 'hocuspocus', 'y-websocket', 'y-socket.io', 'relay'];
export const target = (name) => import(`./${name}.mjs`);
