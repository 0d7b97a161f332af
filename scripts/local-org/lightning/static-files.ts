import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join, normalize, parse, sep } from 'node:path';
import type { FastifyReply } from 'fastify';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2'
};

/** Sends a file from below a folder; anything else, a path that leads out of it included, is not found. */
export function sendFile(reply: FastifyReply, folder: string, path: string, maxAgeSeconds: number): FastifyReply {
  const file = normalize(join(folder, path));
  const type = TYPES[extname(file)];
  const isInside = file.startsWith(folder + sep);
  if (!type || !isInside || !existsSync(file) || !statSync(file).isFile()) {
    return reply.code(404).send({ message: `There is no file ${path}.` });
  }
  return reply.type(type).header('Cache-Control', `max-age=${maxAgeSeconds}`).send(createReadStream(file));
}

/** The file of a static resource: addresses name it without its ending. */
export function resourceFile(folder: string, name: string): string {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.find((file) => parse(file).name === name && !file.endsWith('-meta.xml')) ?? name;
}
