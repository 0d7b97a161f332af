import type { MetadataFile } from './metadata-files';
import { nodes, readMetadata, text } from './metadata-files';

/** The custom labels of a project, with their translations. */
export class Labels {
  /** By lower-case API name. */
  private readonly own = new Map<string, { name: string; value: string }>();
  /** By language, then lower-case API name. */
  private readonly translations = new Map<string, Map<string, string>>();

  /** @see "CustomLabels" and "Translations", Metadata API Developer Guide */
  constructor(files: readonly MetadataFile[]) {
    for (const { path } of files.filter(({ kind }) => kind === 'labels')) this.readLabels(path);
    for (const { path, name } of files.filter(({ kind }) => kind === 'translation')) this.readTranslation(path, name);
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
    return this.translations.get(language)?.get(key) ?? this.translations.get(base)?.get(key);
  }

  private readLabels(path: string): void {
    for (const label of nodes(readMetadata(path), 'labels')) {
      const name = text(label, 'fullName') ?? '';
      this.own.set(name.toLowerCase(), { name, value: text(label, 'value') ?? '' });
    }
  }

  private readTranslation(path: string, language: string): void {
    const texts = this.translations.get(language) ?? new Map<string, string>();
    this.translations.set(language, texts);
    for (const label of nodes(readMetadata(path), 'customLabels')) {
      texts.set((text(label, 'name') ?? '').toLowerCase(), text(label, 'label') ?? '');
    }
  }
}
