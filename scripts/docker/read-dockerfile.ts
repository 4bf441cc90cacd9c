/** Reads a Dockerfile into its instructions: enough to check what it promises and to replay it. No I/O. */

export interface Instruction {
  /** Upper case: FROM, COPY, RUN … */
  name: string;
  /** What follows the name, continued lines joined. */
  value: string;
  /** Place of the stage it belongs to, counted from 0; -1 before the first FROM. */
  stage: number;
}

export function readDockerfile(text: string): Instruction[] {
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  let stage = -1;
  return lines.map((line) => {
    const [word = ''] = line.split(/\s/, 1);
    const name = word.toUpperCase();
    if (name === 'FROM') stage += 1;
    return { name, value: line.slice(word.length).trim(), stage };
  });
}

export interface Copy {
  /** Name of the stage it copies from, null for the project's own folder. */
  from: string | null;
  sources: string[];
  target: string;
}

/** Reads the value of a COPY in its plain form; the JSON form is not used here. */
export function readCopy(value: string): Copy {
  const words = value.split(/\s+/);
  const flags = words.filter((word) => word.startsWith('--'));
  const paths = words.filter((word) => !word.startsWith('--'));
  const from = flags.find((flag) => flag.startsWith('--from='))?.slice('--from='.length) ?? null;
  return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
}

/** Reads a command: the JSON form as its words, the plain form as a shell's. */
export function readCommand(value: string): string[] {
  if (!value.startsWith('[')) return ['/bin/sh', '-c', value];
  const words: unknown = JSON.parse(value);
  if (!Array.isArray(words)) throw new Error(`not a list of words: ${value}`);
  return words.map(String);
}
