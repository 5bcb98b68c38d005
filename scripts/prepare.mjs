// Makes this machine ready for every other command: packages, Node 24, Electron, SQLite, libraries.
import { prepare } from './prepare/prepare.mjs';

const { node, electron, env } = await prepare({ need: ['electron', 'display'] });
console.log(`Ready: Electron ${env.FIRST_DAY_ELECTRON_VERSION}, Node at ${node}.`);
if (process.argv.includes('--print-env')) {
  for (const [name, value] of Object.entries(env)) console.log(`export ${name}='${value}'`);
}
if (electron.source === 'fallback')
  console.log('This Electron is for development only; users get the official one.');
