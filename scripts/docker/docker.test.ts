/** No container engine is needed to see that the image and the compose file say what the project has. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readCommand, readCopy, readDockerfile } from './read-dockerfile.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const instructions = readDockerfile(read('Dockerfile'));
const values = (name: string) => instructions.filter((line) => line.name === name).map(({ value }) => value);
const explained = [...read('.env.example').matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
/** NODE_ENV is Node's own and its libraries', not a setting of Perch. */
const knownVariables = new Set([...explained, 'NODE_ENV']);

describe('the Dockerfile', () => {
  const copies = values('COPY').map(readCopy);

  it.each(copies.filter(({ from }) => from === null).flatMap(({ sources }) => sources))(
    'copies %s, which exists',
    (path) => {
      expect(existsSync(join(root, path))).toBe(true);
    },
  );

  it.each(copies.filter(({ from }) => from === null).flatMap(({ sources }) => sources))('is sent %s', (path) => {
    expect(read('.dockerignore').split('\n')).toContain(`!${path}`);
  });

  it('copies between stages that it has', () => {
    const stages = values('FROM').map((value) => / AS (\S+)/i.exec(value)?.[1]);
    expect(stages).toEqual(expect.arrayContaining(copies.flatMap(({ from }) => from ?? [])));
  });

  it('does not run as root', () => {
    const last = Math.max(...instructions.map(({ stage }) => stage));
    const user = instructions.findLast(({ name, stage }) => name === 'USER' && stage === last);
    expect(user?.value).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it('sets only variables that .env.example explains', () => {
    const names = values('ENV').flatMap((value) => value.split(/\s+/).map((pair) => pair.split('=')[0]));
    for (const name of names) expect(knownVariables).toContain(name);
  });

  it('asks its health at the address that needs no store, and starts the server itself', () => {
    expect(values('HEALTHCHECK').join()).toContain('/healthz');
    expect(readCommand(values('CMD')[0] ?? '')).toEqual(['node', 'server/main.ts']);
  });

  it('uses the Node of .nvmrc', () => {
    const major = read('.nvmrc').trim().split('.')[0];
    for (const value of values('FROM')) expect(value).toMatch(new RegExp(`^node:${major}-`));
  });
});

describe('docker-compose.yml', () => {
  const serviceSchema = z.looseObject({
    environment: z.record(z.string(), z.string()),
    ports: z.array(z.string()).default([]),
    volumes: z.array(z.string()).default([]),
  });
  const composeSchema = z.object({
    services: z.record(z.string(), serviceSchema),
    volumes: z.record(z.string(), z.unknown()),
  });
  const text = read('docker-compose.yml');
  const compose = composeSchema.parse(parse(text, { merge: true }));

  it('has the page, the worker and Postgres with pgvector', () => {
    expect(Object.keys(compose.services)).toEqual(['web', 'worker', 'postgres']);
    expect(compose.services.postgres?.image).toContain('pgvector');
    expect(compose.services.web?.environment.PERCH_ROLE).toBe('web');
    expect(compose.services.worker?.environment.PERCH_ROLE).toBe('worker');
  });

  it('publishes on loopback only', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('sets only variables that .env.example explains', () => {
    const { web, worker } = compose.services;
    const set = [web, worker].flatMap((service) => Object.keys(service?.environment ?? {}));
    const asked = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    for (const name of [...set, ...asked]) expect(knownVariables).toContain(name);
  });

  it('mounts only volumes that it declares', () => {
    for (const volume of Object.values(compose.services).flatMap((service) => service.volumes))
      expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });
});
