import locale from '@salesforce/i18n/locale';

/** An entry of a list to choose from. */
export interface Option {
  value: string;
  label: string;
  /** A second line, searched as well. */
  detail?: string;
  icon?: string;
}

/** What of a list is drawn, and how many more match. */
export interface Found {
  shown: Option[];
  moreCount: number;
}

/**
 * The options that have every word typed, those that begin with it first. Case and accents make no difference.
 * Only so many are drawn, since hundreds are slow and nobody reads them; a chosen one is always among them.
 */
export function search(options: Option[], text: string, most: number, chosen = ''): Found {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const matching = words.length ? ranked(options, words) : options;
  const shown = matching.slice(0, most);
  const hidden = matching.slice(most).find(({ value }) => value === chosen);
  return { shown: hidden ? [hidden, ...shown.slice(0, -1)] : shown, moreCount: matching.length - shown.length };
}

/** Where a key leads from one of `count` entries; nothing for keys that do not move. */
export function moved(key: string, index: number, count: number): number | undefined {
  switch (count ? key : '') {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return index <= 0 ? count - 1 : index - 1;
    case 'PageDown':
      return Math.min(count - 1, index + 10);
    case 'PageUp':
      return Math.max(0, index - 10);
    default:
      return undefined;
  }
}

function ranked(options: Option[], words: string[]): Option[] {
  const found = options
    .map((option) => ({ option, label: plain(option.label), all: plain(`${option.label} ${option.detail ?? ''}`) }))
    .filter(({ all }) => words.every((word) => all.includes(word)));
  const [first] = words;
  const isStart = (label: string): number => (label.startsWith(first) ? 0 : 1);
  return found.sort((left, right) => isStart(left.label) - isStart(right.label)).map(({ option }) => option);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase(locale)
    .trim();
}
