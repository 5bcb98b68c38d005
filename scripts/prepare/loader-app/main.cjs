// Stands in for the default app that the fallback Electron lacks: `electron FOLDER` starts the app in FOLDER.
const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

const target = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');

function describe(path) {
  if (!statSync(path).isDirectory()) return { folder: dirname(path), main: path, about: {} };
  const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  return { folder: path, main: join(path, about.main ?? 'index.js'), about };
}

try {
  const { folder, main, about } = describe(target);
  process.defaultApp = true;
  app.setAppPath(folder);
  if (about.productName ?? about.name) app.setName(about.productName ?? about.name);
  if (about.version) app.setVersion(about.version);
  import(pathToFileURL(main).href).catch(fail);
} catch (error) {
  fail(error);
}

function fail(error) {
  console.error(`The app in ${target} could not be started.`, error);
  app.exit(1);
}
