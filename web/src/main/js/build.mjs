// Bundles the browser's side, and the story of the demonstration apart from it; two builds give equal bytes.
import { build } from 'esbuild';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../resources/static/js');

const how = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  loader: { '.txt': 'text' },
  banner: { js: '/*! Kulkul, Apache-2.0; what it is built on, and under which terms: licences.txt beside this file */' },
  metafile: true,
  logLevel: 'warning',
};

const pages = await build({
  ...how,
  entryPoints: {
    audit: 'audit/main.js',
    report: 'report/main.js',
    sealing: 'sealing/main.js',
    staff: 'staff/main.js',
    'words-en': 'words/english.js',
    'words-id': 'words/indonesian.js',
  },
  outdir: out,
});
const story = await build({ ...how, entryPoints: { tour: 'tour/main.js' }, outdir: join(here, '../resources/demo') });

const packages = Object.keys({ ...pages.metafile.inputs, ...story.metafile.inputs })
  .map(input => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
  .filter((name, i, all) => name && all.indexOf(name) === i)
  .sort();

const licences = await Promise.all(packages.map(async name => {
  const folder = join(here, 'node_modules', name);
  const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
  return `${name}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
}));
await writeFile(join(out, 'licences.txt'), licences.join('\n\n'));
