/** Which files the project is made of: what a clone would bring, found without asking git. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'data', '.cache']);
/** `data` holds a person's postings at the root, but facts of the project inside its modules. */
const isOurs = (folder: string, name: string) => !NOT_OURS.has(name) || (name === 'data' && folder !== '');

/** Paths from the root with forward slashes, sorted. */
export function projectFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => isOurs(folder, entry.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return projectFiles(root, path);
      return entry.isFile() ? [path] : [];
    })
    .toSorted();
}
