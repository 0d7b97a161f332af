import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { type CsvReport, openCsvReport } from './csv-report';
import { type FileVersion, readFileVersion } from './file-version';
import { ReportError } from './report-error';

/** A report of the folder: an id for addresses, a name for people, the file it comes from. */
export interface ReportEntry {
  id: string;
  name: string;
  file: string;
  /** When the file was last written. */
  refreshedAt: Date;
}

interface CachedFile {
  stamp: string;
  version: Promise<FileVersion>;
  report?: Promise<CsvReport>;
}

/** Serves a folder of CSV files, or one CSV file, as reports. Files may come, go and change while it is served. */
export class ReportFolder {
  private readonly path: string;
  private readonly cache = new Map<string, CachedFile>();
  private readonly replacements = new Map<string, string>();

  /** @throws ReportError when the path does not exist. */
  constructor(path: string) {
    checkExists(path);
    this.path = resolve(path);
  }

  /** The reports in alphabetical order of their names. */
  list(): ReportEntry[] {
    return this.names().flatMap(({ id, name, original }) => {
      const file = this.replacements.get(id) ?? original;
      const stats = statSync(file, { throwIfNoEntry: false });
      // A file may go while the folder is read; its report is then no more.
      return stats ? [{ id, name, file, refreshedAt: stats.mtime }] : [];
    });
  }

  /** @throws ReportError when no report has the id. */
  find(id: string): ReportEntry {
    const entry = this.list().find((report) => report.id === id);
    if (!entry) {
      throw new ReportError('not-found', `There is no report "${id}".`);
    }
    return entry;
  }

  /** The version of the report's file as it is now, whatever its content. */
  fileVersion(entry: ReportEntry): Promise<FileVersion> {
    return this.cached(entry).version;
  }

  /** The report's content, indexed once for each version of its file. @throws ReportError when it is not CSV. */
  open(entry: ReportEntry): Promise<CsvReport> {
    const cached = this.cached(entry);
    cached.report ??= cached.version.then(openCsvReport);
    return cached.report;
  }

  /** From now on serves another file's content under a report's id: what a refresh in the middle of a run looks like. */
  replace(id: string, file: string): void {
    checkExists(file);
    if (!this.names().some((report) => report.id === id)) {
      throw new ReportError('not-found', `There is no report "${id}".`);
    }
    this.replacements.set(id, resolve(file));
  }

  private names(): { id: string; name: string; original: string }[] {
    const ids = new Set<string>();
    return this.files().map((original) => {
      const name = basename(original, extname(original));
      return { id: uniqueSlug(name, ids), name, original };
    });
  }

  private cached(entry: ReportEntry): CachedFile {
    const stamp = stampOf(statSync(entry.file));
    const known = this.cache.get(entry.file);
    if (known?.stamp === stamp) {
      return known;
    }
    const fresh = { stamp, version: readFileVersion(entry.file) };
    this.cache.set(entry.file, fresh);
    return fresh;
  }

  private files(): string[] {
    if (statSync(this.path).isFile()) {
      return [this.path];
    }
    const names = readdirSync(this.path).filter((name) => extname(name).toLowerCase() === '.csv');
    return names.sort((left, right) => (left < right ? -1 : 1)).map((name) => join(this.path, name));
  }
}

function checkExists(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })) {
    throw new ReportError('not-found', `There is no file or folder ${path}.`);
  }
}

function uniqueSlug(name: string, taken: Set<string>): string {
  const slug = slugOf(name);
  let id = slug;
  for (let number = 2; taken.has(id); number++) {
    id = `${slug}-${number}`;
  }
  taken.add(id);
  return id;
}

/** A report's id: lower-case letters and digits with hyphens between, fit for any address. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{Mark}/gu, '');
  const slug = plain.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return slug.replace(/^-|-$/g, '') || 'report';
}

function stampOf(stats: Stats): string {
  return [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(' ');
}
