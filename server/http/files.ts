import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import multer from 'multer';
import type { Download, Upload } from '../services.ts';
import { shownTypes, toFileType } from './file-type.ts';
import { HttpProblem } from './http-problem.ts';

/** Reads a multipart body with one part `file` of at most `limit` bytes into memory, and its few fields. */
export function readMultipart(limit: number): RequestHandler {
  const read = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { fileSize: limit, files: 1, fields: 5, fieldSize: 4096, fieldNameSize: 100, parts: 6 },
  }).single('file');
  return (req, res, next) => {
    if (!req.is('multipart/form-data')) {
      next(new HttpProblem(415, 'wrong-type', { values: { expected: 'multipart/form-data' } }));
      return;
    }
    read(req, res, next);
  };
}

/** The uploaded file with its sniffed type; throws when there is none or it is of no kind that is taken. */
export function toUpload(file: Express.Multer.File | undefined): Upload {
  if (!file) throw new HttpProblem(400, 'no-file');
  const name = toFileName(file.originalname);
  const mime = toFileType(file.buffer, name);
  if (mime === null) throw new HttpProblem(415, 'file-refused');
  return { name, mime, bytes: file.buffer };
}

/** Sends a file so that no browser runs anything in it. */
export async function sendDownload(res: Response, download: Download): Promise<void> {
  const shown = shownTypes.has(download.mime);
  const name = encodeURIComponent(toFileName(download.name)).replace(/['()*]/g, escapeCharacter);
  res.set({
    'Content-Type': download.mime === 'text/plain' ? 'text/plain; charset=utf-8' : download.mime,
    'Content-Length': String(download.size),
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, max-age=3600',
  });
  const content = download.content instanceof Readable ? download.content : Readable.from([download.content]);
  await pipeline(content, res);
}

/** The last part of a path, without control characters, at most 200 characters. */
function toFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = [...last].filter((character) => character >= ' ' && character !== '\u007f').join('');
  return clean.slice(-200).trim() || 'file';
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
