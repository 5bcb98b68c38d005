// Stands in for the default app that the fallback Electron lacks: `electron FOLDER` starts the app in FOLDER.
const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

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
  import(pathToFileURL(main).href).catch(fail);
} catch (error) {
  fail(error);
}

function fail(error) {
  console.error(`The app in ${target} could not be started.`, error);
  app.exit(1);
}
