// Stands in for the default app that the fallback Electron lacks: `electron FOLDER` starts the app in FOLDER. A module
// whose import is awaited, because Electron becomes ready only after it: like the real one, it lets the app's main
// script do what must come before.
import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const target = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');

function describe(file) {
  if (!statSync(file).isDirectory()) return { folder: path.dirname(file), main: file, about: {} };
  const about = JSON.parse(readFileSync(path.join(file, 'package.json'), 'utf8'));
  return { folder: file, main: path.join(file, about.main ?? 'index.js'), about };
}

try {
  const { folder, main, about } = describe(target);
  process.defaultApp = true;
  app.setAppPath(folder);
  if (about.productName ?? about.name) app.setName(about.productName ?? about.name);
  if (about.version) app.setVersion(about.version);
  await import(pathToFileURL(main).href);
} catch (error) {
  console.error(`The app in ${target} could not be started.`, error);
  app.exit(1);
}
