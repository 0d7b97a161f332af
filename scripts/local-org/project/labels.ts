import type { MetadataFile } from './metadata-files';
import { nodes, readMetadata, text } from './metadata-files';

/** The custom labels of a project, with their translations. */
export class Labels {
  /** By lower-case API name. */
  private readonly own = new Map<string, { name: string; value: string }>();
  /** Files by language: most starts ask for no translation, and the files are large. */
  private readonly translationFiles = new Map<string, string[]>();
  /** By language, then lower-case API name; of languages that were asked for. */
  private readonly translations = new Map<string, ReadonlyMap<string, string>>();

  /** @see "CustomLabels" and "Translations", Metadata API Developer Guide */
  constructor(files: readonly MetadataFile[]) {
    for (const { path } of files.filter(({ kind }) => kind === 'labels')) this.readLabels(path);
    for (const { path, name } of files.filter(({ kind }) => kind === 'translation')) {
      this.translationFiles.set(name, [...(this.translationFiles.get(name) ?? []), path]);
    }
  }

  /** The label in a language such as `fr` or `en_US`; its own text where there is no translation. */
  text(name: string, language: string): string | undefined {
    const key = name.toLowerCase();
    return this.translation(key, language) ?? this.own.get(key)?.value;
  }

  /** Every label by its API name. */
  all(language: string): Record<string, string> {
    return Object.fromEntries(
      [...this.own].map(([key, { name, value }]) => [name, this.translation(key, language) ?? value])
    );
  }

  private translation(key: string, language: string): string | undefined {
    const base = language.split('_')[0] ?? language;
    return this.translationsInto(language).get(key) ?? this.translationsInto(base).get(key);
  }

  private translationsInto(language: string): ReadonlyMap<string, string> {
    const known = this.translations.get(language);
    if (known) return known;
    const found = translationsIn(this.translationFiles.get(language) ?? []);
    this.translations.set(language, found);
    return found;
  }

  private readLabels(path: string): void {
    for (const label of nodes(readMetadata(path), 'labels')) {
      const name = text(label, 'fullName') ?? '';
      this.own.set(name.toLowerCase(), { name, value: text(label, 'value') ?? '' });
    }
  }
}

function translationsIn(paths: readonly string[]): ReadonlyMap<string, string> {
  const labels = paths.flatMap((path) => nodes(readMetadata(path), 'customLabels'));
  return new Map(labels.map((label) => [(text(label, 'name') ?? '').toLowerCase(), text(label, 'label') ?? '']));
}
